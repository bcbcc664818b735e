import type { Measure } from '@/lib/report/review/document'
import { RATE_METRICS } from './measure-words'

/** The measure that was typed: rates in percent, counts whole; a comma may stand for the point. null for what is no number of its kind. */
export function measureOf(metric: Measure['metric'], is: Measure['is'], typed: string): Measure | null {
  const digits = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(digits)) return null
  const number = Number(digits)
  if (RATE_METRICS.some(rate => rate === metric)) {
    return number <= 100 ? { metric, is, value: Math.round(number * 100) / 10_000 } : null
  }
  return Number.isInteger(number) && number <= 1_000_000 ? { metric, is, value: number } : null
}

/** A measure's value as it would be typed; what `measureOf` reads. */
export function typedOf({ metric, value }: Measure, locale: string): string {
  const number = RATE_METRICS.some(rate => rate === metric) ? value * 100 : value
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 }).format(number)
}
