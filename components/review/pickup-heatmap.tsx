'use client'
import { useLocale, useTranslations } from 'next-intl'
import { HeatScale } from '@/components/charts/heat-scale'
import { HeatmapTable } from '@/components/charts/heatmap-table'
import { formatHour, formatWeekday } from '@/lib/format/dates'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { ReviewDocument } from '@/lib/report/review/document'
import { useReviewLinks } from './use-review-links'

/** When people pick up: the connect rate by weekday and hour, the best hour in words above. */
export function PickupHeatmap({ document, doors }: { document: ReviewDocument; doors: boolean }) {
  const locale = useLocale()
  const t = useTranslations('report.heatmap')
  const linkTo = useReviewLinks(document, doors)
  const { heatmap: view, zone } = document.outbound
  const { best } = view
  const few = view.rows.some(row => row.cells.some(cell => cell.dials > 0 && !cell.enough))
  return (
    <>
      <p className="num mb-2 text-ink-2">
        {best?.credible
          ? t('best', {
              weekday: formatWeekday(best.weekday, locale, 'long'),
              hour: formatHour(best.hour),
              rate: formatPercent(best.rate.value, locale, 0),
              dials: formatCount(best.rate.n, locale),
              count: best.rate.n,
            })
          : t('noBest')}
      </p>
      {/* On paper nothing scrolls: as many hours as there are share the width. */}
      <div className="-mx-1 overflow-x-auto overscroll-x-contain px-1 [&_th]:bg-bg! print:overflow-visible print:[&_table]:min-w-0! print:[print-color-adjust:exact]">
        <HeatmapTable
          view={view}
          metric="rate"
          linkTo={linkTo}
          name={t('caption', { metric: t('rate'), zone: zone.replaceAll('_', ' ') })}
        />
      </div>
      <div className="mt-2 print:[print-color-adjust:exact]">
        <HeatScale
          low={formatPercent(0, locale, 0)}
          high={formatPercent(view.max.rate, locale, 0)}
          notes={[...(few ? [t('faint')] : []), t('zone', { zone: zone.replaceAll('_', ' ') })]}
        />
      </div>
    </>
  )
}
