import { infiniteQueryOptions } from '@tanstack/react-query'
import type { TimelineAnswer } from '@/lib/report/contact'
import { getJson } from './api'
import { timelineKey } from './contact-keys'
import { askAgainEvery, HOP } from './retry'

/** Milliseconds between two looks at one page. */
const EVERY = 30_000

/**
 * All calls and texts with a number, newest first; each further page is earlier. Asked for anew while it is in sight, every
 * page of it, so the more of them are open the more seldom.
 */
export function timelineQuery(number: string) {
  return infiniteQueryOptions({
    queryKey: timelineKey(number),
    queryFn: ({ signal, pageParam }) =>
      getJson<TimelineAnswer>(`/api/contacts/${encodeURIComponent(number)}?page=${pageParam}`, { signal }),
    initialPageParam: 1,
    getNextPageParam: ({ page }) => (page.page < page.totalPages ? page.page + 1 : undefined),
    ...HOP,
    staleTime: EVERY,
    refetchInterval: ({ state }) => askAgainEvery(state.error) || EVERY * (state.data?.pages.length ?? 1),
    refetchIntervalInBackground: false,
  })
}
