import { Info } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatInstant, formatTime } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import { todayIn } from '@/lib/report/period'
import { type Counts, checkCounts } from './count-check'

/** Says why the list is longer or shorter than the number that was clicked; nothing when it is not. */
export function CountNote(props: { counts: Counts; zone: string; today: string; onRefresh: () => void }) {
  const { counts, zone, today, onRefresh } = props
  const t = useTranslations('drill')
  const locale = useLocale()
  const check = checkCounts(counts)
  if (check.kind === 'silent') return null
  const at = (instant: string) =>
    todayIn(zone, new Date(instant)) === today ? formatTime(instant, zone) : formatInstant(instant, zone, locale, today)
  const text =
    check.kind === 'allo'
      ? t('counts.allo', {
          aggregate: formatCount(check.aggregate, locale),
          actual: formatCount(check.actual, locale),
          at: at(check.actualAt),
        })
      : t('counts.moved', {
          expected: formatCount(check.expected, locale),
          expectedAt: at(check.expectedAt),
          actual: formatCount(check.actual, locale),
          actualAt: at(check.actualAt),
          newer: check.newer,
        })
  return (
    <p
      role="status"
      className="num flex items-start gap-2 border-line border-b bg-sunken px-6 py-2 text-[13px] text-ink-2 max-sm:px-4"
    >
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {text}{' '}
        {check.kind === 'moved' && check.newer !== 'list' && (
          <button type="button" onClick={onRefresh} className="font-medium text-ink underline underline-offset-2">
            {t('counts.refresh')}
          </button>
        )}
      </span>
    </p>
  )
}
