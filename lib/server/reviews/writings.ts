import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Commitment } from '@/lib/report/review/document'
import { narrowCall, type ReviewReader } from '@/lib/report/review/narrow'
import { maskReview } from '@/lib/report/review/narrow-share'
import type { ReviewCallChoice, ReviewWritings } from '@/lib/report/review/writings'
import { seesPerson } from '@/lib/report/sight'
import { type Access, mayAccess, type ShareAccess } from '@/lib/server/access/access'
import { type CommitmentRow, listCommitmentRows } from '@/lib/server/db/commitments'
import { listReviewCallRows, type ReviewCallRow } from '@/lib/server/db/review-calls'
import { listNoteRows } from '@/lib/server/db/review-notes'
import { assertReads, maskOf, readerOf } from './reader'
import { readRevision } from './revisions'
import { toChoice, toCommitment, toNote, toOwnCommitment } from './rows'
import { findSubject } from './subject'

/** What was done to a call, as far as its reader may open the call: moments say what was talked about. */
function narrowChoice(access: Access, reader: ReviewReader, row: ReviewCallRow): ReviewCallChoice {
  const choice = toChoice(row)
  const { facts } = choice
  const opens = facts ? reader.seesCalls(facts.user?.id ?? null) : mayAccess(access, 'calls.all')
  const shown = row.state === 'pinned' && facts ? narrowCall(facts, reader) : null
  return { ...choice, facts: shown, moments: opens ? choice.moments : [] }
}

/** A link shows commitments where it shows that section, under the same mask as the rest; no notes, no moments. */
async function writingsOfShare(access: ShareAccess, key: string, rows: CommitmentRow[]): Promise<ReviewWritings> {
  const kept = await readRevision(key, access.review?.revision ?? null)
  if (!kept) throw new CallboardError('NOT_FOUND', 'no such revision')
  const outcomes = rows.map(row => ({ commitment: toCommitment(row), became: 'open' as const, reached: null }))
  const choices = (await listReviewCallRows(key)).map(toChoice)
  const masked = maskReview({ ...kept.document, outcomes }, maskOf(access), choices)
  const promises = new Map(masked.outcomes.map(({ commitment }): [string, Commitment] => [commitment.id, commitment]))
  const commitments = rows.flatMap(row => {
    const promise = promises.get(row.id)
    return promise ? [{ ...toOwnCommitment(access, row), ...promise, editedAt: null, editedBy: null }] : []
  })
  return { notes: [], commitments, calls: [] }
}

/**
 * What people wrote in a review, as of now, also over frozen numbers. Everybody who reads the review reads the notes.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function getWritings(access: Access, key: string): Promise<ReviewWritings> {
  assertReads(access, key)
  const found = await findSubject(key)
  const promises = await listCommitmentRows(key)
  if (access.kind === 'share') return writingsOfShare(access, key, promises)
  const reader = readerOf(access, found)
  const [notes, calls] = await Promise.all([listNoteRows(key), listReviewCallRows(key)])
  return {
    notes: notes.map(row => toNote(access, row)),
    commitments: promises
      .filter(({ alloUserId }) => alloUserId === null || seesPerson(reader.only, alloUserId))
      .map(row => toOwnCommitment(access, row)),
    calls: calls.map(row => narrowChoice(access, reader, row)),
  }
}
