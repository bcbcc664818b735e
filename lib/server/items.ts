import 'server-only'
import { CallboardError } from '@/lib/errors'
import { straysOf } from '@/lib/report/calls-check'
import { type CallsQuery, searchProblem } from '@/lib/report/calls-query'
import { toSearchBody } from '@/lib/report/calls-to-allo'
import { CALLS_PAGE, type CallsAnswer, type CountAnswer, type ItemsAnswer } from '@/lib/report/items'
import { rangeOfName } from '@/lib/report/named-period'
import type { DateRange } from '@/lib/report/query'
import { type Access, assertMay, mayAccess } from './access/access'
import { opensCall } from './access/scope'
import { allo, type Call } from './allo'
import { toItemRow } from './item-view'
import { askSearch } from './questions'
import { today, workspace } from './workspace'

/** The dates that a question means today. */
function rangeOf({ dates }: CallsQuery): DateRange | null {
  if (typeof dates !== 'string') return dates
  return rangeOfName(dates, { today: today(), weekStart: workspace().weekStart })
}

/**
 * The question as its reader may ask it: reps ask for their own calls, whatever else they ask. null for a rep who is no
 * Allo user and so has no calls.
 *
 * @throws CallboardError FORBIDDEN for a colleague's calls, INVALID_PARAMETER for words that cannot be looked for
 */
function narrowTo(access: Access, query: CallsQuery): CallsQuery | null {
  assertMay(access, 'calls.list')
  const problem = searchProblem(query.q)
  if (problem) throw new CallboardError('INVALID_PARAMETER', `the search is refused: ${problem}`, { field: 'q' })
  if (mayAccess(access, 'calls.all')) return query
  const own = access.kind === 'person' ? access.alloUserId : null
  if (query.person !== null && query.person !== own) throw new CallboardError('FORBIDDEN', "a colleague's calls")
  return own === null ? null : { ...query, person: own }
}

function nothing(page: number): CallsAnswer {
  const counts = { page, size: CALLS_PAGE, totalCount: 0, totalPages: 0 }
  return { rows: [], page: counts, fetchedAt: new Date().toISOString(), strays: [], stale: false }
}

/**
 * A page of the calls and texts that a question has, in Allo's order. A page past the end is empty and has the right
 * totals. Rows that do not keep to the question are told in `strays`, not dropped; rows that the reader may not open never
 * leave the server.
 *
 * @param page 1-based, of CALLS_PAGE rows
 * @throws CallboardError FORBIDDEN, INVALID_PARAMETER with the field at fault, or Allo's failure
 */
export async function searchItems(
  access: Access,
  query: CallsQuery,
  page: number,
  call: Call = {},
): Promise<CallsAnswer> {
  const asked = narrowTo(access, query)
  if (asked === null) return nothing(page)
  const range = rangeOf(asked)
  const { value, fetchedAt, freshness } = await askSearch(toSearchBody(asked, range, { page, size: CALLS_PAGE }), call)
  const rows = value.rows.filter(item => opensCall(access, item.user?.id ?? null)).map(toItemRow)
  const { size, totalCount, totalPages } = value.pagination
  return {
    rows,
    page: { page, size, totalCount, totalPages },
    fetchedAt: new Date(fetchedAt).toISOString(),
    strays: straysOf(rows, asked, range, workspace().zone),
    stale: freshness.state === 'failed',
  }
}

/**
 * How many calls and texts a question has, by the cheapest question there is: one row and the total.
 *
 * @throws CallboardError as searchItems
 */
export async function countItems(access: Access, query: CallsQuery, call: Call = {}): Promise<CountAnswer> {
  const asked = narrowTo(access, query)
  if (asked === null) return { totalCount: 0 }
  // How they are sorted does not change how many there are.
  const sorted: CallsQuery = { ...asked, sort: 'newest' }
  const { value } = await askSearch(toSearchBody(sorted, rangeOf(asked), { page: 1, size: 1 }), call)
  return { totalCount: value.pagination.totalCount }
}

/**
 * A page for a file of the whole result: as searchItems, but asked anew and not kept, since hundreds of pages read once
 * would push out what everybody else looks at.
 *
 * @throws CallboardError as searchItems, and FORBIDDEN for whoever may take nothing away
 */
export async function readItemsOnce(
  access: Access,
  query: CallsQuery,
  page: number,
  call: Call = {},
): Promise<ItemsAnswer> {
  assertMay(access, 'reports.export')
  const asked = narrowTo(access, query)
  if (asked === null) return nothing(page)
  const body = toSearchBody(asked, rangeOf(asked), { page, size: CALLS_PAGE })
  const { rows, pagination } = await allo().searchItems(body, call)
  const { size, totalCount, totalPages } = pagination
  return {
    rows: rows.filter(item => opensCall(access, item.user?.id ?? null)).map(toItemRow),
    page: { page, size, totalCount, totalPages },
    fetchedAt: new Date().toISOString(),
  }
}
