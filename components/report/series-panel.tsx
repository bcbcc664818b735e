'use client'
import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { bucketName } from '@/components/charts/bucket-name'
import { ConversionsStrip } from '@/components/charts/conversions-strip'
import { Legend, type LegendItem } from '@/components/charts/legend'
import type { LinkTo } from '@/components/charts/mark-link'
import { PlotFrame } from '@/components/charts/plot-frame'
import { countScale, labelledBuckets } from '@/components/charts/scale'
import { SeriesLegend } from '@/components/charts/series-legend'
import { SeriesMarks } from '@/components/charts/series-marks'
import { SeriesSketch } from '@/components/charts/series-sketch'
import { SeriesTip } from '@/components/charts/series-tip'
import { Segmented } from '@/components/ui/segmented'
import { formatDay } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { OutboundReport } from '@/lib/report/outbound'
import { GRANULARITIES, type Granularity } from '@/lib/report/query'
import { Panel } from './panel'

const PLOT = 206
const STRIP = 40

const SeriesPlot = dynamic(() => import('@/components/charts/series-plot'), { ssr: false, loading: () => null })

/**
 * Calls over time: bars of dials, the line of connected calls, its counterpart in the comparison period, conversions on a
 * strip of their own. Axes and bars come with the first response; the chart library draws over them when it has arrived.
 */
export function SeriesPanel(props: {
  report: OutboundReport
  linkTo: LinkTo
  onGranularity: (granularity: Granularity) => void
  hrefOfGranularity: (granularity: Granularity) => string
  scope?: string
}) {
  const { report, linkTo, onGranularity, hrefOfGranularity, scope } = props
  const locale = useLocale()
  const t = useTranslations('report.series')
  const charts = useTranslations('charts')
  const { series, funnel, comparison } = report
  const { buckets, granularity } = series
  const title = t(`title.${granularity}`)
  const compared = comparison !== null && buckets.some(bucket => bucket.before)

  const { top, ticks } = countScale(
    Math.max(0, ...buckets.flatMap(bucket => [bucket.dials, bucket.connected, bucket.before?.connected ?? 0])),
  )
  const mostConversions = Math.max(0, ...buckets.map(bucket => bucket.conversions))
  const strip = funnel.hasConversions ? STRIP : 0
  // What makes a bar look unlike the others is told below, where it is.
  const odd: LegendItem[] = [
    ...(buckets.some(bucket => bucket.running)
      ? [{ label: charts('running'), color: 'var(--act-1)', look: 'hatched' as const }]
      : []),
    ...(buckets.some(bucket => bucket.partial && !bucket.running)
      ? [{ label: charts('partial'), color: 'var(--act-1)', look: 'partial' as const }]
      : []),
  ]
  const labels = labelledBuckets(buckets.length, 6, granularity === 'day' ? 7 : 1)

  return (
    <Panel
      id="series"
      title={title}
      report={report}
      scope={scope}
      note={
        <SeriesLegend
          hasConversions={funnel.hasConversions}
          before={compared ? t(`before.${comparison.kind}`) : null}
        />
      }
      controls={
        <Segmented
          label={t('granularity')}
          value={granularity}
          segments={GRANULARITIES.map(value => ({ value, label: t(value), href: hrefOfGranularity(value) }))}
          onSelect={onGranularity}
        />
      }
    >
      <div className="pt-1">
        <PlotFrame
          height={PLOT}
          top={top}
          ticks={ticks.map(value => ({ value, label: formatCount(value, locale) }))}
          length={buckets.length}
          labels={labels.flatMap(index => {
            const bucket = buckets[index]
            if (!bucket) return []
            return { index, label: buckets.length > 4 ? formatDay(bucket.date, locale) : bucketName(bucket, locale) }
          })}
          strip={
            strip
              ? {
                  height: strip,
                  label: (
                    <span className="mt-2.5 text-won-ink">
                      {mostConversions > 0 && formatCount(mostConversions, locale)}
                    </span>
                  ),
                }
              : null
          }
        >
          <SeriesPlot buckets={buckets} height={PLOT} top={top} name={title} />
          <SeriesSketch buckets={buckets} height={PLOT} top={top} />
          {strip > 0 && <ConversionsStrip buckets={buckets} height={strip} top={mostConversions} />}
          <SeriesMarks
            name={title}
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
        {odd.length > 0 && (
          <div className="mt-2 flex justify-end">
            <Legend items={odd} />
          </div>
        )}
      </div>
    </Panel>
  )
}
