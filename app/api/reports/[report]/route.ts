import { CallboardError } from '@/lib/errors'
import { getReportReply, isReportName } from '@/lib/server/reports'
import { route } from '@/lib/server/route'
import { readStrictView } from '@/lib/server/search-params'

export const GET = route<{ report: string }>('reports', 'reports.read', async ({ access, search, params, call }) => {
  if (!isReportName(params.report)) throw new CallboardError('NOT_FOUND', 'no such report')
  return getReportReply(access, params.report, readStrictView(search).report, call)
})
