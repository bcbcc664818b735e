import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type ReviewDocument, SECTIONS } from '@/lib/report/review/document'
import { narrowReview, type ReviewReader } from '@/lib/report/review/narrow'
import { maskReview, type ShareMask } from '@/lib/report/review/narrow-share'
import type { ReviewCallChoice } from '@/lib/report/review/writings'
import { type Access, assertMay, type ShareAccess } from '@/lib/server/access/access'
import { assertReport, opensCall } from '@/lib/server/access/scope'
import type { Subject } from './subject'

/** What a link shows of its review. */
export function maskOf({ sections, showsNumbers, showsNames }: ShareAccess): ShareMask {
  return { sections: SECTIONS.filter(section => sections.includes(section)), showsNumbers, showsNames }
}

/**
 * Lets somebody pass who may read reviews; a link only to its own.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertReads(access: Access, key: string): void {
  assertMay(access, 'reviews.read')
  if (access.kind === 'share' && access.review?.key !== key) {
    throw new CallboardError('FORBIDDEN', 'the review is not in the scope of this link')
  }
}

/**
 * Who reads, for `narrowReview`.
 *
 * @throws CallboardError FORBIDDEN for a report of colleagues whose numbers are not the reader's to see
 */
export function readerOf(access: Access, { report }: Pick<Subject, 'report'>): ReviewReader {
  return { only: assertReport(access, 'outbound', report), seesCalls: id => opensCall(access, id) }
}

/**
 * The document as its reader may see it.
 *
 * @param choices what managers did to its calls; only a link's document has them applied
 *
 * @throws CallboardError FORBIDDEN as readerOf
 */
export function narrowFor(
  access: Access,
  found: Subject,
  document: ReviewDocument,
  choices: readonly ReviewCallChoice[],
): ReviewDocument {
  if (access.kind === 'share') return maskReview(document, maskOf(access), choices)
  return narrowReview(document, readerOf(access, found))
}
