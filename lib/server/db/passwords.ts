import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Db, query } from './database'
import { people } from './schema'
import { endSessions } from './sessions'

/**
 * Gives somebody a new password and ends their sessions, together.
 *
 * @param except the session that goes on; null for none
 */
export async function setPassword(
  tx: Db,
  personId: string,
  passwordHash: string,
  except: string | null,
): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
  await endSessions(personId, except, tx)
}

/** Keeps the same password under a new hash, unless it was changed meanwhile. Answers whether it was not. */
export async function renewHash(personId: string, before: string, passwordHash: string): Promise<boolean> {
  const same = and(eq(people.id, personId), eq(people.passwordHash, before))
  const kept = await query(db => db.update(people).set({ passwordHash }).where(same).returning({ id: people.id }))
  return kept.length > 0
}
