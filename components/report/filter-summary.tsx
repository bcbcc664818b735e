import { useTranslations } from 'next-intl'
import type { ResolvedPeriod } from '@/lib/report/period'
import type { IsoDate } from '@/lib/report/query'
import { useFilterWords } from './filter-words'

/** The dates that are compared, and whose clock they follow, in one quiet line that also goes onto paper. */
export function FilterSummary({ resolved, today, zone }: { resolved: ResolvedPeriod; today: IsoDate; zone: string }) {
  const t = useTranslations('filters')
  const words = useFilterWords(today)
  return (
    <p className="num text-[13px] text-ink-3">
      {/* The chips say the period on screen; paper has no chips. */}
      <span className="hidden print:inline">{words.range(resolved.range)} · </span>
      {resolved.comparison && `${t('comparedWith', { dates: words.range(resolved.comparison.range) })} · `}
      {t('zone', { zone: zone.replaceAll('_', ' ') })}
    </p>
  )
}
