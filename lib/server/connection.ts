import 'server-only'
import type { Me, PhoneLine, Tag, User } from '@/lib/allo/schemas'
import type {
  ConnectionFacts,
  ConnectionFailure,
  KeyFacts,
  LineFacts,
  Part,
  PersonFacts,
  TagFacts,
} from '@/lib/connection'
import { CallboardError, toCallboardError } from '@/lib/errors'
import { featureNames } from '@/lib/features'
import type { TagSet } from '@/lib/settings/settings'
import { type Access, assertMay } from './access/access'
import { answers, type Call } from './allo'
import type { Answered } from './cache'
import { readProgress } from './connection-progress'
import { missingFeatures } from './features'
import { askMe, askNumbers, askTags, askUsers } from './questions'
import { within } from './within'
import { workspaceState } from './workspace'

/** Longest wait for any of Allo's answers, in milliseconds: two repeated attempts at an address that nobody answers fit in. */
const PATIENCE = 6000

/** An answer that comes too late is remembered for whoever asks next. Throws ALLO_TIMEOUT, or what the question did. */
async function soon<T>(asked: Promise<T>): Promise<T> {
  const outcome = await within(asked, PATIENCE)
  if (outcome === null) throw new CallboardError('ALLO_TIMEOUT', 'no answer while the page was made')
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

const toFailure = ({ code, requestId }: CallboardError): ConnectionFailure => ({ code, requestId: requestId ?? null })

function toKey({ value, fetchedAt }: Answered<Me>): KeyFacts {
  const { team, apiKeyId, scopes, endpoints, rateLimits } = value
  return {
    team: team?.name ?? null,
    id: apiKeyId,
    scopes: scopes.toSorted(),
    endpoints: endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
    ...rateLimits,
    askedAt: new Date(fetchedAt).toISOString(),
  }
}

/** A failed refresh leaves the older answer on show, beside the failure. */
async function readKey(call: Call): Promise<{ me: Answered<Me> | null; failure: ConnectionFailure | null }> {
  try {
    const me = await soon(askMe(call))
    const { freshness } = me
    return {
      me,
      failure: freshness.state === 'failed' ? { code: freshness.code, requestId: freshness.requestId } : null,
    }
  } catch (thrown) {
    return { me: null, failure: toFailure(toCallboardError(thrown)) }
  }
}

async function part<T, R>(asked: Promise<T[]>, read: (row: T) => R): Promise<Part<R>> {
  try {
    return { rows: (await soon(asked)).map(read) }
  } catch (thrown) {
    return { failure: toFailure(toCallboardError(thrown)) }
  }
}

const toLine = ({ number, name, country, type, capabilities, users }: PhoneLine): LineFacts => ({
  number: type === 'SENDER_ID' ? null : number,
  name,
  country,
  capabilities,
  users: users.map(user => user.name),
})

const toPerson = ({ id, name, email, role, status }: User): PersonFacts => ({
  id,
  name,
  email,
  role,
  blocked: status === 'BLOCKED',
})

function toTag({ id: _, key, name, color }: Tag, sets: readonly TagSet[]): TagFacts {
  const own = key ?? name
  const counting = sets
    .filter(({ tags }) => tags.includes(own))
    .sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
  return { key: own, name, color, sets: counting.map(set => set.name), counts: counting.some(set => set.isDefault) }
}

async function askEverybody(call: Call): Promise<User[]> {
  const [active, blocked] = await Promise.all([askUsers('ACTIVE', call), askUsers('BLOCKED', call)])
  return [...active.value, ...blocked.value]
}

/**
 * What the workspace's key is and may do, what Allo tells of lines, people and tags, and how far reading ahead got. What Allo
 * does not answer is told as such; the rest is there.
 *
 * @throws CallboardError FORBIDDEN, or STORAGE_DOWN
 */
export async function getConnection(access: Access, call: Call = {}): Promise<ConnectionFacts> {
  assertMay(access, 'workspace.write')
  const { tagSets } = workspaceState()
  const [{ me, failure }, lines, people, tags, progress] = await Promise.all([
    readKey(call),
    part(
      askNumbers(call).then(({ value }) => value),
      toLine,
    ),
    part(askEverybody(call), toPerson),
    part(
      askTags(call).then(({ value }) => value),
      tag => toTag(tag, tagSets),
    ),
    readProgress(),
  ])
  const missing = me ? missingFeatures(me.value) : {}
  const nameOf = new Map('rows' in lines ? lines.rows.map(({ number, name }) => [number, name]) : [])
  return {
    key: me && toKey(me),
    failure,
    features: featureNames().map(name => ({ name, obstacle: missing[name] ?? null })),
    lines,
    people,
    tags,
    sync: { ...progress, lines: progress.lines.map(each => ({ ...each, name: nameOf.get(each.line) ?? null })) },
  }
}

/**
 * Forgets what Allo said of the key and the workspace, and asks anew. How that went is in what getConnection answers next.
 *
 * @throws CallboardError FORBIDDEN
 */
export async function checkConnection(access: Access, call: Call = {}): Promise<void> {
  assertMay(access, 'workspace.write')
  const asked = ['me', 'numbers', 'tags', 'users ACTIVE', 'users BLOCKED']
  await Promise.all(asked.map(key => answers().forget({ key })))
  await readKey(call)
}
