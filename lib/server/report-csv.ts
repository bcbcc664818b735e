import 'server-only'
import { CallboardError } from '@/lib/errors'
import { toCsv } from '@/lib/format/csv'
import { fileName } from '@/lib/report/file-name'
import { isPanelId, PANEL_TABLES } from '@/lib/report/panel-tables'
import type { DateRange, ReportQuery } from '@/lib/report/query'
import { type Access, assertMay } from './access/access'
import type { Call } from './allo'
import { getReport } from './reports'

export interface ReportCsv {
  text: string
  /** With its ending. */
  fileName: string
  range: DateRange
}

/**
 * One table of the outbound report for scripts, as RFC 4180: a row of headings that do not change with a language, then
 * raw values (counts, fractions, seconds, ISO dates), and in the last column the zone that bounds its days and hours.
 *
 * @param report `outbound`, the only report that has tables
 * @param table `funnel`, `series`, `time-spent`, `heatmap` or `leaderboard`
 * @throws CallboardError NOT_FOUND for any other report or table, and whatever getReport throws
 */
export async function getReportCsv(
  access: Access,
  report: string,
  table: string,
  query: ReportQuery,
  call: Call = {},
): Promise<ReportCsv> {
  assertMay(access, 'reports.export')
  if (report !== 'outbound' || !isPanelId(table)) throw new CallboardError('NOT_FOUND', 'no such table')
  const answer = await getReport(access, 'outbound', query, call)
  const { columns, rows } = PANEL_TABLES[table](answer.report)
  const { zone, period } = answer.report
  const header = [...columns.map(column => column.key), 'zone']
  const text = await toCsv(
    header,
    rows.map(row => [...row, zone]),
    { mark: false },
  )
  return { text, fileName: `${fileName(answer.report, table)}.csv`, range: period.range }
}
