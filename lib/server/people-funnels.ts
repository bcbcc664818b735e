import 'server-only'
import { countsOfReport, type FunnelAnswer } from '@/lib/report/funnels'
import type { ReportQuery } from '@/lib/report/query'
import type { Access } from './access/access'
import type { Call } from './allo'
import { getReport } from './reports'

/**
 * The funnel of one person (or of whoever the query names) without the rest of their report: one row of the table of all
 * people's funnels. Shares its answer with the report of the same question.
 *
 * @throws CallboardError as getReport does
 */
export async function getFunnel(access: Access, query: ReportQuery, call: Call = {}): Promise<FunnelAnswer> {
  const question: ReportQuery = { ...query, comparison: 'none', granularity: 'day' }
  const { report, fetchedAt, freshness } = await getReport(access, 'outbound', question, call)
  return { counts: countsOfReport(report), hasConversions: report.funnel.hasConversions, fetchedAt, freshness }
}
