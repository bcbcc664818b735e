import 'server-only'
import { personQuestion } from '@/lib/report/calls-doors'
import type { PersonCalls } from '@/lib/report/person'
import type { ReportQuery } from '@/lib/report/query'
import { type Access, assertMay } from './access/access'
import { assertOpensCall } from './access/scope'
import type { Call } from './allo'
import { searchItems } from './items'

/** Calls that the page lists. */
const LISTED = 10

function countTags(lists: readonly string[][]): PersonCalls['tags'] {
  const calls = new Map<string, number>()
  for (const key of lists.flatMap(tags => [...new Set(tags)])) calls.set(key, (calls.get(key) ?? 0) + 1)
  return [...calls]
    .map(([key, count]) => ({ key, calls: count }))
    .sort((one, other) => other.calls - one.calls || one.key.localeCompare(other.key, 'en'))
}

/**
 * The latest calls of an Allo user in a period, in and out, and how often each tag occurs on the first page of them. One
 * question to Allo, the one that the list of calls asks for the same person and dates.
 *
 * @throws CallboardError FORBIDDEN for calls that the reader may not open, or Allo's failure
 */
export async function getPersonCalls(
  access: Access,
  id: string,
  { period }: Pick<ReportQuery, 'period'>,
  call: Call = {},
): Promise<PersonCalls> {
  assertMay(access, 'calls.list')
  assertOpensCall(access, id)
  const { rows, page, fetchedAt } = await searchItems(access, personQuestion(id, period), 1, call)
  // Allo ignores what it does not understand, so whose calls came is looked at again.
  const own = rows.filter(row => row.user?.id === id)
  return {
    rows: own.slice(0, LISTED),
    tags: countTags(own.map(row => row.tags)),
    read: own.length,
    total: page.totalCount,
    fetchedAt,
  }
}
