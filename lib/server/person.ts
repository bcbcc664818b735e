import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Person } from '@/lib/report/person'
import { seesPerson } from '@/lib/report/sight'
import { type Access, assertMay, assertNoLink } from './access/access'
import { sightOf } from './access/scope'
import type { Call } from './allo'
import { askNumbers, askUsers } from './questions'

/** The lines somebody uses; null where the key may not read lines or Allo does not answer: the page does without. */
async function findLines(id: string, call: Call): Promise<Person['lines']> {
  try {
    const { value } = await askNumbers(call)
    return value.flatMap(({ number, name, users }) =>
      number !== null && users.some(user => user.id === id) ? [{ number, name }] : [],
    )
  } catch {
    return null
  }
}

/**
 * Who an Allo user is.
 *
 * @returns null for an id that is nobody's
 * @throws CallboardError FORBIDDEN for a colleague whose numbers are not to be seen, ALLO_SCOPE_MISSING where the key may not
 *   read users, or Allo's failure
 */
export async function findPerson(access: Access, id: string, call: Call = {}): Promise<Person | null> {
  assertMay(access, 'reports.read')
  assertNoLink(access)
  if (!seesPerson(sightOf(access).only, id)) throw new CallboardError('FORBIDDEN', "a colleague's page")
  const [active, blocked, lines] = await Promise.all([
    askUsers('ACTIVE', call),
    askUsers('BLOCKED', call),
    findLines(id, call),
  ])
  const find = (users: typeof active) => users.value.find(user => user.id === id)
  const user = find(active) ?? find(blocked)
  return user ? { id, name: user.name, role: user.role, blocked: find(active) === undefined, lines } : null
}
