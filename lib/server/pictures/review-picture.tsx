import 'server-only'
import { ImageResponse } from 'next/og'
import type { Locale } from '@/lib/i18n/locales'
import type { ReviewDocument } from '@/lib/report/review/document'
import { againstWords, reviewTitle } from '@/lib/report/review/words'
import { deliveryWords } from '@/lib/server/deliveries/words'
import { today } from '@/lib/server/workspace'
import { FunnelPicture } from './funnel-picture'
import { PAINT, paintable } from './paint'
import { SeriesPicture } from './series-picture'

interface Wanted {
  locale: Locale
  /** `card`: the title with the funnel below, for the preview of a link. */
  kind: 'funnel' | 'series' | 'card'
  /** Pixels of the picture. Lengths are those of a picture 560 wide (a card: 600), so one twice as wide is twice as sharp. */
  width: number
  height: number
}

/**
 * Draws a chart of a review as a PNG, for where no script runs: in mails and in previews of links. It shows what the document
 * holds, so a reader who may see less gets the picture of a document that was narrowed before.
 */
export async function reviewPicture(
  document: ReviewDocument,
  { locale, kind, width, height }: Wanted,
): Promise<Buffer> {
  const { reviews, charts } = await deliveryWords(locale)
  const u = width / (kind === 'card' ? 600 : 560)
  const against = againstWords(reviews, locale, document.comparedWith)
  const labels = {
    dials: charts('stage.dials'),
    connected: charts('stage.connected'),
    conversations: charts('stage.conversations'),
    conversions: charts('stage.conversions'),
  }
  const { funnel, series } = document.outbound
  const shared = { locale, labels, against, u }
  const chart =
    kind === 'series' ? <SeriesPicture series={series} {...shared} /> : <FunnelPicture funnel={funnel} {...shared} />
  const image = new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: (kind === 'card' ? 32 : 8) * u,
        background: PAINT.ground,
        color: PAINT.ink,
      }}
    >
      {kind === 'card' && (
        <div style={{ display: 'flex', fontSize: 26 * u, paddingBottom: 20 * u }}>
          {paintable(reviewTitle(reviews, locale, document, today()))}
        </div>
      )}
      {chart}
    </div>,
    { width, height },
  )
  return Buffer.from(await image.arrayBuffer())
}
