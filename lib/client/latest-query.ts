import { queryOptions } from '@tanstack/react-query'
import type { Latest } from '@/lib/report/latest'
import { getJson } from './api'
import { latestKey } from './latest-keys'
import { HOP } from './retry'

/** Milliseconds between two looks; none while nobody can see the page. */
const EVERY = 30_000

/** The latest calls and how many conversations wait, asked for again and again while the page is in sight. */
export function latestQuery() {
  return queryOptions({
    queryKey: latestKey,
    queryFn: ({ signal }) => getJson<Latest>('/api/latest', { signal }),
    ...HOP,
    staleTime: EVERY / 2,
    refetchInterval: EVERY,
    refetchIntervalInBackground: false,
  })
}
