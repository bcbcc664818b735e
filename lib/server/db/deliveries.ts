import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, notInArray, sql } from 'drizzle-orm'
import type { DeliveryFailure } from '@/lib/settings/delivery'
import { type Db, query } from './database'
import { deliveries, deliveryTargets } from './reviews-schema'

export type Target = typeof deliveryTargets.$inferSelect
export type Delivery = typeof deliveries.$inferSelect
/** What names a row. */
export type DeliveryId = Pick<Delivery, 'targetId' | 'reviewKey' | 'recipient'>

/** Every target, the oldest first. */
export function listTargets(): Promise<Target[]> {
  return query(db => db.select().from(deliveryTargets).orderBy(asc(deliveryTargets.createdAt), asc(deliveryTargets.id)))
}

/** One target, or null. */
export async function findTarget(id: string): Promise<Target | null> {
  const [target] = await query(db => db.select().from(deliveryTargets).where(eq(deliveryTargets.id, id)))
  return target ?? null
}

/** One target, held until the transaction ends; null when there is none. */
export async function holdTarget(tx: Db, id: string): Promise<Target | null> {
  const [target] = await tx.select().from(deliveryTargets).where(eq(deliveryTargets.id, id)).for('update')
  return target ?? null
}

/** How many targets there are. */
export async function countTargets(db: Db): Promise<number> {
  const [row] = await db.select({ all: count() }).from(deliveryTargets)
  return row?.all ?? 0
}

/** Makes a target. */
export async function insertTarget(tx: Db, target: typeof deliveryTargets.$inferInsert): Promise<void> {
  await tx.insert(deliveryTargets).values(target)
}

/** Pauses a target, or lets it go on (null). Answers it as it was changed to; null when nothing was to change. */
export async function pauseTarget(tx: Db, id: string, pausedAt: Date | null): Promise<Target | null> {
  const isOther = pausedAt ? isNull(deliveryTargets.pausedAt) : sql`${deliveryTargets.pausedAt} is not null`
  const [target] = await tx
    .update(deliveryTargets)
    .set({ pausedAt })
    .where(and(eq(deliveryTargets.id, id), isOther))
    .returning()
  return target ?? null
}

/** Changes what is given of a target. Answers it as it was changed to; null when there is none. */
export async function updateTarget(
  tx: Db,
  id: string,
  change: Partial<Pick<Target, 'name' | 'address' | 'locale' | 'at' | 'periods'>>,
): Promise<Target | null> {
  const [target] = await tx.update(deliveryTargets).set(change).where(eq(deliveryTargets.id, id)).returning()
  return target ?? null
}

/** Takes back what waits for anybody but these. */
export async function dropWaiting(tx: Db, targetId: string, recipients: string[]): Promise<void> {
  const isOther = notInArray(deliveries.recipient, recipients)
  await tx.delete(deliveries).where(and(eq(deliveries.targetId, targetId), eq(deliveries.state, 'waiting'), isOther))
}

/** Removes a target and all that was noted of it. Answers it, or null when there is none. */
export async function removeTarget(tx: Db, id: string): Promise<Target | null> {
  const [target] = await tx.delete(deliveryTargets).where(eq(deliveryTargets.id, id)).returning()
  return target ?? null
}

/** What became of the reviews of these targets since a moment, the newest first. */
export function deliveriesSince(targetIds: string[], since: Date): Promise<Delivery[]> {
  return query(db =>
    db
      .select()
      .from(deliveries)
      .where(and(inArray(deliveries.targetId, targetIds), gte(deliveries.changedAt, since)))
      .orderBy(desc(deliveries.changedAt), asc(deliveries.recipient)),
  )
}

/** Notes reviews that are to be sent, or were missed; what is noted already stays as it is. Answers the rows that are new. */
export async function insertDeliveries(
  db: Db,
  rows: (DeliveryId & Pick<Delivery, 'state' | 'nextAt'> & { error: DeliveryFailure | null; changedAt: Date })[],
): Promise<Delivery[]> {
  if (rows.length === 0) return []
  return db.insert(deliveries).values(rows).onConflictDoNothing().returning()
}

/** Those whose turn it is at targets that are not paused, the longest waiting first. */
export async function dueDeliveries(now: Date): Promise<Delivery[]> {
  const rows = await query(db =>
    db
      .select({ delivery: deliveries })
      .from(deliveries)
      .innerJoin(deliveryTargets, eq(deliveryTargets.id, deliveries.targetId))
      .where(and(eq(deliveries.state, 'waiting'), lte(deliveries.nextAt, now), isNull(deliveryTargets.pausedAt)))
      .orderBy(asc(deliveries.nextAt), asc(deliveries.recipient)),
  )
  return rows.map(({ delivery }) => delivery)
}

const named = ({ targetId, reviewKey, recipient }: DeliveryId) =>
  and(eq(deliveries.targetId, targetId), eq(deliveries.reviewKey, reviewKey), eq(deliveries.recipient, recipient))

type Change = Partial<Pick<Delivery, 'state' | 'attempts' | 'nextAt' | 'sentAt'>> & {
  error?: DeliveryFailure | null
  changedAt: Date
}

/**
 * Changes a row if it is in one of these states; of several who try at once, one does.
 *
 * @returns whether it was changed
 */
export async function changeDelivery(
  db: Db,
  id: DeliveryId,
  from: Delivery['state'][],
  change: Change,
): Promise<boolean> {
  const changed = await db
    .update(deliveries)
    .set(change)
    .where(and(named(id), inArray(deliveries.state, from)))
    .returning({ id: deliveries.targetId })
  return changed.length > 0
}

/** Tells of those that somebody began to send and never said more about: they may have arrived. Answers them. */
export function markInterrupted(before: Date, now: Date): Promise<Delivery[]> {
  const change = { state: 'unknown', error: 'interrupted' satisfies DeliveryFailure, changedAt: now } as const
  return query(db =>
    db
      .update(deliveries)
      .set(change)
      .where(and(eq(deliveries.state, 'sending'), lt(deliveries.changedAt, before)))
      .returning(),
  )
}
