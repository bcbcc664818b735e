import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FunnelAnswer } from '@/lib/report/funnels'
import type { ReportAnswer } from '@/lib/report/outbound'
import type { OverviewReport } from '@/lib/report/overview'
import type { ReportQuery } from '@/lib/report/query'
import { writeReport } from '@/lib/report/search'
import { getJson } from './api'
import { atMost } from './at-most'
import { refreshEvery } from './report-query'
import { HOP } from './retry'
import { overviewKey } from './team-keys'

const SECOND = 1000

/** The overview report of one question, kept up to date as the outbound report is. */
export function overviewQuery(query: ReportQuery) {
  const queryKey = overviewKey(query)
  const [, , search] = queryKey
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => getJson<ReportAnswer<OverviewReport>>(`/api/reports/overview${search}`, { signal }),
    ...HOP,
    placeholderData: keepPreviousData,
    staleTime: 25 * SECOND,
    refetchInterval: ({ state }) => refreshEvery(state.data, state.error),
    refetchOnWindowFocus: true,
  })
}

/** One question a person, and the whole page's other questions go first: a few at once leave them room. */
const few = atMost(3)

/**
 * The funnel of whoever a question names. Asked once and not again by itself: there may be as many of these on a page as people
 * in the team.
 */
export function funnelQuery(query: ReportQuery) {
  const search = writeReport({ ...query, comparison: 'none', granularity: 'day' })
  return queryOptions({
    queryKey: ['report', 'funnel', search],
    queryFn: ({ signal }) =>
      few(signal, () => getJson<FunnelAnswer>(`/api/team/funnel${search}`, { signal, priority: 'prefetch' })),
    ...HOP,
    staleTime: 60 * SECOND,
    refetchOnWindowFocus: false,
  })
}
