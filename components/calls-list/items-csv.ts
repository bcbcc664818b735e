import { formatTimestamp } from '@/lib/format/dates'
import type { Directory } from '@/lib/report/directory'
import type { ItemRow } from '@/lib/report/items'

/**
 * Columns of the file, in order; their headings are the messages `calls.csv.columns.<key>`.
 *
 * - `start`: beginning of the call, or when the text was sent, on the zone's wall clock
 * - `kind`, `direction`, `result`, `status`: Allo's own words, in lower case, the same in every language
 * - `seconds`: length of a call; empty for texts
 * - `text`: the summary of a call, or what a text says
 * - `tags`: keys, parted by spaces
 * - `recording`: 1 or 0
 */
export const ITEM_COLUMNS = [
  'start',
  'kind',
  'direction',
  'contact',
  'company',
  'number',
  'person',
  'line',
  'seconds',
  'result',
  'status',
  'tags',
  'text',
  'recording',
  'id',
] as const

/** A call or a text as a line of the file: raw values, null for what is not known. */
export function itemLine(row: ItemRow, zone: string, directory: Directory | null): (string | number | null)[] {
  return [
    formatTimestamp(row.date, zone),
    row.kind,
    row.direction,
    row.contact?.name ?? null,
    row.contact?.company ?? null,
    row.contactNumber,
    row.user?.name ?? null,
    directory?.lines.find(({ number }) => number === row.alloNumber)?.name ?? row.alloNumber,
    row.duration,
    row.result?.toLowerCase() ?? null,
    row.status?.toLowerCase() ?? null,
    row.tags.join(' '),
    row.kind === 'text' ? row.content : row.summary,
    row.hasRecording ? 1 : 0,
    row.id,
  ]
}
