import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson, mayAccess } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { optedOut, setOptOut } from '@/lib/server/db/celebrations'
import { query, transaction } from '@/lib/server/db/database'
import { alloNames } from '@/lib/server/people-ties'

/** Whether the conversions of an Allo user are celebrated on the screens. Throws STORAGE_DOWN. */
export async function isCelebrated(alloUserId: string): Promise<boolean> {
  return !(await query(optedOut)).has(alloUserId)
}

/**
 * Ids of the Allo users whose conversions are not celebrated, for who looks after the screens.
 *
 * @throws CallboardError FORBIDDEN, STORAGE_DOWN
 */
export async function listOptOuts(access: Access): Promise<Set<string>> {
  assertMay(access, 'screens.manage')
  return query(optedOut)
}

/** The name of whom this is about, if it is the reader's to say. */
async function nameOf(access: Access, alloUserId: string, call: Call): Promise<string> {
  assertMay(access, 'account.own')
  assertPerson(access)
  if (access.alloUserId === alloUserId) return access.name
  if (!mayAccess(access, 'screens.manage')) throw new CallboardError('FORBIDDEN', "a colleague's celebrations")
  const name = (await alloNames(call)).get(alloUserId)
  if (name === undefined) throw new CallboardError('NOT_FOUND', 'Allo has no such user')
  return name
}

/**
 * Says whether an Allo user's conversions are celebrated from now on: people say it for themselves, and who looks after the
 * screens for everybody. They count in the numbers either way.
 *
 * @throws CallboardError FORBIDDEN for somebody else's; NOT_FOUND for somebody whom Allo does not have; Allo's failure when it
 *   has to be asked for the name
 */
export async function setCelebrated(
  access: Access,
  { alloUserId, isWanted }: { alloUserId: string; isWanted: boolean },
  origin: Origin,
  call: Call = {},
): Promise<void> {
  const target = await nameOf(access, alloUserId, call)
  await transaction(async tx => {
    if (!(await setOptOut(tx, alloUserId, !isWanted))) return
    const action = isWanted ? 'celebrations.on' : 'celebrations.off'
    await recordAudit({ actor: access, action, target, details: { id: alloUserId }, origin }, tx)
  })
}
