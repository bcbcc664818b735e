import { numberFormat } from './intl'
import { formatCount, NONE } from './numbers'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** A number and its unit must not be torn apart at a line's end. */
const GLUE = '\u00a0'

function isFrench(locale: string): boolean {
  return locale.startsWith('fr')
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * A length of time from seconds, in the two units that matter: "17.6 s", "3 m 08 s", "41 h 12 m" (French "17,6 s",
 * "3 min 08 s", "41 h 12 min"). Rounding carries over, so no unit ever reads 60. Below a minute,
 * whole seconds have no decimal and averages have one. null is "–"; below zero counts as zero.
 */
export function formatDuration(seconds: number | null, locale: string): string {
  if (seconds === null || !Number.isFinite(seconds)) return NONE
  const minuteUnit = isFrench(locale) ? 'min' : 'm'
  const digits = Number.isInteger(seconds) ? 0 : 1
  const tenths = Math.round(Math.max(0, seconds) * 10) / 10
  if (tenths < MINUTE) {
    const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    return `${format.format(tenths)}${GLUE}s`
  }
  const whole = Math.round(seconds)
  if (whole < HOUR) {
    return [Math.floor(whole / MINUTE), minuteUnit, twoDigits(whole % MINUTE), 's'].join(GLUE)
  }
  const minutes = Math.round(seconds / MINUTE)
  return [formatCount(Math.floor(minutes / 60), locale), 'h', twoDigits(minutes % 60), minuteUnit].join(GLUE)
}

/** How old something is, from seconds, in one unit rounded down: "40 s", "5 min", "3 h", "2 d" (French "2 j"). */
export function formatAge(seconds: number, locale: string): string {
  const age = Math.max(0, Math.floor(seconds))
  const [size, unit] =
    age < MINUTE
      ? ([1, 's'] as const)
      : age < HOUR
        ? ([MINUTE, 'min'] as const)
        : age < DAY
          ? ([HOUR, 'h'] as const)
          : ([DAY, isFrench(locale) ? 'j' : 'd'] as const)
  return `${formatCount(Math.floor(age / size), locale)}${GLUE}${unit}`
}
