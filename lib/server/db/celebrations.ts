import 'server-only'
import { and, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { syncState } from './allo-schema'
import { type Db, query } from './database'
import { celebrationOptOuts, celebrations } from './screens-schema'
import { CELEBRATIONS } from './sync'

/** A conversion that was seen: `lib/server/db/screens-schema.ts` says what each part means. */
export type CelebrationRow = typeof celebrations.$inferSelect

/** One that is not numbered yet. */
export type NewCelebration = Omit<CelebrationRow, 'seq' | 'withdrawnAt'>

/** The highest number given; 0 before the first. */
export async function lastSeq(tx: Db): Promise<number> {
  const [row] = await tx.select({ seq: sql`coalesce(max(${celebrations.seq}), 0)`.mapWith(Number) }).from(celebrations)
  return row?.seq ?? 0
}

/** What was seen of calls that began at this moment or later. */
export function celebrationsFrom(moment: Date): Promise<CelebrationRow[]> {
  return query(db => db.select().from(celebrations).where(gte(celebrations.calledAt, moment)))
}

/** What has a higher number, lowest first, as many as given at most. */
export function celebrationsAfter(seq: number, limit: number): Promise<CelebrationRow[]> {
  return query(db =>
    db.select().from(celebrations).where(gt(celebrations.seq, seq)).orderBy(celebrations.seq).limit(limit),
  )
}

/** The one seen last of those that were celebrated and stand; null for none. */
export async function newestCelebrated(): Promise<CelebrationRow | null> {
  const stands = and(eq(celebrations.isQuiet, false), isNull(celebrations.withdrawnAt))
  const [row] = await query(db =>
    db.select().from(celebrations).where(stands).orderBy(desc(celebrations.seenAt), desc(celebrations.seq)).limit(1),
  )
  return row ?? null
}

/** Keeps new ones under the next numbers, in the order given. One whose call is known already is left as it is. */
export async function insertCelebrations(tx: Db, rows: readonly NewCelebration[]): Promise<void> {
  if (rows.length === 0) return
  const first = (await lastSeq(tx)) + 1
  await tx
    .insert(celebrations)
    .values(rows.map((row, index) => ({ ...row, seq: first + index })))
    .onConflictDoNothing()
}

/** Takes some back, each under a number of its own, so that whoever celebrated them hears of it. */
export async function withdrawCelebrations(tx: Db, callIds: readonly string[], at: Date): Promise<void> {
  let seq = await lastSeq(tx)
  for (const callId of callIds) {
    seq += 1
    await tx.update(celebrations).set({ withdrawnAt: at, seq }).where(eq(celebrations.callId, callId))
  }
}

/** Lets some stand again that were taken back. Nobody hears of it: they were celebrated once. */
export async function restoreCelebrations(tx: Db, callIds: readonly string[]): Promise<void> {
  if (callIds.length === 0) return
  await tx
    .update(celebrations)
    .set({ withdrawnAt: null, isQuiet: true })
    .where(inArray(celebrations.callId, [...callIds]))
}

/** Deletes what was seen before a moment, but for the last one: numbers go on from there. Answers how many. */
export async function dropCelebrationsBefore(moment: Date): Promise<number> {
  const dropped = await query(db =>
    db
      .delete(celebrations)
      .where(
        and(
          lt(celebrations.seenAt, moment),
          sql`${celebrations.seq} < (select max(newest.seq) from celebrations as newest)`,
        ),
      )
      .returning({ callId: celebrations.callId }),
  )
  return dropped.length
}

const watched = z.object({ tags: z.array(z.string()) })

/** The tags that were looked for when everything was last recorded; null before the first time. */
export async function readWatchedTags(): Promise<string[] | null> {
  const [row] = await query(db =>
    db.select({ state: syncState.state }).from(syncState).where(eq(syncState.source, CELEBRATIONS)),
  )
  return watched.safeParse(row?.state).data?.tags ?? null
}

/** Keeps which tags were looked for. */
export async function writeWatchedTags(tx: Db, tags: readonly string[]): Promise<void> {
  const state = { tags: [...tags] }
  await tx
    .insert(syncState)
    .values({ source: CELEBRATIONS, state })
    .onConflictDoUpdate({ target: syncState.source, set: { state, updatedAt: new Date() } })
}

/** Ids of the Allo users who do not want their conversions celebrated. */
export async function optedOut(tx: Db): Promise<Set<string>> {
  const rows = await tx.select({ id: celebrationOptOuts.alloUserId }).from(celebrationOptOuts)
  return new Set(rows.map(({ id }) => id))
}

/** Notes that somebody wants to be celebrated, or not. Answers whether that is a change. */
export async function setOptOut(tx: Db, alloUserId: string, isOut: boolean): Promise<boolean> {
  const { alloUserId: id } = celebrationOptOuts
  const changed = isOut
    ? await tx.insert(celebrationOptOuts).values({ alloUserId }).onConflictDoNothing().returning({ id })
    : await tx.delete(celebrationOptOuts).where(eq(id, alloUserId)).returning({ id })
  return changed.length > 0
}
