import { LINES } from './lines'
import { Problem } from './problem'
import { type Fields, readList } from './read-body'
import type { Workspace } from './workspace'

export interface ScopeFilter {
  people: Uint8Array | null
  lines: Uint8Array | null
}

/** `user_ids` or `allo_numbers` as look-up tables; unknown ones match nothing. Throws FILTER_CONFLICT when both are given. */
export function readScope(fields: Fields, workspace: Workspace): ScopeFilter {
  const ids = readList(fields, 'user_ids')
  const numbers = readList(fields, 'allo_numbers')
  if (ids.length > 0 && numbers.length > 0) {
    throw new Problem(400, 'FILTER_CONFLICT', 'user_ids cannot be combined with allo_numbers', {
      param: 'allo_numbers',
    })
  }
  return {
    people: ids.length > 0 ? table(workspace.people, person => ids.includes(person.id)) : null,
    lines: numbers.length > 0 ? table(LINES, line => numbers.includes(line.number)) : null,
  }
}

function table<T>(list: readonly T[], test: (entry: T) => boolean): Uint8Array {
  const result = new Uint8Array(256)
  for (const [place, entry] of list.entries()) if (test(entry)) result[place] = 1
  return result
}
