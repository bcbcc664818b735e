import 'server-only'
import { type Origin, recordAudit } from './audit'
import { tieToAlloUser } from './auth-allo-user'
import { transaction } from './db/database'
import { findPerson, type Person } from './db/people'
import { lockPerson } from './db/people-changes'
import { endSession, startSession } from './db/sessions'
import { SESSION_SECONDS } from './session-cookie'

/** Somebody who was let in, and the id of their new session. */
export interface Entry {
  person: Person
  sid: string
}

/**
 * Opens a session for somebody who has just shown who they are: a row of its own, told in the audit log. The person is
 * locked meanwhile, so that a removal or a new password either ends this session with the others or comes before it.
 *
 * @param person as they were when they were let in
 * @returns null when they were removed since, or, for `credentials`, when the password that was compared no longer counts
 */
export async function openSession(person: Person, provider: string, origin: Origin): Promise<Entry | null> {
  const { id, name, passwordHash } = person
  const { userAgent, address } = origin
  const sid = await transaction(async tx => {
    const now = await lockPerson(tx, id)
    if (!now || (provider === 'credentials' && now.passwordHash !== passwordHash)) return null
    const started = await startSession({ personId: id, provider, userAgent, address, seconds: SESSION_SECONDS }, tx)
    await recordAudit({ actor: { kind: 'person', id, name }, action: 'sign-in', details: { provider }, origin }, tx)
    return started
  })
  if (sid === null) return null
  await tieToAlloUser(person)
  return { person, sid }
}

/** Ends the session of a cookie that is given back, told in the audit log if it had not ended before. */
export async function closeSession(personId: string, sid: string, origin: Origin): Promise<void> {
  if (!(await endSession(personId, sid))) return
  const name = (await findPerson(personId))?.name ?? ''
  await recordAudit({ actor: { kind: 'person', id: personId, name }, action: 'sign-out', origin })
}
