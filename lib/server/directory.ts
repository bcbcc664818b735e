import 'server-only'
import { toCallboardError } from '@/lib/errors'
import type { Directory } from '@/lib/report/directory'
import { seesLines, seesPerson } from '@/lib/report/sight'
import { type Access, assertMay } from './access/access'
import { sightOf } from './access/scope'
import type { Call } from './allo'
import type { Answered } from './cache'
import { log } from './log'
import { askMe, askNumbers, askTags, askUsers } from './questions'

/** A part of the directory that may be missing without the rest: empty when it failed or is out of the key's scopes. */
async function part<T>(asked: Promise<Answered<T[]>>, missing: Set<string>, scope: string): Promise<T[]> {
  try {
    return (await asked).value
  } catch (thrown) {
    const error = toCallboardError(thrown)
    if (error.code === 'ALLO_SCOPE_MISSING') missing.add(scope)
    else log().warn({ event: 'directory incomplete', scope, code: error.code, requestId: error.requestId })
    return []
  }
}

function byName(one: { name: string | null }, other: { name: string | null }): number {
  return (one.name ?? '').localeCompare(other.name ?? '', 'en')
}

/**
 * People, lines and tags of the workspace; of people and lines only those whose numbers the reader sees. A part that the key may
 * not read is empty and its scope is named.
 *
 * @throws CallboardError FORBIDDEN, or Allo's failure when not even the team can be asked
 */
export async function getDirectory(access: Access, call: Call = {}): Promise<Directory> {
  assertMay(access, 'directory.read')
  const { only } = sightOf(access)
  const missing = new Set<string>()
  const [me, active, blocked, lines, tags] = await Promise.all([
    askMe(call),
    part(askUsers('ACTIVE', call), missing, 'USERS_READ'),
    part(askUsers('BLOCKED', call), missing, 'USERS_READ'),
    part(askNumbers(call), missing, 'PHONE_NUMBERS_READ'),
    part(askTags(call), missing, 'TAGS_READ'),
  ])
  return {
    team: me.value.team?.name ?? null,
    people: [
      ...active.map(({ id, name }) => ({ id, name, blocked: false })),
      ...blocked.map(({ id, name }) => ({ id, name, blocked: true })),
    ]
      .filter(({ id }) => seesPerson(only, id))
      .sort(byName),
    // Sender IDs have no number: nobody dials from them.
    lines: lines
      .flatMap(({ number, name, country, type }) =>
        number === null || type === 'SENDER_ID' || !seesLines(only) ? [] : [{ number, name, country }],
      )
      .sort(byName),
    // Which field the calls carry is undocumented; the name is a slug in every answer seen.
    tags: tags.map(({ key, name, color }) => ({ key: key ?? name, name, color })).sort(byName),
    missingScopes: [...missing].sort(),
  }
}
