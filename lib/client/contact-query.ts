import { infiniteQueryOptions } from '@tanstack/react-query'
import type { TimelineAnswer } from '@/lib/report/contact'
import { getJson } from './api'
import { timelineKey } from './contact-keys'
import { askAgainEvery, HOP } from './retry'

/** All calls and texts with a number, newest first; each further page is earlier. */
export function timelineQuery(number: string) {
  return infiniteQueryOptions({
    queryKey: timelineKey(number),
    queryFn: ({ signal, pageParam }) =>
      getJson<TimelineAnswer>(`/api/contacts/${encodeURIComponent(number)}?page=${pageParam}`, { signal }),
    initialPageParam: 1,
    getNextPageParam: ({ page }) => (page.page < page.totalPages ? page.page + 1 : undefined),
    ...HOP,
    staleTime: 30_000,
    refetchInterval: ({ state }) => askAgainEvery(state.error),
  })
}
