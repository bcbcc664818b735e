import { LINES, SENDER_ID } from './lines'
import type { Person } from './people'
import { Problem } from './problem'
import { readWord } from './read-body'
import type { Call } from './routes'
import { TAGS } from './tags'

/** GET /v2/api/users: active people unless asked for blocked ones. */
export function listUsers({ workspace, query }: Call) {
  const role = readWord(query, 'role', ['ADMIN', 'MANAGER', 'MEMBER'])
  const status = readWord(query, 'status', ['ACTIVE', 'BLOCKED']) ?? 'ACTIVE'
  const people = workspace.people.filter(
    person => person.status === status && (role === undefined || person.role === role),
  )
  return { data: people.map(wireUser) }
}

/** GET /v2/api/users/{id}. */
export function getUser({ workspace, path }: Call) {
  const person = workspace.people.find(({ id }) => id === path.id)
  if (!person) throw new Problem(404, 'MEMBER_NOT_FOUND', `No team member has the id '${path.id}'`, { param: 'id' })
  return { data: wireUser(person) }
}

function wireUser({ id, name, email, role, status }: Person) {
  return { id, name, email, role, status, image_url: null }
}

/** GET /v2/api/numbers: the lines, and the sender ID whose number is null. */
export function listNumbers({ workspace }: Call) {
  const lines = LINES.map(({ number, name, country, people }) => ({
    number,
    name,
    country,
    type: 'NUMBER',
    capabilities: country === 'US' ? ['VOICE', 'SMS', 'MMS'] : ['VOICE', 'SMS'],
    users: people.flatMap(place => workspace.userRef(place) ?? []),
  }))
  const sender = {
    number: null,
    name: SENDER_ID.name,
    country: SENDER_ID.country,
    type: 'SENDER_ID',
    capabilities: ['SMS'],
    users: [],
  }
  return { data: [...lines, sender] }
}

/** GET /v2/api/tags. */
export function listTags() {
  return { data: TAGS }
}
