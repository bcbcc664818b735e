import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson } from './access/access'
import { clearAttempts, countAttempt } from './attempts'
import { type Origin, recordAudit } from './audit'
import { linkTo } from './auth-address'
import { transaction } from './db/database'
import { findOpenLink, insertLink, revokeLinks, spendLink } from './db/links'
import { setPassword } from './db/passwords'
import { findPerson, findPersonByEmail, type Person } from './db/people'
import { lockAdministrators, lockPerson } from './db/people-changes'
import { env } from './env'
import { assertGoodPassword } from './password-rules'
import { fitsPassword, hashPassword } from './passwords'

const DAY = 86_400

/** A link to a new password. `expiresAt` is ISO 8601. */
export interface ResetLink {
  email: string
  link: string
  expiresAt: string
}

const expired = () => new CallboardError('LINK_EXPIRED', 'no open reset with this secret')

function assertPasswordsCount(): void {
  if (!env().CALLBOARD_PASSWORD_SIGN_IN) throw new CallboardError('NOT_FOUND', 'no sign-in by password here')
}

/**
 * Rows are locked in the order in which removing somebody does (`people.ts`): administrators, the person, their links.
 */
function insertReset(person: Person, by: Access | null, origin: Origin): Promise<ResetLink> {
  const { id: personId, email } = person
  return transaction(async tx => {
    if (by && !(await lockAdministrators(tx)).has(by.id)) throw new CallboardError('FORBIDDEN', 'no administrator')
    if (!(await lockPerson(tx, personId))) throw new CallboardError('NOT_FOUND', 'nobody with this id')
    const given = { kind: 'reset', email, role: null, personId, createdBy: by?.id ?? null, seconds: DAY } as const
    const { link, secret } = await insertLink(tx, given)
    await recordAudit({ actor: by, action: 'reset.made', target: email, origin }, tx)
    return { email, link: linkTo(`/reset/${secret}`), expiresAt: link.expiresAt.toISOString() }
  })
}

/**
 * Makes a link by which somebody sets a new password, once, within a day. It is in this answer and nowhere else.
 *
 * @throws CallboardError FORBIDDEN; NOT_FOUND for nobody, and where nobody signs in by password
 */
export async function makeResetLink(access: Access, personId: string, origin: Origin): Promise<ResetLink> {
  assertPerson(access)
  assertMay(access, 'people.manage')
  assertPasswordsCount()
  const person = await findPerson(personId)
  if (!person || person.removedAt) throw new CallboardError('NOT_FOUND', 'nobody with this id')
  return insertReset(person, access, origin)
}

/**
 * For somebody who says to have forgotten their password. The link is for a mail to that address and nothing else.
 *
 * @returns how to make the link, for when the answer is out and its speed tells nothing any more; null when the address
 * has no account, which nobody may be told
 * @throws CallboardError TOO_MANY_ATTEMPTS, whether the address has an account or not
 */
export async function requestReset(email: string, origin: Origin): Promise<(() => Promise<ResetLink>) | null> {
  assertPasswordsCount()
  const wait = await countAttempt(`forgot ${email}`, origin.address)
  if (wait > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'asked too often', { retryAfterSeconds: wait })
  const person = await findPersonByEmail(email)
  return person && (() => insertReset(person, null, origin))
}

/** Whose password a link sets; null when it is unknown, used, revoked or too old, or its person was removed. */
export async function readReset(secret: string): Promise<Pick<Person, 'id' | 'name' | 'email'> | null> {
  const found = await findOpenLink('reset', secret)
  const person = found?.link.personId ? await findPerson(found.link.personId) : null
  if (!person || person.removedAt) return null
  const { id, name, email } = person
  return { id, name, email }
}

/**
 * Sets a new password by a link and ends all sessions of that person.
 *
 * @returns the address to sign in with
 * @throws CallboardError LINK_EXPIRED; INVALID_INPUT for a password that is no good
 */
export async function resetPassword(token: string, password: string, origin: Origin): Promise<{ email: string }> {
  assertPasswordsCount()
  const person = await readReset(token)
  if (!person) throw expired()
  const { id, name, email } = person
  await assertGoodPassword(password, email)
  const passwordHash = await hashPassword(password)
  await transaction(async tx => {
    // The person before the link, as in insertReset.
    if (!(await lockPerson(tx, id))) throw expired()
    if (!(await spendLink(tx, 'reset', token))) throw expired()
    await setPassword(tx, id, passwordHash, null)
    const actor = { kind: 'person', id, name } as const
    await recordAudit({ actor, action: 'password.reset', target: email, origin }, tx)
  })
  // Whoever proved the address need not wait for the guesses of others.
  await clearAttempts(email)
  return { email }
}

/**
 * Changes one's own password, and ends one's other sessions. Guessing at the current one is limited as signing in is.
 *
 * @throws CallboardError INVALID_INPUT at `current` (`wrongPassword`) or `next`; TOO_MANY_ATTEMPTS; CONFLICT when it
 * was changed meanwhile
 */
export async function changePassword(
  access: Access,
  { current, next }: { current: string; next: string },
  origin: Origin,
): Promise<void> {
  assertPerson(access)
  assertPasswordsCount()
  const { id, email, sessionId } = access
  const wait = await countAttempt(email, origin.address)
  if (wait > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'tried too often', { retryAfterSeconds: wait })
  const person = await findPerson(id)
  if (!(await fitsPassword(current, person?.passwordHash ?? null))) {
    throw new CallboardError('INVALID_INPUT', 'not the current password', { fields: { current: 'wrongPassword' } })
  }
  await clearAttempts(email)
  await assertGoodPassword(next, email, 'next')
  const passwordHash = await hashPassword(next)
  await transaction(async tx => {
    const now = await lockPerson(tx, id)
    // A reset, or a removal, that came while this one was worked out counts.
    if (now?.passwordHash !== person?.passwordHash) throw new CallboardError('CONFLICT', 'changed meanwhile')
    await setPassword(tx, id, passwordHash, sessionId)
    // A link that somebody else may have asked for must not outlive the change.
    await revokeLinks(tx, 'reset', email)
    await recordAudit({ actor: access, action: 'password.changed', target: email, origin }, tx)
  })
}
