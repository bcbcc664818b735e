import 'server-only'
import { measureSchema } from '@/lib/report/review/commitments'
import { type Commitment, type ReviewCall, SECTIONS } from '@/lib/report/review/document'
import type { ReviewCallChoice, ReviewNote, ReviewWritings } from '@/lib/report/review/writings'
import type { Access } from '@/lib/server/access/access'
import type { CommitmentRow } from '@/lib/server/db/commitments'
import type { ReviewCallRow } from '@/lib/server/db/review-calls'
import type { NoteRow } from '@/lib/server/db/review-notes'
import { mayChange } from './writer'

/** A note as its reader sees it. One on a section that there is no more hangs on the summary. */
export function toNote(access: Access, row: NoteRow): ReviewNote {
  const { id, body, version, authorId, authorName, createdAt, editedAt, editedByName } = row
  return {
    id,
    section: SECTIONS.find(section => section === row.section) ?? 'summary',
    body,
    version,
    author: authorName,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    editedBy: editedByName,
    mine: mayChange(access, authorId),
  }
}

/** A commitment as it is kept. One whose measure cannot be read any more is a promise in words. */
export function toCommitment(row: CommitmentRow): Commitment {
  const { id, alloUserId, personName, text, authorName } = row
  return {
    id,
    user: alloUserId === null ? null : { id: alloUserId, name: personName ?? alloUserId },
    text,
    measure: row.measure === null ? null : (measureSchema.safeParse(row.measure).data ?? null),
    author: authorName,
  }
}

/** As toCommitment, for whoever may change it. */
export function toOwnCommitment(access: Access, row: CommitmentRow): ReviewWritings['commitments'][number] {
  const { version, createdAt, editedAt, editedByName, authorId } = row
  return {
    ...toCommitment(row),
    version,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    editedBy: editedByName,
    mine: mayChange(access, authorId),
  }
}

function isCall(facts: Record<string, unknown>): facts is Record<string, unknown> & ReviewCall {
  return typeof facts.id === 'string' && typeof facts.date === 'string' && Array.isArray(facts.tags)
}

/** What was done to a call, whole. */
export function toChoice(row: ReviewCallRow): ReviewCallChoice {
  const { callId, state, facts, moments, position, version } = row
  return { callId, state, facts: facts && isCall(facts) ? facts : null, moments, position, version }
}
