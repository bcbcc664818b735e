import 'server-only'
import { and, eq, ne, or } from 'drizzle-orm'
import { type Db, query } from './database'
import type { Person } from './people'
import { identities, people } from './schema'

/** A subject of this provider is the hash of the password that the environment last gave (see `first-administrator.ts`). */
export const ENVIRONMENT = 'environment'

/** Whom a provider's subject was bound to, removed or not. */
export async function findPersonByIdentity(provider: string, subject: string): Promise<Person | null> {
  const [row] = await query(db =>
    db
      .select({ person: people })
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(and(eq(identities.provider, provider), eq(identities.subject, subject))),
  )
  return row?.person ?? null
}

/** How a provider knows somebody; null when it does not yet. */
export async function findSubject(db: Db, provider: string, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ subject: identities.subject })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.personId, personId)))
  return row?.subject ?? null
}

/** From now on this subject of this provider is this person and nobody else, and this person no other subject of it. */
export async function bindIdentity(tx: Db, provider: string, subject: string, personId: string): Promise<void> {
  const either = or(eq(identities.personId, personId), eq(identities.subject, subject))
  await tx.delete(identities).where(and(eq(identities.provider, provider), either))
  await tx.insert(identities).values({ provider, subject, personId })
}

/** Forgets how providers knew somebody: who comes back after a removal proves anew who they are. */
export async function forgetIdentities(tx: Db, personId: string): Promise<void> {
  await tx.delete(identities).where(and(eq(identities.personId, personId), ne(identities.provider, ENVIRONMENT)))
}
