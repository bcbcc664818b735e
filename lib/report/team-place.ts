import type { Place } from './place'
import type { ReportQuery, ViewQuery } from './query'
import { readView, writeView } from './search'

/** What the team page shows: the overview report, or everybody's funnels side by side. */
export const TEAM_SHOWS = ['overview', 'funnels'] as const
export type TeamShow = (typeof TEAM_SHOWS)[number]

/** Columns to sort by; the first is the one a page begins with. */
export const SORTS = {
  overview: ['calls', 'talk', 'long', 'rate', 'name'],
  funnels: ['dials', 'connected', 'conversations', 'conversions', 'name'],
} as const satisfies Record<TeamShow, readonly string[]>
export type OverviewSort = (typeof SORTS)['overview'][number]
export type FunnelSort = (typeof SORTS)['funnels'][number]

/** A column and its direction. Names begin with A, figures with the largest. */
export interface Sort<K extends string = string> {
  by: K
  reversed: boolean
}

/** What of the team page's address is its own, beside the report's question. */
export type TeamPart = { show: 'overview'; sort: Sort<OverviewSort> } | { show: 'funnels'; sort: Sort<FunnelSort> }

const OWN = ['show', 'sort']
/** Of the outbound view and not of this page. */
const FOREIGN = ['by', 'heat', 'stage', 'on', 'person', 'cell', 'page', 'call']

/** `talk`, or `talk.up` the other way round; null for what is no column. */
function readSort<K extends string>(text: string | null, columns: readonly K[]): Sort<K> | null {
  const [name, way, ...more] = text?.split('.') ?? []
  const by = columns.find(column => column === name)
  if (by === undefined || more.length > 0 || (way !== undefined && way !== 'up')) return null
  return { by, reversed: way === 'up' }
}

/** Reads the page's own parameters leniently. */
export function readTeamPart(params: URLSearchParams): TeamPart {
  const text = params.get('sort')
  if (params.get('show') === 'funnels') {
    return { show: 'funnels', sort: readSort(text, SORTS.funnels) ?? { by: 'dials', reversed: false } }
  }
  return { show: 'overview', sort: readSort(text, SORTS.overview) ?? { by: 'calls', reversed: false } }
}

/** What differs from the default, without '?'. */
export function writeTeamPart({ show, sort }: TeamPart): string {
  const plain = sort.by === SORTS[show][0] && !sort.reversed
  return [
    ...(show === 'overview' ? [] : [`show=${show}`]),
    ...(plain ? [] : [`sort=${sort.by}${sort.reversed ? '.up' : ''}`]),
  ].join('&')
}

/** The page's own parameters that cannot be used as they stand. */
function unusable(params: URLSearchParams): string[] {
  const show = params.get('show')
  const sort = params.get('sort')
  const columns: readonly string[] = SORTS[show === 'funnels' ? 'funnels' : 'overview']
  return [
    ...(show !== null && !TEAM_SHOWS.some(each => each === show) ? ['show'] : []),
    ...(sort !== null && readSort(sort, columns) === null ? ['sort'] : []),
  ]
}

function only({ report }: ViewQuery): ViewQuery {
  return { report: { ...report, granularity: 'day' }, heat: 'rate', drill: null }
}

/** The team page: a report's question, what of it is shown, and by which column it is sorted. */
export const TEAM: Place = {
  path: '/team',
  read(params) {
    const rest = new URLSearchParams(params)
    for (const name of [...OWN, ...FOREIGN]) rest.delete(name)
    const { view, ignored } = readView(rest)
    const foreign = FOREIGN.filter(name => params.has(name))
    return { view: only(view), ignored: [...ignored, ...foreign, ...unusable(params)] }
  },
  write: view => writeView(only(view)),
  keep: params => writeTeamPart(readTeamPart(params)),
}

/** A question to the overview report; tags do not count there, so views that differ only in them share it. */
export function overviewQuestion(report: ReportQuery): ReportQuery {
  return { ...report, tags: null, granularity: 'day' }
}
