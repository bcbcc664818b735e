import 'server-only'
import { countAttempt } from './attempts'
import { type Origin, recordAudit } from './audit'
import { nameField } from './auth-address'
import { type Db, transaction } from './db/database'
import { bindIdentity, findPersonByIdentity, findSubject } from './db/identities'
import { spendInvitationTo } from './db/links'
import { findAccount, lockPeople, normaliseEmail, type Person } from './db/people'
import { env } from './env'
import { join } from './invitations'
import { log } from './log'
import type { Claims, Provider } from './providers'

/** Why somebody was not let in: for the log of administrators, never for who is refused. */
type Refusal = 'nobody set up' | 'address not proven' | 'removed' | 'another subject' | 'no account'

function isAllowedDomain(email: string): boolean {
  return env().CALLBOARD_ALLOWED_DOMAINS.includes(email.slice(email.lastIndexOf('@') + 1))
}

/** The name that the provider tells, as far as it is one; else what stands before the @. */
function nameOf({ name }: Claims, email: string): string {
  const given = nameField.safeParse(name)
  return given.success ? given.data : (email.split('@')[0] ?? email)
}

/** Decides about a subject that is bound to nobody, or to somebody who was removed. */
async function admitByEmail(
  tx: Db,
  given: { provider: Provider; claims: Claims; email: string; wasRemoved: boolean; origin: Origin },
): Promise<Person | Refusal> {
  const { provider, claims, email, wasRemoved, origin } = given
  // The first account is an administrator's, made at /setup.
  if (!(await lockPeople(tx))) return 'nobody set up'
  const account = await findAccount(tx, email)
  if (account && account.removedAt === null) {
    if (wasRemoved) return 'removed'
    const subject = await findSubject(tx, provider.issuer, account.id)
    // Bound a moment ago, by a request that came with this one.
    if (subject === claims.sub) return account
    // An address that passed on to somebody else at the provider must not bring its account with it.
    if (subject !== null) return 'another subject'
    await bindIdentity(tx, provider.issuer, claims.sub, account.id)
    return account
  }
  const invitation = await spendInvitationTo(tx, email)
  if (!invitation && (wasRemoved || account)) return 'removed'
  if (!invitation && !isAllowedDomain(email)) return 'no account'
  const role = invitation?.role ?? env().CALLBOARD_DEFAULT_ROLE
  const joiner = { email, name: nameOf(claims, email), role, passwordHash: null }
  const person = await join(tx, joiner, provider.id, origin)
  await bindIdentity(tx, provider.issuer, claims.sub, person.id)
  return person
}

async function decide(provider: Provider, claims: Claims, origin: Origin): Promise<Person | Refusal> {
  // Once bound, the subject counts: an address changes hands, a subject does not.
  const bound = await findPersonByIdentity(provider.issuer, claims.sub)
  if (bound && bound.removedAt === null) return bound
  const proven = provider.provenEmail(claims)
  if (proven === null) return bound ? 'removed' : 'address not proven'
  const email = normaliseEmail(proven)
  return transaction(tx => admitByEmail(tx, { provider, claims, email, wasRemoved: bound !== null, origin }))
}

/**
 * Whom a provider has shown to be at the door: somebody it was bound to, somebody with an account or an open invitation
 * to the same proven e-mail address, or somebody new of an allowed domain, who gets the default role.
 *
 * @returns null for everybody else; the reason is in the audit log
 */
export async function admit(provider: Provider, claims: Claims, origin: Origin): Promise<Person | null> {
  const decision = await decide(provider, claims, origin)
  if (typeof decision !== 'string') return decision
  log().warn({ event: 'sign-in refused', provider: provider.id, reason: decision })
  // Counted, so that nobody fills the log by coming again and again.
  if ((await countAttempt(`${provider.issuer} ${claims.sub}`, origin.address)) === 0) {
    const target = typeof claims.email === 'string' ? normaliseEmail(claims.email) : undefined
    const details = { provider: provider.id, reason: decision }
    await recordAudit({ actor: null, action: 'sign-in.refused', target, details, origin })
  }
  return null
}
