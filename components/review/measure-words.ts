import type { useTranslations } from 'next-intl'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { Measure, Outcome } from '@/lib/report/review/document'

type Words = ReturnType<typeof useTranslations<'reviews'>>

/** Measures that are fractions; the others are counts. */
export const RATE_METRICS = ['connection', 'conversation', 'conversion'] as const

function isRate(metric: Measure['metric']): boolean {
  return RATE_METRICS.some(rate => rate === metric)
}

/** A value of a measure as it is read: "38%", "250". */
function valueWords(metric: Measure['metric'], value: number, locale: string): string {
  if (!isRate(metric)) return formatCount(value, locale)
  return formatPercent(value, locale, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1)
}

/** "conversation rate above 38%". */
export function measureWords(t: Words, locale: string, { metric, is, value }: Measure): string {
  return t('commitments.measured', {
    metric: t(`commitments.metric.${metric}`),
    is,
    value: valueWords(metric, value, locale),
  })
}

/** "reached 41.2% (34 of 83)"; '' where nothing was. */
export function reachedWords(t: Words, locale: string, { commitment: { measure }, reached }: Outcome): string {
  if (!measure || !reached) return ''
  const { value, k, n } = reached
  const shown = isRate(measure.metric) ? formatPercent(value, locale) : formatCount(value, locale)
  if (k === null || n === null) return t('commitments.reached', { value: shown })
  return t('commitments.reachedOf', { value: shown, k: formatCount(k, locale), n: formatCount(n, locale) })
}
