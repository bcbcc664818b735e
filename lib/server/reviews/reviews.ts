import 'server-only'
import { CallboardError, toCallboardError } from '@/lib/errors'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { Access } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { listReviewCallRows } from '@/lib/server/db/review-calls'
import { listRevisionRows } from '@/lib/server/db/reviews'
import { log } from '@/lib/server/log'
import { buildReview } from './build'
import { freezeReview } from './freeze'
import { assertReads, narrowFor, readerOf } from './reader'
import { readRevision, toFacts } from './revisions'
import { toChoice } from './rows'
import { findSubject } from './subject'

/** Which of the numbers of a review are meant: a revision by its number, those of now, or by default the newest revision. */
export interface Wish {
  revision?: number
  live?: boolean
}

/** A link shows one revision, whatever it is asked for. Throws CallboardError FORBIDDEN when that is not the one asked for. */
function wishOf(access: Access, wish: Wish): Wish {
  if (access.kind !== 'share') return wish
  const revision = access.review?.revision
  if (revision === undefined || wish.live || (wish.revision ?? revision) !== revision) {
    throw new CallboardError('FORBIDDEN', 'the revision is not in the scope of this link')
  }
  return { revision }
}

/** Freezes what nobody has frozen yet. Answers the code of what stands in the way; null when it is done. */
async function tryToFreeze(key: string, call: Call): Promise<string | null> {
  try {
    await freezeReview(null, key, null, call)
    return null
  } catch (thrown) {
    const { code, message } = toCallboardError(thrown)
    log().info({ event: 'a review is not frozen yet', key, code, message })
    return code
  }
}

/**
 * The one door to a review. A frozen one asks nothing of Allo. The first visit after its period is over freezes it; while that
 * cannot be, the numbers of now are answered with the reason in `unfrozen`.
 *
 * @throws CallboardError FORBIDDEN; NOT_FOUND for what is no review and for a revision that is not there; REVIEW_DAMAGED;
 *   Allo's failure where numbers of now are asked for
 */
export async function getReview(access: Access, key: string, wish: Wish = {}, call: Call = {}): Promise<ReviewAnswer> {
  assertReads(access, key)
  const { revision: number, live } = wishOf(access, wish)
  const found = await findSubject(key)
  if (access.kind !== 'share') readerOf(access, found)

  let kept = live ? null : await readRevision(key, number ?? null)
  if (!kept && number !== undefined) throw new CallboardError('NOT_FOUND', 'no such revision')
  let unfrozen: string | null = null
  if (!kept && !live && found.closed) {
    const failure = await tryToFreeze(key, call)
    // Another instance may have been faster.
    kept = await readRevision(key, null)
    unfrozen = kept ? null : failure
  }
  const document = kept ? kept.document : (await buildReview(found, { patient: false }, call)).document
  const choices = access.kind === 'share' ? (await listReviewCallRows(key)).map(toChoice) : []
  const revisions = (await listRevisionRows(key)).map(toFacts)
  return {
    document: narrowFor(access, found, document, choices),
    revision: kept?.revision ?? null,
    revisions: access.kind === 'share' ? revisions.filter(each => each.number === number) : revisions,
    closed: found.closed,
    unfrozen,
  }
}
