import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { type Db, query } from './database'
import { reviewCalls } from './reviews-schema'

export type ReviewCallRow = typeof reviewCalls.$inferSelect

/** What was done to the calls of a review, in the order of the pinned ones. */
export function listReviewCallRows(key: string, tx?: Db): Promise<ReviewCallRow[]> {
  const list = (db: Db) =>
    db
      .select()
      .from(reviewCalls)
      .where(eq(reviewCalls.reviewKey, key))
      .orderBy(asc(reviewCalls.position), asc(reviewCalls.callId))
  return tx ? list(tx) : query(list)
}

export async function findReviewCallRow(tx: Db, key: string, callId: string): Promise<ReviewCallRow | null> {
  const [row] = await tx
    .select()
    .from(reviewCalls)
    .where(and(eq(reviewCalls.reviewKey, key), eq(reviewCalls.callId, callId)))
  return row ?? null
}

/** Writes what was done to a call, over what stood there. */
export async function putReviewCallRow(tx: Db, row: ReviewCallRow): Promise<void> {
  const { reviewKey: _, callId: __, ...change } = row
  await tx
    .insert(reviewCalls)
    .values(row)
    .onConflictDoUpdate({ target: [reviewCalls.reviewKey, reviewCalls.callId], set: change })
}
