import 'server-only'
import type { PersonLine } from '@/lib/settings/person'
import { type Access, assertMay } from './access/access'
import type { Call } from './allo'
import { listPeople } from './db/people'
import { countSessions } from './db/sessions'
import { alloNames } from './people-ties'
import { within } from './within'

/** Milliseconds that the page waits for the names in Allo: they are a detail here. */
const PATIENCE = 1500

function alloOf(id: string | null, names: Map<string, string> | null): PersonLine['allo'] {
  if (id === null) return { state: 'none' }
  const name = names?.get(id)
  return name === undefined ? { state: 'unknown' } : { state: 'tied', name }
}

/**
 * Everybody with an account, by name.
 *
 * @throws CallboardError FORBIDDEN, STORAGE_DOWN
 */
export async function listPersonLines(access: Access, call: Call = {}): Promise<PersonLine[]> {
  assertMay(access, 'people.manage')
  const [people, counts, asked] = await Promise.all([listPeople(), countSessions(), within(alloNames(call), PATIENCE)])
  const names = asked?.status === 'fulfilled' ? asked.value : null
  const seen = new Map(counts.map(({ personId, ...count }) => [personId, count]))
  const admins = people.filter(({ role }) => role === 'admin').length
  const byName = people.sort((one, other) => one.name.localeCompare(other.name))
  return byName.map(({ id, name, email, role, alloUserId }) => ({
    id,
    name,
    email,
    role,
    allo: alloOf(alloUserId, names),
    lastSeenAt: seen.get(id)?.lastSeenAt.toISOString() ?? null,
    sessions: seen.get(id)?.live ?? 0,
    isSelf: id === access.id,
    isLastAdmin: role === 'admin' && admins === 1,
  }))
}
