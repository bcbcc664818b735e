'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { formatCount } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { SeriesBucket } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import { bucketName } from './bucket-name'
import { Door } from './door'
import type { LinkTo } from './mark-link'
import { bucketCentre } from './plot-frame'
import { placeOf, useRoving } from './roving'

const MARKED = ['dials', 'connected', 'conversions'] as const satisfies Stage[]

/**
 * The doors over a series: a real link for each bucket and series, where its mark is drawn (a column for dials, a target
 * around the point of the line, the strip's part for conversions). One tab stop; arrows move; what is pointed at or
 * focused is lit and described by `describe(index)`.
 */
export function SeriesMarks(props: {
  name: string
  buckets: SeriesBucket[]
  height: number
  stripHeight: number
  top: number
  locale: Locale
  linkTo: LinkTo
  describe: (index: number) => ReactNode
}) {
  const { name, buckets, height, stripHeight, top, locale, linkTo, describe } = props
  const t = useTranslations('charts')
  const [lit, setLit] = useState<number | null>(null)
  const roving = useRoving(MARKED.map(stage => buckets.map(bucket => bucket[stage] > 0)))
  const length = buckets.length
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
    // biome-ignore lint/a11y/noStaticElementInteractions: lights the bucket under the pointer; every mark inside is a link
    <div
      onPointerOver={event => setLit(placeOf(event.target)?.column ?? null)}
      onPointerLeave={() => setLit(null)}
      onFocus={event => setLit(placeOf(event.target)?.column ?? null)}
      onBlur={() => setLit(null)}
      data-export="no"
    >
      {lit !== null && buckets[lit] && (
        <span aria-hidden className="absolute inset-y-0 bg-ink/5" style={{ left: `${(lit / length) * 100}%`, width }} />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links is no fieldset */}
      <div {...roving.container} role="group" aria-label={t('marks', { name })}>
        {MARKED.map((stage, row) =>
          buckets.map((bucket, column) =>
            bucket[stage] > 0 ? (
              <Door
                key={`${stage} ${bucket.date}`}
                link={linkTo({ stage, on: bucket.range })}
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
      {lit !== null && buckets[lit] && (
        <div
          aria-hidden
          className="pointer-events-none absolute top-1 z-20 w-max max-w-60 rounded-lg bg-surface px-3 py-2 text-ink shadow-hairline"
          style={
            lit >= length / 2
              ? { right: `calc(${(1 - lit / length) * 100}% + 6px)` }
              : { left: `calc(${((lit + 1) / length) * 100}% + 6px)` }
          }
        >
          {describe(lit)}
        </div>
      )}
    </div>
  )
}
