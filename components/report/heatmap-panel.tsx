'use client'
import { useLocale, useTranslations } from 'next-intl'
import { HeatScale } from '@/components/charts/heat-scale'
import { formatMean, HeatmapTable } from '@/components/charts/heatmap-table'
import type { LinkTo } from '@/components/charts/mark-link'
import { Segmented } from '@/components/ui/segmented'
import { formatHour, formatWeekday } from '@/lib/format/dates'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { OutboundReport } from '@/lib/report/outbound'
import { HEAT_METRICS, type HeatMetric } from '@/lib/report/query'
import { Panel } from './panel'

/** When people pick up: the best hour in words, the week by hours, the scale. Scrolls sideways inside its card where it is narrow. */
export function HeatmapPanel(props: {
  report: OutboundReport
  metric: HeatMetric
  onMetric: (metric: HeatMetric) => void
  hrefOfMetric: (metric: HeatMetric) => string
  linkTo: LinkTo
  scope?: string
}) {
  const { report, metric, onMetric, hrefOfMetric, linkTo, scope } = props
  const locale = useLocale()
  const t = useTranslations('report.heatmap')
  const { heatmap: view, zone } = report
  const { best, max } = view
  const high = metric === 'rate' ? formatPercent(max.rate, locale, 0) : formatMean(max[metric], locale)
  const few = view.rows.some(row => row.cells.some(cell => cell.dials > 0 && !cell.enough))

  const sentence = best?.credible
    ? t('best', {
        weekday: formatWeekday(best.weekday, locale, 'long'),
        hour: formatHour(best.hour),
        rate: formatPercent(best.rate.value, locale, 0),
        dials: formatCount(best.rate.n, locale),
        count: best.rate.n,
      })
    : t('noBest')

  return (
    <Panel
      id="heatmap"
      title={t('title')}
      report={report}
      scope={scope}
      note={<p className="num text-[13px] text-ink-3">{sentence}</p>}
      controls={
        <Segmented
          label={t('metric')}
          value={metric}
          segments={HEAT_METRICS.map(value => ({ value, label: t(value), href: hrefOfMetric(value) }))}
          onSelect={onMetric}
        />
      }
    >
      <div className="-mx-1 flex-1 overflow-x-auto overscroll-x-contain px-1 print:overflow-visible">
        <HeatmapTable view={view} metric={metric} linkTo={linkTo} name={t('caption', { metric: t(metric), zone })} />
      </div>
      <div className="mt-2">
        <HeatScale
          low={metric === 'rate' ? formatPercent(0, locale, 0) : '0'}
          high={high}
          notes={[
            ...(metric === 'rate' ? (few ? [t('faint')] : []) : [t('perWeekday')]),
            t('zone', { zone: zone.replaceAll('_', ' ') }),
          ]}
        />
      </div>
    </Panel>
  )
}
