import { queryOptions } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import type { CallAnswer, CallDetails, DayCallsAnswer, DrilldownAnswer } from '@/lib/report/drilldown'
import type { DrillQuery, IsoDate, ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, writeView } from '@/lib/report/search'
import { getJson, type Priority } from './api'
import { callDetailsKey, callKey } from './call-keys'
import { askAgainEvery, HOP } from './retry'

/** A view with its drilldown open. */
export type DrilledView = ViewQuery & { drill: DrillQuery }

/** Narrows a view to one whose drawer is open. */
export function isDrilled(view: ViewQuery): view is DrilledView {
  return view.drill !== null
}

/**
 * What decides the calls of a list, as a search string: no comparison, granularity or heatmap metric, no opened call, so
 * that views which differ only in those share their lists.
 */
function listSearch({ report, drill }: DrilledView, page: number): string {
  const { comparison, granularity } = DEFAULT_VIEW.report
  return writeView({
    report: { ...report, comparison, granularity },
    heat: DEFAULT_VIEW.heat,
    drill: { ...drill, page, call: null },
  })
}

/** Names the list that a drilldown's pages belong to. */
export function listKey(view: DrilledView): string {
  return listSearch(view, 1)
}

/** Of what the drawer shows: a failure that may pass is asked about again, as its sentence says. */
const SHOWN = { staleTime: 60_000, refetchInterval: askAgain } as const

function askAgain({ state }: { state: { error: CallboardError | null } }): number | false {
  return askAgainEvery(state.error)
}

/** One page of the calls behind a mark. While the next page of the same list loads, the page before stays on screen. */
export function drilldownQuery(view: DrilledView, priority: Priority = 'interactive') {
  const list = listKey(view)
  return queryOptions({
    queryKey: ['drilldown', list, view.drill.page],
    queryFn: ({ signal }) =>
      getJson<DrilldownAnswer>(`/api/drilldown${listSearch(view, view.drill.page)}`, { signal, priority }),
    ...HOP,
    ...SHOWN,
    placeholderData: (before, query) => (query?.queryKey[1] === list ? before : undefined),
  })
}

/** The calls of one day behind a heatmap cell. */
export function dayCallsQuery(view: DrilledView, day: IsoDate, priority: Priority = 'interactive') {
  const search = listSearch(view, 1)
  return queryOptions({
    queryKey: ['drilldown', 'day', search, day],
    queryFn: ({ signal }) => getJson<DayCallsAnswer>(`/api/drilldown/day${search}&day=${day}`, { signal, priority }),
    ...HOP,
    staleTime: 60_000,
  })
}

/** Contact, summary and tags of the calls of one page, at most 100. Calls that Allo does not know any more are missing. */
export function callDetailsQuery(ids: string[]) {
  return queryOptions({
    queryKey: [...callDetailsKey, ids],
    queryFn: ({ signal }) =>
      getJson<CallDetails[]>(`/api/calls/details?ids=${ids.map(encodeURIComponent).join(',')}`, { signal }),
    ...HOP,
    staleTime: 60_000,
    enabled: ids.length > 0,
  })
}

/** One call with its transcript. */
export function callQuery(id: string, priority: Priority = 'interactive') {
  return queryOptions({
    queryKey: callKey(id),
    queryFn: ({ signal }) => getJson<CallAnswer>(`/api/calls/${encodeURIComponent(id)}`, { signal, priority }),
    ...HOP,
    ...SHOWN,
  })
}
