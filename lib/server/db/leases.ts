import 'server-only'
import { and, eq, gt, lt, or, sql } from 'drizzle-orm'
import { type Db, query } from './database'
import { leases } from './schema'

/** Seconds that the others leave it alone when its holder says nothing any more, unless it says otherwise. */
const SECONDS = 60
const until = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`

/** Takes what only one may do at a time, by the database's clock, or keeps it for longer. Answers whether it is ours now. */
export async function takeLease(name: string, holder: string, seconds = SECONDS): Promise<boolean> {
  const taken = await query(db =>
    db
      .insert(leases)
      .values({ name, holder, until: until(seconds) })
      .onConflictDoUpdate({
        target: leases.name,
        set: { holder, until: until(seconds) },
        setWhere: or(lt(leases.until, sql`now()`), eq(leases.holder, holder)),
      })
      .returning({ name: leases.name }),
  )
  return taken.length > 0
}

/** Keeps it for longer, within the transaction that writes. Answers whether it still is ours: if not, nothing may be written. */
export async function keepLease(tx: Db, name: string, holder: string): Promise<boolean> {
  const kept = await tx
    .update(leases)
    .set({ until: until(SECONDS) })
    .where(and(eq(leases.name, name), eq(leases.holder, holder)))
    .returning({ name: leases.name })
  return kept.length > 0
}

/** Whether anybody has it now. */
export async function isLeased(name: string): Promise<boolean> {
  const live = and(eq(leases.name, name), gt(leases.until, sql`now()`))
  return (await query(db => db.select({ name: leases.name }).from(leases).where(live))).length > 0
}

/** Gives it back, if it is ours. */
export async function releaseLease(name: string, holder: string): Promise<void> {
  await query(db => db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder))))
}
