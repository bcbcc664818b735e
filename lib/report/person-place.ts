import type { Place } from './place'
import type { ReportQuery, ViewQuery } from './query'
import { readView, writeView } from './search'

/** The whole team's question: nobody's in particular. */
const EVERYBODY = { people: [], lines: [] } satisfies Partial<ReportQuery>

function without(params: URLSearchParams, names: readonly string[]): URLSearchParams {
  const rest = new URLSearchParams(params)
  for (const name of names) rest.delete(name)
  return rest
}

/**
 * The page of one Allo user, `/people/[id]`: the outbound view of that person. Whose it is stands in the path, so `people`
 * and `lines` are no parameters here. `call` and `t` without a drilldown open a call over the page and are no part of the view.
 */
export function personPlace(id: string): Place {
  const only = (view: ViewQuery): ViewQuery => ({ ...view, report: { ...view.report, people: [id], lines: [] } })
  return {
    path: `/people/${id}`,
    read(params) {
      const { view, ignored } = readView(params.has('stage') ? params : without(params, ['call', 't']))
      const foreign = ['people', 'lines'].filter(name => params.has(name) && !ignored.includes(name))
      return { view: only(view), ignored: [...ignored, ...foreign] }
    },
    write: view => writeView({ ...view, report: { ...view.report, ...EVERYBODY } }),
    keep: () => '',
  }
}

/** The address of somebody's page, asked the same as a report. */
export function personHref(id: string, report: ReportQuery, drill: ViewQuery['drill'] = null): string {
  const { path, write } = personPlace(id)
  return path + write({ report: { ...report, granularity: 'day' }, heat: 'rate', drill })
}

/** The same question about the whole team, by itself: what one person is set beside. */
export function teamQuestion(report: ReportQuery): ReportQuery {
  return { ...report, ...EVERYBODY, comparison: 'none', granularity: 'day' }
}
