import { queryOptions } from '@tanstack/react-query'
import { type CallsQuery, searchProblem, writeCalls } from '@/lib/report/calls-query'
import type { CallsAnswer, CountAnswer } from '@/lib/report/items'
import { getJson, type Priority } from './api'
import { callsCountKey, callsPageKey } from './calls-keys'
import { askAgainEvery, HOP } from './retry'

const SECOND = 1000

function withPage(search: string, page: number): string {
  if (page === 1) return search
  return `${search}${search === '' ? '?' : '&'}page=${page}`
}

/** Path of a page in one of the routes that answer a list of calls. */
export function callsPath(route: 'items' | 'items/export', query: CallsQuery, page: number): string {
  return `/api/${route}${withPage(writeCalls(query), page)}`
}

/** A page of calls and texts, 1-based. On screen it keeps itself up to date: calls come in, and tags and summaries come late. */
export function callsPageQuery(query: CallsQuery, page: number) {
  return queryOptions({
    queryKey: callsPageKey(query, page),
    queryFn: ({ signal }) => getJson<CallsAnswer>(callsPath('items', query, page), { signal }),
    ...HOP,
    staleTime: 30 * SECOND,
    refetchInterval: ({ state }) => (state.error ? askAgainEvery(state.error) : 60 * SECOND),
    enabled: searchProblem(query.q) === null,
  })
}

/** How many there are, asked apart because it is known sooner than the rows. */
export function callsCountQuery(query: CallsQuery, priority: Priority = 'interactive') {
  const queryKey = callsCountKey(query)
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => getJson<CountAnswer>(`/api/items/count${queryKey[2]}`, { signal, priority }),
    ...HOP,
    staleTime: 60 * SECOND,
    enabled: searchProblem(query.q) === null,
  })
}
