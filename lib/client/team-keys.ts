import type { Period, ReportQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, writeReport } from '@/lib/report/search'
import { overviewQuestion } from '@/lib/report/team-place'

/* Keys of what the pages of the team and of a person send along with their HTML; see keys.ts. */

/** The overview report of one question. */
export function overviewKey(query: ReportQuery) {
  return ['report', 'overview', writeReport(overviewQuestion(query))] as const
}

/** The latest calls of somebody in a period. */
export function personCallsKey(id: string, period: Period) {
  return ['person', 'calls', id, writeReport({ ...DEFAULT_VIEW.report, period })] as const
}
