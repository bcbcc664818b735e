import { getLocale } from 'next-intl/server'
import { viewDocument } from '@/components/share/view-document'
import { isLocale, LOCALES } from '@/lib/i18n/locales'
import { reviewPicture } from '@/lib/server/pictures/review-picture'
import { openRoute } from '@/lib/server/route'
import { openShare } from '@/lib/server/shares/open'
import { getPreview } from '@/lib/server/shares/preview'

/** As chat tools show it, twice as sharp as they do. */
const SIZE = { width: 1200, height: 630 }

/** The picture of a link that may unfold; of any other there is none, whatever the reason. */
export const GET = openRoute<{ token: string }>('share/preview', async ({ params, cookies, origin, call }) => {
  const opened = await openShare(params.token, cookies, origin.address)
  const shown = opened && (await getPreview(opened, call))
  if (!opened || !shown) return new Response(null, { status: 404 })
  const document = shown.kind === 'review' ? shown.answer.document : viewDocument(shown.answer, opened.share.token.name)
  const asked = await getLocale()
  const locale = isLocale(asked) ? asked : LOCALES[0]
  const png = await reviewPicture(document, { locale, kind: 'card', ...SIZE })
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
})
