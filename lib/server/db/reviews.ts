import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { type Db, query } from './database'
import { reviewRevisions, reviews } from './reviews-schema'

export type ReviewRow = typeof reviews.$inferSelect
export type RevisionRow = typeof reviewRevisions.$inferSelect

/** A revision without its document: for lists, which should not read megabytes. */
const FACTS = {
  reviewKey: reviewRevisions.reviewKey,
  number: reviewRevisions.number,
  hash: reviewRevisions.hash,
  headline: reviewRevisions.headline,
  frozenAt: reviewRevisions.frozenAt,
  frozenByName: reviewRevisions.frozenByName,
}

export type RevisionFactsRow = Pick<RevisionRow, keyof typeof FACTS>

/** What is kept of a review besides its revisions; null before anything was. */
export async function findReviewRow(key: string): Promise<ReviewRow | null> {
  const [row] = await query(db => db.select().from(reviews).where(eq(reviews.key, key)))
  return row ?? null
}

/** Every named report, the newest first. */
export function listReportRows(): Promise<ReviewRow[]> {
  return query(db =>
    db.select().from(reviews).where(sql`${reviews.report} is not null`).orderBy(desc(reviews.createdAt)),
  )
}

export async function insertReportRow(
  tx: Db,
  row: { key: string; name: string; report: string; createdBy: string },
): Promise<void> {
  await tx.insert(reviews).values(row)
}

/**
 * Makes sure that a review has a row, and holds it until the transaction ends: whoever freezes or writes the first thing
 * in it waits for the other.
 */
export async function holdReview(tx: Db, key: string): Promise<void> {
  await tx.insert(reviews).values({ key }).onConflictDoNothing()
  await tx.select({ key: reviews.key }).from(reviews).where(eq(reviews.key, key)).for('update')
}

/** A revision with its document: the one of this number, or the newest. null where there is none. */
export async function findRevisionRow(key: string, number: number | null, tx?: Db): Promise<RevisionRow | null> {
  const ofKey = eq(reviewRevisions.reviewKey, key)
  const find = (db: Db) =>
    db
      .select()
      .from(reviewRevisions)
      .where(number === null ? ofKey : and(ofKey, eq(reviewRevisions.number, number)))
      .orderBy(desc(reviewRevisions.number))
      .limit(1)
  const [row] = await (tx ? find(tx) : query(find))
  return row ?? null
}

/** What is known of all revisions of a review, the newest first. */
export function listRevisionRows(key: string): Promise<RevisionFactsRow[]> {
  return query(db =>
    db
      .select(FACTS)
      .from(reviewRevisions)
      .where(eq(reviewRevisions.reviewKey, key))
      .orderBy(desc(reviewRevisions.number)),
  )
}

/** The newest revision of every review. */
export function listNewestRevisionRows(): Promise<RevisionFactsRow[]> {
  return query(db =>
    db
      .selectDistinctOn([reviewRevisions.reviewKey], FACTS)
      .from(reviewRevisions)
      .orderBy(reviewRevisions.reviewKey, desc(reviewRevisions.number)),
  )
}

export async function insertRevisionRow(tx: Db, row: RevisionRow): Promise<void> {
  await tx.insert(reviewRevisions).values(row)
}
