import 'server-only'
import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { CallboardError } from '@/lib/errors'
import type { Role } from '@/lib/permissions'
import { type Db, query } from './database'
import { newId } from './ids'
import { people } from './schema'
import { endSessions } from './sessions'
import { isDuplicate } from './storage-error'

export type Person = typeof people.$inferSelect

/** How an e-mail address is kept and compared: people type capitals and spaces. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Whether anybody can sign in yet: until then /setup is open. */
export async function countPeople(): Promise<number> {
  const [row] = await query(db => db.select({ people: count() }).from(people))
  return row?.people ?? 0
}

/**
 * Keeps everybody else from making accounts until the transaction ends, and answers whether there are any: what is then
 * decided by who exists stays true.
 */
export async function lockPeople(tx: Db): Promise<boolean> {
  await tx.execute(sql`lock table ${people} in share row exclusive mode`)
  return (await tx.select({ id: people.id }).from(people).limit(1)).length > 0
}

/** Everybody who is not removed, by name. */
export function listPeople(): Promise<Person[]> {
  return query(db => db.select().from(people).where(isNull(people.removedAt)).orderBy(asc(people.name)))
}

/** Somebody by id, removed or not. */
export async function findPerson(id: string): Promise<Person | null> {
  const [row] = await query(db => db.select().from(people).where(eq(people.id, id)))
  return row ?? null
}

/** Somebody who may sign in with this address, whatever its capitals. */
export async function findPersonByEmail(email: string): Promise<Person | null> {
  const same = and(eq(people.email, normaliseEmail(email)), isNull(people.removedAt))
  const [row] = await query(db => db.select().from(people).where(same))
  return row ?? null
}

/** The account of this address, removed or not. */
export async function findAccount(db: Db, email: string): Promise<Person | null> {
  const [row] = await db
    .select()
    .from(people)
    .where(eq(people.email, normaliseEmail(email)))
  return row ?? null
}

export interface NewPerson {
  email: string
  name: string
  role: Role
  passwordHash: string | null
  alloUserId?: string | null
}

/**
 * Makes an account. Somebody who was removed and comes back gets a new start under the same id,
 * and no session of before goes on.
 *
 * @throws CallboardError INVALID_INPUT when the address already has an account
 */
export async function insertPerson(tx: Db, { email, ...rest }: NewPerson): Promise<Person> {
  const address = normaliseEmail(email)
  const [back] = await tx
    .update(people)
    .set({ ...rest, removedAt: null, startViewId: null })
    .where(and(eq(people.email, address), isNotNull(people.removedAt)))
    .returning()
  if (back) {
    await endSessions(back.id, null, tx)
    return back
  }
  try {
    const [made] = await tx
      .insert(people)
      .values({ id: newId('per'), email: address, ...rest })
      .returning()
    if (!made) throw new CallboardError('INTERNAL', 'the new person was not returned')
    return made
  } catch (thrown) {
    if (!isDuplicate(thrown)) throw thrown
    throw new CallboardError('INVALID_INPUT', 'the address has an account', { fields: { email: 'taken' } })
  }
}
