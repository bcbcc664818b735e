'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { ZoneCheck } from '@/lib/settings/zone-check'

/** Day by day: what Allo counts, what we count in the workspace's zone, and in the one that fits better, if any does. */
export function ZoneEvidence({ check }: { check: ZoneCheck }) {
  const t = useTranslations('settings.workspace.check')
  const locale = useLocale()
  const { zone, days, best, verdict, range } = check
  const other = verdict === 'other' ? best[0]?.zone : undefined
  const figure = 'num py-1.5 pl-4 text-right'
  return (
    <section
      aria-label={t('evidence')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="mt-4 max-h-[300px] overflow-auto rounded-lg"
    >
      <table className="w-full">
        <thead className="sticky top-0 bg-surface text-[13px] text-ink-3">
          <tr>
            <th className="py-1.5 text-left font-normal">{t('day')}</th>
            <th className={clsx(figure, 'font-normal')}>{t('allo')}</th>
            <th className={clsx(figure, 'font-normal')}>{zone}</th>
            {other && <th className={clsx(figure, 'font-normal')}>{other}</th>}
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, allo, ours, inBest }) => (
            <tr key={date} className="border-line border-t">
              <th className="py-1.5 text-left font-normal whitespace-nowrap">{formatDay(date, locale, range.to)}</th>
              <td className={figure}>{formatCount(allo, locale)}</td>
              <td className={clsx(figure, ours !== allo && 'text-down')}>
                {formatCount(ours, locale)}
                <span className="sr-only"> {ours === allo ? t('same') : t('differs')}</span>
              </td>
              {other && <td className={clsx(figure, inBest !== allo && 'text-down')}>{formatCount(inBest, locale)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
