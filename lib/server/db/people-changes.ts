import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '@/lib/permissions'
import { type Db, query } from './database'
import { revokeLinks } from './links'
import type { Person } from './people'
import { people } from './schema'
import { savedViews, viewPins } from './views-schema'

const present = isNull(people.removedAt)

/**
 * How rows are locked: against changes, and not against others who refer to them. Who signs in by a provider holds the
 * table and then needs to refer to a row; a change holds the row and then waits for the table.
 */
const LOCK = 'no key update'

/**
 * Ids of the administrators, locked until the transaction ends: of two who would lower each other, the second waits and
 * then sees what the first left.
 */
export async function lockAdministrators(tx: Db): Promise<Set<string>> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), present))
    .orderBy(asc(people.id))
    .for(LOCK)
  return new Set(rows.map(({ id }) => id))
}

/** Somebody who is not removed, locked until the transaction ends; null when there is none. */
export async function lockPerson(tx: Db, id: string): Promise<Person | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), present))
    .for(LOCK)
  return row ?? null
}

export async function renamePerson(tx: Db, id: string, name: string): Promise<void> {
  await tx.update(people).set({ name }).where(eq(people.id, id))
}

export async function setRole(tx: Db, id: string, role: Role): Promise<void> {
  await tx.update(people).set({ role }).where(eq(people.id, id))
}

export async function setAlloUser(tx: Db, id: string, alloUserId: string | null): Promise<void> {
  await tx.update(people).set({ alloUserId }).where(eq(people.id, id))
}

/**
 * Takes everything from somebody that lets them in or was theirs alone: password, open reset links, pins, and views that
 * they did not share. Shared views stay with the team, and the row stays for the log.
 */
export async function markRemoved(tx: Db, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> {
  const gone = { removedAt: new Date(), passwordHash: null, startViewId: null }
  await tx.update(people).set(gone).where(eq(people.id, id))
  await revokeLinks(tx, 'reset', email)
  await tx.delete(viewPins).where(eq(viewPins.personId, id))
  await tx.delete(savedViews).where(and(eq(savedViews.personId, id), eq(savedViews.shared, false)))
}

/** Everybody who has or had an account, by name. */
export function listEverybody(): Promise<Person[]> {
  return query(db => db.select().from(people).orderBy(asc(people.name)))
}
