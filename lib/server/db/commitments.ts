import 'server-only'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { type Db, query } from './database'
import { commitments } from './reviews-schema'

export type CommitmentRow = typeof commitments.$inferSelect

/** What was promised in a review and still stands, the oldest first. */
export function listCommitmentRows(key: string): Promise<CommitmentRow[]> {
  return query(db =>
    db
      .select()
      .from(commitments)
      .where(and(eq(commitments.reviewKey, key), isNull(commitments.deletedAt)))
      .orderBy(asc(commitments.createdAt), asc(commitments.id)),
  )
}

export async function countCommitmentRows(tx: Db, key: string): Promise<number> {
  const [row] = await tx
    .select({ promises: count() })
    .from(commitments)
    .where(and(eq(commitments.reviewKey, key), isNull(commitments.deletedAt)))
  return row?.promises ?? 0
}

export async function insertCommitmentRow(
  tx: Db,
  row: Pick<
    CommitmentRow,
    'id' | 'reviewKey' | 'alloUserId' | 'personName' | 'text' | 'measure' | 'authorId' | 'authorName'
  >,
): Promise<void> {
  await tx.insert(commitments).values(row)
}

/** A promise, also one that was taken away, held until the transaction ends. */
export async function holdCommitmentRow(tx: Db, key: string, id: string): Promise<CommitmentRow | null> {
  const [row] = await tx
    .select()
    .from(commitments)
    .where(and(eq(commitments.id, id), eq(commitments.reviewKey, key)))
    .for('update')
  return row ?? null
}

export async function updateCommitmentRow(
  tx: Db,
  id: string,
  change: Partial<
    Pick<
      CommitmentRow,
      'alloUserId' | 'personName' | 'text' | 'measure' | 'version' | 'editedAt' | 'editedByName' | 'deletedAt'
    >
  >,
): Promise<void> {
  await tx.update(commitments).set(change).where(eq(commitments.id, id))
}
