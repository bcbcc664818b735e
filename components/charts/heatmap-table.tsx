'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatHour, formatWeekday } from '@/lib/format/dates'
import { numberFormat } from '@/lib/format/intl'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { HeatCell, HeatmapView, HeatRow } from '@/lib/report/outbound'
import type { HeatMetric } from '@/lib/report/query'
import { Door } from './door'
import { heatStyle } from './heat-color'
import { heatValue, ringedCell } from './heat-value'
import type { LinkTo } from './mark-link'
import { useRoving } from './roving'

/** Fixed, so that rows stand still whatever loads beside them; seven of them are about as high as the leaderboard. */
const ROW = 'h-[30px] lg:h-[42px]'

/**
 * Weekdays by hours as a real table, its cells links to the calls behind them. One tab stop (the best hour, or the first
 * cell); arrows move between cells that have calls.
 */
export function HeatmapTable(props: { view: HeatmapView; metric: HeatMetric; linkTo: LinkTo; name: string }) {
  const { view, metric, linkTo, name } = props
  const locale = useLocale()
  const t = useTranslations('charts')
  const ring = ringedCell(view)
  const start = ring && {
    row: view.rows.findIndex(row => row.weekday === ring.weekday),
    column: view.hours.indexOf(ring.hour),
  }
  const roving = useRoving(
    view.rows.map(row => row.cells.map(cell => cell.dials > 0)),
    start,
  )

  return (
    <table
      {...roving.container}
      className="num w-full table-fixed border-separate border-spacing-[3px] text-[12px]"
      style={{ minWidth: 58 + view.hours.length * 33 }}
    >
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr>
          <th className="sticky left-0 z-10 w-[58px] bg-surface">
            <span className="sr-only">{t('weekday')}</span>
          </th>
          {view.hours.map(hour => (
            <th key={hour} scope="col" className="h-5 font-normal text-ink-3">
              {hour}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row, rowIndex) => (
          <tr key={row.weekday}>
            <th
              scope="row"
              className="sticky left-0 z-10 bg-surface pr-1.5 text-right font-normal text-ink-3 whitespace-nowrap"
            >
              {formatWeekday(row.weekday, locale, 'short')}
              <span className="ml-1 inline-block min-w-[17px] text-[11px]">×{row.occurrences}</span>
            </th>
            {row.cells.map((cell, column) => (
              <td key={cell.hour} className={clsx(ROW, 'p-0')}>
                {cell.dials === 0 ? (
                  <span className={clsx(ROW, 'block rounded-sm bg-sunken opacity-60')} />
                ) : (
                  <Door
                    link={
                      linkTo?.({
                        stage: metric === 'dials' ? 'dials' : 'connected',
                        cell: { weekday: row.weekday, hour: cell.hour },
                      }) ?? null
                    }
                    {...roving.mark(rowIndex, column)}
                    aria-label={cellName(cell, row)}
                    title={cellName(cell, row)}
                    className={clsx(
                      ROW,
                      'grid place-items-center rounded-sm text-[11px] font-medium hover:ring-2 hover:ring-ink-3',
                      ring?.weekday === row.weekday && ring.hour === cell.hour && 'ring-2 ring-won',
                    )}
                    style={styleOf(heatValue(cell, row, metric))}
                  >
                    {textOf(heatValue(cell, row, metric))}
                  </Door>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function styleOf(value: number | null) {
    if (value === null) return { background: 'var(--sunken)', color: 'var(--ink-3)' }
    return heatStyle(view.max[metric] > 0 ? value / view.max[metric] : 0)
  }
  function textOf(value: number | null): string {
    if (value === null) return '·'
    return metric === 'rate' ? formatCount(Math.round(value * 100), locale) : formatMean(value, locale)
  }
  function cellName(cell: HeatCell, row: HeatRow): string {
    return t(`cell.${cell.enough ? 'judged' : 'few'}`, {
      weekday: formatWeekday(row.weekday, locale, 'long'),
      hour: formatHour(cell.hour),
      connected: formatCount(cell.connected, locale),
      dials: formatCount(cell.dials, locale),
      count: cell.dials,
      rate: cell.rate ? formatPercent(cell.rate.value, locale) : '–',
      have: cell.dials,
      need: view.minSample,
    })
  }
}

/** A mean of counts: one decimal under 10 where there is one to show, whole above. */
export function formatMean(value: number, locale: Locale): string {
  const tenths = Math.round(value * 10) / 10
  return value >= 10 || Number.isInteger(tenths)
    ? formatCount(Math.round(value), locale)
    : numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths)
}
