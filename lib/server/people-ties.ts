import 'server-only'
import type { User } from '@/lib/allo/schemas'
import { type Access, assertMay } from './access/access'
import { allo, type Call } from './allo'
import { transaction } from './db/database'
import { listPeople, normaliseEmail } from './db/people'
import { setAlloUser } from './db/people-changes'
import { askUsers } from './questions'

/** Everybody in Allo as remembered, also those who are blocked: their calls still count. */
async function askEverybody(call: Call): Promise<User[]> {
  const both = await Promise.all([askUsers('ACTIVE', call), askUsers('BLOCKED', call)])
  return both.flatMap(({ value }) => value)
}

/** Names of Allo's users by id. Throws Allo's failure. */
export async function alloNames(call: Call = {}): Promise<Map<string, string>> {
  return new Map((await askEverybody(call)).map(({ id, name }) => [id, name]))
}

/** Ids of Allo's users by e-mail address, as ours are compared. Of two with one address, the first counts. */
function byEmail(users: readonly User[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (const { id, email } of users) {
    const address = email === null ? '' : normaliseEmail(email)
    if (address !== '' && !ids.has(address)) ids.set(address, id)
  }
  return ids
}

/**
 * The Allo user with this e-mail address; null when Allo knows nobody of that address.
 *
 * @throws CallboardError Allo's failure
 */
export async function findAlloUserId(email: string, call: Call = {}): Promise<string | null> {
  return byEmail(await askEverybody(call)).get(normaliseEmail(email)) ?? null
}

/** Ties everybody to the one of these with their e-mail address, or to none. Answers how many ties changed. */
async function tieTo(users: readonly User[]): Promise<number> {
  const ids = byEmail(users)
  const changes = (await listPeople()).flatMap(({ id, email, alloUserId }) => {
    const found = ids.get(email) ?? null
    return found === alloUserId ? [] : [{ id, found }]
  })
  await transaction(async tx => {
    for (const { id, found } of changes) await setAlloUser(tx, id, found)
  })
  return changes.length
}

/**
 * Ties everybody to the Allo user with their e-mail address, or to none.
 *
 * @returns how many ties changed
 * @throws CallboardError STORAGE_DOWN, or Allo's failure; nobody is untied because Allo did not answer
 */
export async function tieEverybody(call: Call = {}): Promise<number> {
  return tieTo(await askEverybody(call))
}

/**
 * As tieEverybody, for somebody who has just changed something in Allo: what is remembered does not count.
 *
 * @throws CallboardError FORBIDDEN besides
 */
export async function checkTies(access: Access, call: Call = {}): Promise<number> {
  assertMay(access, 'people.manage')
  const users = await Promise.all([allo().users({ status: 'ACTIVE' }, call), allo().users({ status: 'BLOCKED' }, call)])
  return tieTo(users.flat())
}
