import { recordAudit } from '@/lib/server/audit'
import { getReviewCsv } from '@/lib/server/review-csv'
import { readWish } from '@/lib/server/reviews/wish'
import { route } from '@/lib/server/route'

interface Params {
  key: string
  table: string
}

/** A table of a review as CSV; `?bom=1` for spreadsheets. */
export const GET = route<Params>(
  'review/[table]',
  'reports.export',
  async ({ access, search, params: { key, table }, call, origin }) => {
    const asked = { key, table, wish: readWish(search), mark: search.get('bom') === '1' }
    const file = await getReviewCsv(access, asked, call)
    const details = { as: 'csv', review: key, ...file.range }
    await recordAudit({ actor: access, action: 'export', target: table, details, origin })
    return new Response(file.text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
