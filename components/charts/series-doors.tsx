'use client'
import { useTranslations } from 'next-intl'
import { formatCount } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { SeriesBucket } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import { bucketName } from './bucket-name'
import { Door } from './door'
import type { LinkTo } from './mark-link'
import { bucketCentre } from './plot-frame'
import { useRoving } from './roving'

const MARKED = ['dials', 'connected', 'conversions'] as const satisfies Stage[]

export interface SeriesDoorProps {
  name: string
  buckets: SeriesBucket[]
  /** Of the plot and of the strip below it, in pixels. */
  height: number
  stripHeight: number
  /** The count at the top of the plot. */
  top: number
  locale: Locale
  linkTo: LinkTo
}

/**
 * A real link for each bucket and series (a named place, for who sees numbers only), where its mark is drawn: a column for dials, a target around the point of the
 * line, the strip's part for conversions. One tab stop; arrows move. On its own so that lighting a bucket draws none anew.
 */
export function SeriesDoors(props: SeriesDoorProps) {
  const { name, buckets, height, stripHeight, top, locale, linkTo } = props
  const t = useTranslations('charts')
  const roving = useRoving(MARKED.map(stage => buckets.map(bucket => bucket[stage] > 0)))
  const { length } = buckets
  const width = `${100 / length}%`

  function boxOf(stage: (typeof MARKED)[number], bucket: SeriesBucket, index: number) {
    const left = `${(index / length) * 100}%`
    if (stage === 'dials') return { left, width, top: 0, height }
    if (stage === 'conversions') return { left, width, bottom: 0, height: stripHeight }
    const y = height * (1 - bucket.connected / top)
    const side = `min(18px, ${width})`
    return { left: `calc(${bucketCentre(index, length)} - ${side} / 2)`, width: side, top: y - 9, height: 18 }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links is no fieldset
    <div {...roving.container} role="group" aria-label={t(linkTo ? 'marks' : 'figures', { name })}>
      {MARKED.map((stage, row) =>
        buckets.map((bucket, column) =>
          bucket[stage] > 0 ? (
            <Door
              key={`${stage} ${bucket.date}`}
              link={linkTo?.({ stage, on: bucket.range }) ?? null}
              {...roving.mark(row, column)}
              aria-label={t('bucketMark', {
                bucket: bucketName(bucket, locale),
                count: formatCount(bucket[stage], locale),
                stage: t(`counted.${stage}`, { count: bucket[stage] }),
                running: String(bucket.running),
              })}
              className="absolute rounded-sm focus-visible:outline-offset-0"
              style={boxOf(stage, bucket, column)}
            />
          ) : null,
        ),
      )}
    </div>
  )
}
