import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Role } from '@/lib/permissions'
import { type Access, assertMay } from './access/access'
import { type Origin, recordAudit } from './audit'
import { type Db, transaction } from './db/database'
import type { Person } from './db/people'
import { lockAdministrators, lockPerson, markRemoved, renamePerson, setRole } from './db/people-changes'
import { endSessions } from './db/sessions'

/** Who does it, and where from. */
interface By {
  access: Access
  origin: Origin
}

/**
 * Who is to be changed, and the administrators, both locked. Administrators always come first, so that two changes never
 * wait for each other.
 */
async function lock(tx: Db, access: Access, id: string): Promise<{ person: Person; admins: Set<string> }> {
  const admins = await lockAdministrators(tx)
  // Whoever asks may have lost the role while this waited.
  if (!admins.has(access.id)) throw new CallboardError('FORBIDDEN', 'no administrator any more')
  const person = await lockPerson(tx, id)
  if (!person) throw new CallboardError('NOT_FOUND', 'no such person')
  return { person, admins }
}

function assertNotLast({ person, admins }: { person: Person; admins: Set<string> }): void {
  if (person.role !== 'admin' || admins.size > 1) return
  throw new CallboardError('INVALID_INPUT', 'the last administrator', { fields: { role: 'lastAdmin' } })
}

/**
 * Gives somebody another role, another name, or both. It counts from their next request on.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND, and INVALID_INPUT when no administrator would be left
 */
export function changePerson(by: By, id: string, change: { role?: Role; name?: string }): Promise<void> {
  const { access, origin } = by
  assertMay(access, 'people.manage')
  return transaction(async tx => {
    const locked = await lock(tx, access, id)
    const { email: target, role, name } = locked.person
    if (change.role !== undefined && change.role !== role) {
      assertNotLast(locked)
      await setRole(tx, id, change.role)
      const details = { before: role, after: change.role }
      await recordAudit({ actor: access, action: 'role.changed', target, details, origin }, tx)
    }
    if (change.name !== undefined && change.name !== name) {
      await renamePerson(tx, id, change.name)
      const details = { before: name, after: change.name }
      await recordAudit({ actor: access, action: 'person.renamed', target, details, origin }, tx)
    }
  })
}

/**
 * Removes somebody and ends their sessions: their next request is nobody's.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND, and INVALID_INPUT for the last administrator
 */
export function removePerson({ access, origin }: By, id: string): Promise<void> {
  assertMay(access, 'people.manage')
  return transaction(async tx => {
    const locked = await lock(tx, access, id)
    assertNotLast(locked)
    await markRemoved(tx, locked.person)
    await endSessions(id, null, tx)
    const { email: target, role } = locked.person
    await recordAudit({ actor: access, action: 'person.removed', target, details: { role }, origin }, tx)
  })
}
