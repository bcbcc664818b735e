import 'server-only'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { type Db, query } from './database'
import { reviewNotes } from './reviews-schema'

export type NoteRow = typeof reviewNotes.$inferSelect

/** The notes of a review that stand, the oldest first. */
export function listNoteRows(key: string): Promise<NoteRow[]> {
  return query(db =>
    db
      .select()
      .from(reviewNotes)
      .where(and(eq(reviewNotes.reviewKey, key), isNull(reviewNotes.deletedAt)))
      .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id)),
  )
}

export async function countNoteRows(tx: Db, key: string): Promise<number> {
  const [row] = await tx
    .select({ notes: count() })
    .from(reviewNotes)
    .where(and(eq(reviewNotes.reviewKey, key), isNull(reviewNotes.deletedAt)))
  return row?.notes ?? 0
}

export async function insertNoteRow(
  tx: Db,
  row: Pick<NoteRow, 'id' | 'reviewKey' | 'section' | 'body' | 'authorId' | 'authorName'>,
): Promise<void> {
  await tx.insert(reviewNotes).values(row)
}

/** A note, also one that was taken away, held until the transaction ends. */
export async function holdNoteRow(tx: Db, key: string, id: string): Promise<NoteRow | null> {
  const [row] = await tx
    .select()
    .from(reviewNotes)
    .where(and(eq(reviewNotes.id, id), eq(reviewNotes.reviewKey, key)))
    .for('update')
  return row ?? null
}

export async function updateNoteRow(
  tx: Db,
  id: string,
  change: Partial<Pick<NoteRow, 'body' | 'version' | 'editedAt' | 'editedByName' | 'deletedAt'>>,
): Promise<void> {
  await tx.update(reviewNotes).set(change).where(eq(reviewNotes.id, id))
}
