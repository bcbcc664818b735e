import { recordAudit } from '@/lib/server/audit'
import { getReportCsv } from '@/lib/server/report-csv'
import { route } from '@/lib/server/route'
import { readStrictView } from '@/lib/server/search-params'

interface Params {
  report: string
  table: string
}

/** A table of a report as CSV, for scripts. */
export const GET = route<Params>(
  'reports/[table]',
  'reports.export',
  async ({ access, search, params: { report, table }, call, origin }) => {
    const file = await getReportCsv(access, report, table, readStrictView(search).report, call)
    await recordAudit({ actor: access, action: 'export', target: table, details: { as: 'csv', ...file.range }, origin })
    return new Response(file.text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
