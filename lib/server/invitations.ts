import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Role } from '@/lib/permissions'
import { type Access, assertMay, assertPerson } from './access/access'
import { type Origin, recordAudit } from './audit'
import { linkTo } from './auth-address'
import { type Db, transaction } from './db/database'
import { forgetIdentities } from './db/identities'
import { findOpenLink, insertLink, type Link, listOpenInvitations, revokeInvitationLink, spendLink } from './db/links'
import { findAccount, insertPerson, lockPeople, type NewPerson, normaliseEmail, type Person } from './db/people'
import { env } from './env'
import { assertGoodPassword } from './password-rules'
import { hashPassword } from './passwords'

const WEEK = 7 * 86_400

/** An invitation that waits to be used, as administrators see it. Instants are ISO 8601. */
export interface Invitation {
  id: string
  email: string
  role: Role
  createdAt: string
  expiresAt: string
}

function toInvitation({ id, email, role, createdAt, expiresAt }: Link): Invitation {
  if (role === null) throw new CallboardError('INTERNAL', 'an invitation without a role')
  return { id, email, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
}

const expired = () => new CallboardError('LINK_EXPIRED', 'no open invitation with this secret')

/**
 * Invites somebody, in the place of an earlier invitation to the same address. The link is in this answer and nowhere
 * else; it lets one person in, within a week.
 *
 * @throws CallboardError FORBIDDEN; INVALID_INPUT when the address has an account
 */
export async function makeInvitation(
  access: Access,
  { email, role }: { email: string; role: Role },
  origin: Origin,
): Promise<{ invitation: Invitation; link: string }> {
  assertPerson(access)
  assertMay(access, 'people.manage')
  const address = normaliseEmail(email)
  return transaction(async tx => {
    const account = await findAccount(tx, address)
    if (account?.removedAt === null) {
      throw new CallboardError('INVALID_INPUT', 'the address has an account', { fields: { email: 'taken' } })
    }
    const given = {
      kind: 'invitation',
      email: address,
      role,
      personId: null,
      createdBy: access.id,
      seconds: WEEK,
    } as const
    const { link, secret } = await insertLink(tx, given)
    await recordAudit({ actor: access, action: 'person.invited', target: address, details: { role }, origin }, tx)
    return { invitation: toInvitation(link), link: linkTo(`/invitation/${secret}`) }
  })
}

/** The invitations that wait to be used, the newest first. */
export async function listInvitations(access: Access): Promise<Invitation[]> {
  assertMay(access, 'people.manage')
  return (await listOpenInvitations()).map(toInvitation)
}

/**
 * Takes an invitation back, at once.
 *
 * @throws CallboardError FORBIDDEN; NOT_FOUND when it is used, revoked or too old already
 */
export async function revokeInvitation(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'people.manage')
  await transaction(async tx => {
    const link = await revokeInvitationLink(tx, id)
    if (!link) throw new CallboardError('NOT_FOUND', 'no open invitation with this id')
    await recordAudit({ actor: access, action: 'invitation.revoked', target: link.email, origin }, tx)
  })
}

/** What an invitation says to who opens it. `invitedBy` is null when that account is gone. */
export interface OpenInvitation {
  email: string
  role: Role
  invitedBy: string | null
}

/** The invitation of a secret; null when it is unknown, used, revoked or too old. */
export async function readInvitation(secret: string): Promise<OpenInvitation | null> {
  const found = await findOpenLink('invitation', secret)
  if (!found) return null
  const { email, role } = toInvitation(found.link)
  return { email, role, invitedBy: found.createdByName }
}

/** Makes the account of somebody who was let in, told in the audit log. Who was here before proves anew who they are. */
export async function join(tx: Db, given: NewPerson, how: string, origin: Origin): Promise<Person> {
  const person = await insertPerson(tx, given)
  await forgetIdentities(tx, person.id)
  const { id, name, email, role } = person
  const actor = { kind: 'person', id, name } as const
  await recordAudit({ actor, action: 'person.joined', target: email, details: { role, how }, origin }, tx)
  return person
}

/**
 * Turns an invitation into an account that signs in with a password.
 *
 * @returns the address to sign in with
 * @throws CallboardError LINK_EXPIRED; INVALID_INPUT for a password that is no good; NOT_FOUND where nobody signs in by password
 */
export async function acceptInvitation(
  { token, name, password }: { token: string; name: string; password: string },
  origin: Origin,
): Promise<{ email: string }> {
  if (!env().CALLBOARD_PASSWORD_SIGN_IN) throw new CallboardError('NOT_FOUND', 'no sign-in by password here')
  const invitation = await readInvitation(token)
  if (!invitation) throw expired()
  await assertGoodPassword(password, invitation.email)
  const passwordHash = await hashPassword(password)
  return transaction(async tx => {
    // People before links, as whoever comes by a provider: two who wait for each other would both fail.
    await lockPeople(tx)
    const link = await spendLink(tx, 'invitation', token)
    if (!link) throw expired()
    const { email, role } = toInvitation(link)
    await join(tx, { email, name, role, passwordHash }, 'password', origin)
    return { email }
  })
}
