import 'server-only'
import { CallboardError } from '@/lib/errors'
import { readId } from '@/lib/report/address-values'
import type { ReviewCall } from '@/lib/report/review/document'
import type { Moment } from '@/lib/report/review/writings'
import type { Access } from '@/lib/server/access/access'
import { assertOpensCall } from '@/lib/server/access/scope'
import type { Call } from '@/lib/server/allo'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import { findReviewCallRow, listReviewCallRows, putReviewCallRow } from '@/lib/server/db/review-calls'
import { holdReview } from '@/lib/server/db/reviews'
import { askItem } from '@/lib/server/questions'
import { toCandidate } from './candidates'
import { storable } from './plain'
import { toChoice } from './rows'
import { findSubject } from './subject'
import { assertRoom, assertWriter } from './writer'
import type { CallChoice } from './writings-input'

/** Calls of one review to which something was done. */
const MOST = 200

/** A call's facts of now, to be kept. Throws CallboardError NOT_FOUND for what is no call. */
async function factsOf(access: Access, id: string, call: Call): Promise<ReviewCall> {
  const { value } = await askItem(id, call)
  if (value.type === 'SMS') throw new CallboardError('NOT_FOUND', 'a text is no call')
  assertOpensCall(access, value.user?.id ?? null)
  return { ...storable(toCandidate(value)), reason: 'pinned' }
}

/** Moments in the order of the recording; who marked one stays named when somebody else adds another. */
function momentsOf(before: readonly Moment[], given: NonNullable<CallChoice['moments']>, by: string): Moment[] {
  return given
    .map(({ second, label }) => ({
      second,
      label,
      by: before.find(moment => moment.second === second && moment.label === label)?.by ?? by,
    }))
    .sort((one, other) => one.second - other.second)
}

/**
 * Pins a call to a review, drops it from the suggestions, or marks moments in it. The facts of a pinned call, and of one with
 * moments, are kept as they are now: one question to Allo, the first time.
 *
 * @throws CallboardError FORBIDDEN; NOT_FOUND for no review and no call; CONFLICT with what stands there now when somebody did
 *   something to the call since `version`; INVALID_INPUT when there are too many; Allo's failure
 */
export async function chooseCall(
  access: Access,
  key: string,
  callId: string,
  choice: CallChoice,
  origin: Origin,
  call: Call = {},
): Promise<{ version: number }> {
  assertWriter(access)
  if (readId(callId) === null) throw new CallboardError('NOT_FOUND', 'no id of a call')
  await findSubject(key)
  const known = (await listReviewCallRows(key)).find(row => row.callId === callId)
  const keeps = choice.state === 'pinned' || (choice.moments?.length ?? 0) > 0
  const facts = keeps && !known?.facts ? await factsOf(access, callId, call) : null
  return transaction(async tx => {
    await holdReview(tx, key)
    const row = await findReviewCallRow(tx, key, callId)
    if ((row?.version ?? 0) !== choice.version) {
      throw new CallboardError('CONFLICT', 'the call was changed meanwhile', { now: row && toChoice(row) })
    }
    if (!row) assertRoom((await listReviewCallRows(key, tx)).length, MOST, 'state')
    const { state = row?.state ?? 'suggested', position = row?.position ?? 0 } = choice
    const before = row?.moments ?? []
    const moments = choice.moments ? momentsOf(before, choice.moments, access.name) : before
    const version = choice.version + 1
    await putReviewCallRow(tx, {
      reviewKey: key,
      callId,
      state,
      facts: row?.facts ?? (facts && { ...facts }),
      moments,
      position,
      version,
      changedByName: access.name,
      changedAt: new Date(),
    })
    const details = { call: callId, state, moments: moments.length }
    await recordAudit({ actor: access, action: 'review.call', target: key, details, origin }, tx)
    return { version }
  })
}
