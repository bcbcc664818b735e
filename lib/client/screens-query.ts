import { queryOptions } from '@tanstack/react-query'
import type { ScreenView } from '@/lib/tv/fleet'
import { getJson } from './api'
import { HOP } from './retry'
import { screensKey } from './screens-keys'

/** Milliseconds: a screen beats every half minute. */
const AGAIN = 15_000

/** All screens and how they stand, asked for anew every quarter of a minute while it is looked at. */
export function screensQuery() {
  return queryOptions({
    queryKey: screensKey,
    queryFn: ({ signal }) => getJson<ScreenView[]>('/api/screens', { signal }),
    ...HOP,
    staleTime: AGAIN,
    refetchInterval: AGAIN,
  })
}
