import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Access } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { type Origin, recordAudit } from '@/lib/server/audit'
import {
  type CommitmentRow,
  countCommitmentRows,
  holdCommitmentRow,
  insertCommitmentRow,
  updateCommitmentRow,
} from '@/lib/server/db/commitments'
import { transaction } from '@/lib/server/db/database'
import { newId } from '@/lib/server/db/ids'
import { holdReview } from '@/lib/server/db/reviews'
import { alloNames } from '@/lib/server/people-ties'
import { type Kind, type Removal, removeWriting } from './remove-writing'
import { toOwnCommitment } from './rows'
import { findSubject } from './subject'
import { assertCurrent, assertRoom, assertWriter } from './writer'
import type { CommitmentChange, NewCommitment } from './writings-input'

/** Commitments that one review may have: nobody looks through more in a meeting. */
const MOST = 100

/** A commitment as its row has it, with the name of whom it is of. Throws CallboardError INVALID_INPUT for somebody unknown. */
async function columnsOf(
  { user, text, measure }: NewCommitment,
  call: Call,
): Promise<Pick<CommitmentRow, 'alloUserId' | 'personName' | 'text' | 'measure'>> {
  const name = user === null ? null : (await alloNames(call)).get(user)
  if (name === undefined)
    throw new CallboardError('INVALID_INPUT', 'nobody of this id', { fields: { user: 'invalid' } })
  return { alloUserId: user, personName: name, text, measure: measure && { ...measure } }
}

/**
 * Writes down what somebody, or the whole team, will do by the next review.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND; INVALID_INPUT for somebody unknown and when there are too many; Allo's failure
 *   when nobody can say who is who
 */
export async function makeCommitment(
  access: Access,
  key: string,
  given: NewCommitment,
  origin: Origin,
  call: Call = {},
): Promise<{ id: string; version: number }> {
  assertWriter(access)
  await findSubject(key)
  const columns = await columnsOf(given, call)
  const id = newId('com')
  await transaction(async tx => {
    await holdReview(tx, key)
    assertRoom(await countCommitmentRows(tx, key), MOST, 'text')
    await insertCommitmentRow(tx, { id, reviewKey: key, ...columns, authorId: access.id, authorName: access.name })
    await recordAudit({ actor: access, action: 'commitment.made', target: key, details: { id }, origin }, tx)
  })
  return { id, version: 1 }
}

/**
 * Changes a commitment.
 *
 * @throws CallboardError as makeCommitment; FORBIDDEN for one that somebody else wrote, but for administrators; CONFLICT with
 *   the commitment as it stands now when it was changed since `version`
 */
export async function changeCommitment(
  access: Access,
  key: string,
  id: string,
  { version, ...given }: CommitmentChange,
  origin: Origin,
  call: Call = {},
): Promise<{ version: number }> {
  assertWriter(access)
  const columns = await columnsOf(given, call)
  return transaction(async tx => {
    const row = await holdCommitmentRow(tx, key, id)
    assertCurrent(access, row, version, each => toOwnCommitment(access, each))
    const next = version + 1
    await updateCommitmentRow(tx, id, { ...columns, version: next, editedAt: new Date(), editedByName: access.name })
    const details = { id, version: next }
    await recordAudit({ actor: access, action: 'commitment.made', target: key, details, origin }, tx)
    return { version: next }
  })
}

const COMMITMENT: Kind<CommitmentRow> = {
  hold: holdCommitmentRow,
  update: updateCommitmentRow,
  toNow: toOwnCommitment,
  action: 'commitment.removed',
}

/** Takes a commitment away; what was frozen of it stays frozen. Throws CallboardError as removeWriting does. */
export function removeCommitment(access: Access, removal: Removal, origin: Origin): Promise<void> {
  return removeWriting(COMMITMENT, access, removal, origin)
}
