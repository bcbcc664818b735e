import 'server-only'
import { recordAudit } from './audit'
import { type Db, query, transaction } from './db/database'
import { bindIdentity, ENVIRONMENT, findSubject, forgetIdentities } from './db/identities'
import { setPassword } from './db/passwords'
import { findAccount, insertPerson, lockPeople, normaliseEmail } from './db/people'
import { setRole } from './db/people-changes'
import { fitsPassword, hashPassword } from './passwords'

/** Whether the environment gave just this to this account before. */
async function wasApplied(db: Db, email: string, password: string): Promise<boolean> {
  const account = await findAccount(db, email)
  const subject = account && (await findSubject(db, ENVIRONMENT, account.id))
  return Boolean(subject && (await fitsPassword(password, subject)))
}

/**
 * Makes the administrator that the environment names. Each pair of address and password counts once: afterwards the
 * account lives by what is done in Callboard, be it another password, another role or its removal. A pair that is new, a
 * password changed in the environment for one, is applied again: the way in for an operator who is locked out.
 */
export async function ensureConfigured(email: string, password: string): Promise<void> {
  const address = normaliseEmail(email)
  if (await query(db => wasApplied(db, address, password))) return
  const passwordHash = await hashPassword(password)
  await transaction(async tx => {
    await lockPeople(tx)
    // Another instance that started with this one may have been faster.
    if (await wasApplied(tx, address, password)) return
    const account = await findAccount(tx, address)
    if (account?.removedAt === null) {
      await setRole(tx, account.id, 'admin')
      await setPassword(tx, account.id, passwordHash, null)
    }
    const person =
      account?.removedAt === null
        ? account
        : await insertPerson(tx, {
            email: address,
            name: address.split('@')[0] ?? address,
            role: 'admin',
            passwordHash,
          })
    // Whoever a provider called by this address before the removal proves it anew.
    if (account && account.removedAt !== null) await forgetIdentities(tx, person.id)
    await bindIdentity(tx, ENVIRONMENT, passwordHash, person.id)
    await recordAudit({ actor: { kind: 'system' }, action: 'setup', target: address }, tx)
  })
}
