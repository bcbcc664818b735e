import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { ReportQuery } from '@/lib/report/query'
import { getJson } from './api'
import { outboundKey } from './keys'
import { askAgainEvery, HOP } from './retry'

const SECOND = 1000

/**
 * The outbound report of one question. Keeps itself up to date while on screen, and keeps the old numbers on screen while
 * new ones load.
 */
export function outboundQuery(query: ReportQuery) {
  const queryKey = outboundKey(query)
  const [, , search] = queryKey
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => getJson<ReportAnswer<OutboundReport>>(`/api/reports/outbound${search}`, { signal }),
    ...HOP,
    placeholderData: keepPreviousData,
    // Numbers that came with the page count as fetched when the page was made, so hydration asks nothing.
    staleTime: 25 * SECOND,
    refetchInterval: ({ state }) => refreshEvery(state.data, state.error),
    refetchOnWindowFocus: true,
  })
}

/**
 * Milliseconds until a report on screen is asked for again; false when asking again cannot help. A refresh under way on
 * the server is collected soon; a running period moves; a closed one hardly does.
 */
export function refreshEvery(
  answer: Pick<ReportAnswer<Pick<OutboundReport, 'period'>>, 'report' | 'freshness' | 'comparisonFailure'> | undefined,
  error: CallboardError | null,
): number | false {
  if (error) return askAgainEvery(error)
  if (!answer) return false
  if (answer.freshness.state === 'refreshing') return 2.5 * SECOND
  const failed = answer.freshness.state === 'failed' || answer.comparisonFailure !== null
  if (failed || answer.report.period.running) return 30 * SECOND
  return 300 * SECOND
}
