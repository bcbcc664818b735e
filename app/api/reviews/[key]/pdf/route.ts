import { CallboardError } from '@/lib/errors'
import { recordAudit } from '@/lib/server/audit'
import { PAPERS } from '@/lib/server/pdf/print'
import { getReviewPdf } from '@/lib/server/pdf/review-pdf'
import { readWish } from '@/lib/server/reviews/wish'
import { route } from '@/lib/server/route'

/** A review as PDF: `?paper=a4` or `letter`, `?revision=2` or `?live` as its page. */
export const GET = route<{ key: string }>(
  'review/pdf',
  'reports.export',
  async ({ access, params, search, cookies, headers, origin, call }) => {
    const asked = search.get('paper') ?? 'a4'
    const paper = PAPERS.find(each => each === asked)
    if (!paper) throw new CallboardError('INVALID_PARAMETER', 'no such paper', { field: 'paper' })
    const { bytes, fileName, range } = await getReviewPdf(access, {
      key: params.key,
      wish: readWish(search),
      paper,
      cookies,
      acceptLanguage: headers.get('accept-language') ?? 'en',
      address: origin.address,
      call,
    })
    await recordAudit({ actor: access, action: 'export', target: 'review', details: { as: 'pdf', ...range }, origin })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
