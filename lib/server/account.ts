import 'server-only'
import type { PersonAccess } from './access/access'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { findPerson } from './db/people'
import { renamePerson } from './db/people-changes'
import { env } from './env'

/** How somebody gets in: with a password they can change, with one they do not have, or only by a provider. */
export type PasswordState = 'has' | 'none' | 'off'

/** Whether somebody has a password to change. */
export async function passwordState(access: PersonAccess): Promise<PasswordState> {
  if (!env().CALLBOARD_PASSWORD_SIGN_IN) return 'off'
  const person = await findPerson(access.id)
  return person?.passwordHash ? 'has' : 'none'
}

/** Gives oneself another name. */
export async function renameOneself(access: PersonAccess, name: string, origin: Origin): Promise<void> {
  if (name === access.name) return
  await transaction(async tx => {
    await renamePerson(tx, access.id, name)
    await recordAudit(
      {
        actor: access,
        action: 'person.renamed',
        target: access.email,
        details: { before: access.name, after: name },
        origin,
      },
      tx,
    )
  })
}
