import 'server-only'
import { and, eq, inArray, lt, notInArray } from 'drizzle-orm'
import { type Db, query } from './database'
import { screenImages } from './screens-schema'

export type ImageRow = Pick<typeof screenImages.$inferSelect, 'id' | 'type' | 'data'>

/** Keeps a picture, for another while when it is kept already. */
export async function putImage(image: ImageRow): Promise<void> {
  const createdAt = new Date()
  await query(db =>
    db
      .insert(screenImages)
      .values({ ...image, createdAt })
      .onConflictDoUpdate({ target: screenImages.id, set: { createdAt } }),
  )
}

/** A picture by its id; null for none. */
export async function findImage(id: string): Promise<ImageRow | null> {
  const [row] = await query(db => db.select().from(screenImages).where(eq(screenImages.id, id)))
  return row ?? null
}

/** Which of these pictures are kept. */
export async function knownImages(tx: Db, ids: string[]): Promise<Set<string>> {
  const rows = await tx.select({ id: screenImages.id }).from(screenImages).where(inArray(screenImages.id, ids))
  return new Set(rows.map(({ id }) => id))
}

/** Drops pictures that were sent before an instant, except those that are in use. Answers how many. */
export async function dropImagesBefore(instant: Date, used: string[]): Promise<number> {
  const rows = await query(db =>
    db
      .delete(screenImages)
      .where(and(lt(screenImages.createdAt, instant), notInArray(screenImages.id, used)))
      .returning({ id: screenImages.id }),
  )
  return rows.length
}
