import { type CallsQuery, writeCalls } from '@/lib/report/calls-query'

/** One page of the list that a question has; the server fills the cache by it too. */
export function callsPageKey(query: CallsQuery, page: number) {
  return ['items', writeCalls(query), page] as const
}

/** How many calls and texts a question has, however they are sorted. */
export function callsCountKey(query: CallsQuery) {
  return ['items', 'count', writeCalls({ ...query, sort: 'newest' })] as const
}
