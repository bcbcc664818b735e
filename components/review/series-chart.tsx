'use client'
import { useLocale, useTranslations } from 'next-intl'
import { bucketName } from '@/components/charts/bucket-name'
import { ConversionsStrip } from '@/components/charts/conversions-strip'
import { PlotFrame } from '@/components/charts/plot-frame'
import { countScale, labelledBuckets } from '@/components/charts/scale'
import { SeriesLegend } from '@/components/charts/series-legend'
import { SeriesMarks } from '@/components/charts/series-marks'
import { SeriesSketch } from '@/components/charts/series-sketch'
import { SeriesTip } from '@/components/charts/series-tip'
import { formatDay, formatWeekday } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import { weekdayOf } from '@/lib/report/dates'
import type { ReviewDocument } from '@/lib/report/review/document'
import { againstWords } from '@/lib/report/review/words'
import { SeriesLines } from './series-lines'
import { useReviewLinks } from './use-review-links'

const PLOT = 180
const STRIP = 40

/** The period day by day: bars of dials, the line of connected calls beside the one of the period before, conversions below. */
export function SeriesChart({ document, doors }: { document: ReviewDocument; doors: boolean }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const linkTo = useReviewLinks(document, doors)
  const { series, funnel } = document.outbound
  const { buckets } = series
  const compared = buckets.some(bucket => bucket.before)
  const { top, ticks } = countScale(
    Math.max(0, ...buckets.flatMap(bucket => [bucket.dials, bucket.connected, bucket.before?.connected ?? 0])),
    4,
  )
  const most = Math.max(0, ...buckets.map(bucket => bucket.conversions))
  const strip = funnel.hasConversions ? STRIP : 0
  const days = buckets.length <= 7 && series.granularity === 'day'
  const labels = labelledBuckets(buckets.length, 7, 7).flatMap(index => {
    const bucket = buckets[index]
    if (!bucket) return []
    const label = days ? formatWeekday(weekdayOf(bucket.date), locale, 'short') : formatDay(bucket.date, locale)
    return [{ index, label: series.granularity === 'day' ? label : bucketName(bucket, locale) }]
  })
  return (
    <div className="@container break-inside-avoid print:[print-color-adjust:exact]">
      <div className="mb-4">
        <SeriesLegend
          hasConversions={funnel.hasConversions}
          before={compared ? t('connectedBefore', { against: againstWords(t, locale, document.comparedWith) }) : null}
        />
      </div>
      <PlotFrame
        height={PLOT}
        top={top}
        ticks={ticks.map(value => ({ value, label: formatCount(value, locale) }))}
        length={buckets.length}
        labels={labels}
        strip={
          strip
            ? {
                height: strip,
                label: <span className="mt-2.5 text-won-ink">{most > 0 && formatCount(most, locale)}</span>,
              }
            : null
        }
      >
        <SeriesSketch buckets={buckets} height={PLOT} top={top} />
        <SeriesLines buckets={buckets} height={PLOT} top={top} />
        {strip > 0 && <ConversionsStrip buckets={buckets} height={strip} top={most} />}
        <SeriesMarks
          name={t('sections.series')}
          buckets={buckets}
          height={PLOT}
          stripHeight={strip}
          top={top}
          locale={locale}
          linkTo={linkTo}
          describe={index => {
            const bucket = buckets[index]
            return bucket && <SeriesTip bucket={bucket} locale={locale} hasConversions={funnel.hasConversions} />
          }}
        />
      </PlotFrame>
    </div>
  )
}
