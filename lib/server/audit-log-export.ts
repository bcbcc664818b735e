import 'server-only'
import { toCsv } from '@/lib/format/csv'
import { formatTimestamp } from '@/lib/format/dates'
import { type Access, assertMay } from './access/access'
import { type Origin, recordAudit } from './audit'
import { type AuditWords, isAuditAction, toAuditFilter } from './audit-log'
import type { AuditQuery } from './audit-log-search'
import { type AuditRow, listAudit } from './db/audit'

/** Lines read at once: the log may be long, and the server's memory is not. */
const BATCH = 500

export interface AuditFileWords {
  sentence: AuditWords
  /** Headings: instant, who, kind of who, action, sentence, target, details, address, request id, id of who, and their e-mail address now. */
  header: string[]
}

function cells(row: AuditRow, zone: string, sentence: AuditWords): string[] {
  const { action, target, details } = row
  return [
    formatTimestamp(row.at.toISOString(), zone),
    row.actorName ?? '',
    row.actorKind,
    action,
    isAuditAction(action) ? sentence(action, target) : action,
    target ?? '',
    details ? JSON.stringify(details) : '',
    row.address ?? '',
    row.requestId ?? '',
    // Anybody may take anybody's name; these tell who it was.
    row.actorId ?? '',
    row.actorEmail ?? '',
  ]
}

/**
 * Everything that a query finds, as the bytes of a CSV file, read from the database as fast as the reader takes them. The
 * page that the query is on does not matter. The export itself is the first line of what it tells.
 *
 * @throws CallboardError FORBIDDEN, STORAGE_DOWN before the first byte
 */
export async function exportAudit(
  access: Access,
  query: AuditQuery,
  { sentence, header }: AuditFileWords,
  origin: Origin,
): Promise<ReadableStream<Uint8Array>> {
  assertMay(access, 'audit.read')
  await recordAudit({ actor: access, action: 'export', target: 'audit', details: { format: 'csv' }, origin })
  const filter = toAuditFilter(query, sentence)
  const bytes = new TextEncoder()
  let before: number | null = null
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.encode(await toCsv(header, [])))
    },
    async pull(controller) {
      const rows: AuditRow[] = await listAudit(filter, before, BATCH)
      const [first, ...rest] = rows.map(row => cells(row, filter.zone, sentence))
      if (first) controller.enqueue(bytes.encode(await toCsv(first, rest, { mark: false })))
      before = rows.at(-1)?.id ?? null
      if (rows.length < BATCH) controller.close()
    },
  })
}
