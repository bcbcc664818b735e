import type { HrefOf, SetView } from '@/lib/client/navigation'
import type { Clock } from '@/lib/report/named-period'
import type { ResolvedPeriod } from '@/lib/report/period'
import type { ReportQuery, ViewQuery } from '@/lib/report/query'

/** What every filter works with. `resolved` belongs to `view`, not to the report on screen, which may still be the one before. */
export interface FilterProps {
  view: ViewQuery
  setView: SetView
  hrefOf: HrefOf
  clock: Clock
  resolved: ResolvedPeriod
}

/** The view with another question asked. An open drilldown belonged to the old one, so it closes. */
export function withReport(view: ViewQuery, changes: Partial<ReportQuery>): ViewQuery {
  return { ...view, report: { ...view.report, ...changes }, drill: null }
}
