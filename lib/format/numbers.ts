import { numberFormat } from './intl'

/** Stands for a number that does not exist; never for zero. */
export const NONE = '–'

/** A count of calls: "6,412", "6 412". null, and what is no finite number, is "–". */
export function formatCount(count: number | null, locale: string): string {
  if (count === null || !Number.isFinite(count)) return NONE
  // 'negative' keeps the sign off a zero.
  return numberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' }).format(count)
}

/** A fraction as percent: 0.334 is "33.4%", "33,4 %". null is "–". */
export function formatPercent(fraction: number | null, locale: string, digits = 1): string {
  if (fraction === null || !Number.isFinite(fraction)) return NONE
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  }).format(fraction)
}

/** A difference of fractions in percentage points, without the word: 0.0429 is "4.3". null is "–". */
export function formatPoints(difference: number | null, locale: string, digits = 1): string {
  if (difference === null || !Number.isFinite(difference)) return NONE
  return numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  }).format(difference * 100)
}

/** How many points formatPoints shows, for the word beside them: 0.0196 is 2, in French "points"; 0.0194 is 1.9, "point". */
export function shownPoints(difference: number): number {
  return Math.round(Math.abs(difference) * 1000) / 10
}

/** A part of a change in counts, with its sign: "+2.7", "−4.8", "0.0". null is "–". */
export function formatSigned(value: number | null, locale: string, digits = 1): string {
  if (value === null || !Number.isFinite(value)) return NONE
  const size = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const shown = size.format(Math.abs(value))
  if (shown === size.format(0)) return shown
  return `${value < 0 ? '−' : '+'}${shown}`
}
