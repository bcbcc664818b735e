import { queryOptions } from '@tanstack/react-query'
import type { SinceAnswer } from '@/lib/report/review/listing'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { getJson } from './api'
import { HOP } from './retry'
import { sinceKey, writingsKey } from './review-keys'

/** Milliseconds between two looks at what others write, while the page is looked at. */
const AGAIN = 10_000

/** The address of a review's routes. */
export function reviewApi(key: string, rest = ''): string {
  return `/api/reviews/${encodeURIComponent(key)}${rest}`
}

/** Notes, commitments and chosen calls of a review, asked for anew every ten seconds, as several people write at once. */
export function writingsQuery(key: string) {
  return queryOptions({
    queryKey: writingsKey(key),
    queryFn: ({ signal }) => getJson<ReviewWritings>(reviewApi(key, '/writings'), { signal }),
    ...HOP,
    staleTime: AGAIN,
    refetchInterval: AGAIN,
  })
}

/** What moved since a revision was frozen. It may cost questions to Allo, so it is asked once, after the page is here. */
export function sinceQuery(key: string, revision: number) {
  return queryOptions({
    queryKey: sinceKey(key, revision),
    queryFn: ({ signal }) => getJson<SinceAnswer>(reviewApi(key, '/since'), { signal, priority: 'prefetch' }),
    ...HOP,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
