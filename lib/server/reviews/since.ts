import 'server-only'
import { CallboardError } from '@/lib/errors'
import { differencesOf } from '@/lib/report/review/difference'
import type { SinceAnswer } from '@/lib/report/review/listing'
import type { Access } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { getReport } from '@/lib/server/reports'
import { assertReads, readerOf } from './reader'
import { readRevision } from './revisions'
import { findSubject } from './subject'

/**
 * What of a frozen review is not what Allo says now: late tags, corrections. Counts the tags that counted then. One question
 * to Allo, and only when somebody asks.
 *
 * @throws CallboardError FORBIDDEN, for links too: they show one revision; NOT_FOUND while nothing is frozen; REVIEW_DAMAGED;
 *   Allo's failure
 */
export async function getSince(access: Access, key: string, call: Call = {}): Promise<SinceAnswer> {
  assertReads(access, key)
  if (access.kind === 'share') throw new CallboardError('FORBIDDEN', 'a link shows one revision')
  const found = await findSubject(key)
  readerOf(access, found)
  const kept = await readRevision(key, null)
  if (!kept) throw new CallboardError('NOT_FOUND', 'nothing is frozen')
  const { settings } = kept.document
  const query = { ...found.report, tags: settings.tags, comparison: 'none' as const }
  const { report, computedAt, fetchedAt } = await getReport(access, 'outbound', query, call)
  return {
    revision: kept.revision.number,
    differences: differencesOf(kept.document, { outbound: report, settings }),
    computedAt,
    fetchedAt,
  }
}
