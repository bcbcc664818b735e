import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PersonCalls } from '@/lib/report/person'
import type { Period } from '@/lib/report/query'
import { getJson } from './api'
import { askAgainEvery, HOP } from './retry'
import { personCallsKey } from './team-keys'

/** The latest calls of somebody in a period, and the tags on them. */
export function personCallsQuery(id: string, period: Period) {
  const queryKey = personCallsKey(id, period)
  const [, , , search] = queryKey
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => getJson<PersonCalls>(`/api/team/${id}/calls${search}`, { signal }),
    ...HOP,
    staleTime: 25_000,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => askAgainEvery(state.error),
  })
}
