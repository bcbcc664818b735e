import { useLocale, useTranslations } from 'next-intl'
import { formatRangeOfDays } from '@/lib/format/dates'
import type { ResolvedPeriod } from '@/lib/report/period'
import type { Comparison, DateRange, IsoDate } from '@/lib/report/query'

/** Periods and comparisons in the reader's words; a year is told only where it is not that of `today`. */
export function useFilterWords(today: IsoDate) {
  const t = useTranslations()
  const locale = useLocale()
  const range = (dates: DateRange) => formatRangeOfDays(dates, locale, today)
  return {
    range,
    /** "Last 4 weeks", or the dates of a period that has no name. */
    period: ({ name, range: dates }: Pick<ResolvedPeriod, 'name' | 'range'>) =>
      name === null ? range(dates) : t(`periods.${name}`),
    /** What stands after "vs": "previous 4 weeks", "a year earlier", or dates. */
    comparison: (comparison: Exclude<Comparison, 'none'>, { name, days }: Pick<ResolvedPeriod, 'name' | 'days'>) => {
      if (comparison === 'year') return t('filters.comparison.yearEarlier')
      if (comparison !== 'previous') return range(comparison)
      return name === null ? t('filters.previousOf.days', { days }) : t(`filters.previousOf.${name}`)
    },
  }
}
