/** Fewer complete periods than this are no ground for a range. */
const MIN_PERIODS = 4
const LOW = 0.2
const HIGH = 0.8

/** A complete period of the past: what it had reached at the same point, and what it came to. */
export interface PastPeriod {
  reached: number
  total: number
}

/** Where a period would end: whole calls, low to high. */
export interface Projection {
  low: number
  high: number
}

export type Pace = 'reached' | 'ahead' | 'on' | 'behind'

/** Quantile of sorted values, straight between the two nearest (type 7 of Hyndman & Fan 1996, the usual one of spreadsheets). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [Math.floor(place), Math.ceil(place)]
  const low = sorted[below] ?? 0
  return low + ((sorted[above] ?? low) - low) * (place - below)
}

/**
 * Where a value would end if the rest went as in earlier periods: value / share for each share that a complete period had
 * reached at the same point, from the 20th to the 80th percentile. A period that had nothing by then, or nothing at all, says
 * nothing and is left out; a share is never more than 1 (a tag taken back later), so nothing ends below where it stands.
 *
 * @returns null with fewer than four periods that say something
 */
export function project(value: number, past: readonly PastPeriod[]): Projection | null {
  const ends = past
    .filter(({ reached, total }) => reached > 0 && total > 0)
    .map(({ reached, total }) => value * Math.max(1, total / reached))
    .toSorted((one, other) => one - other)
  if (ends.length < MIN_PERIODS) return null
  return { low: Math.round(quantile(ends, LOW)), high: Math.round(quantile(ends, HIGH)) }
}

/** What may be said of a value on its way to a goal; null when nothing is known of where it will end. */
export function paceOf(value: number, goal: number, projected: Projection | null): Pace | null {
  if (value >= goal) return 'reached'
  if (projected === null) return null
  if (projected.low >= goal) return 'ahead'
  return projected.high >= goal ? 'on' : 'behind'
}

/**
 * How many more a working day are needed, rounded up; never more than what is missing, however little is left of the last day.
 *
 * @param daysLeft working days, the rest of today as a part of one
 * @returns null when the goal is reached, and when no working time is left
 */
export function neededPerDay(value: number, goal: number, daysLeft: number): number | null {
  if (value >= goal || daysLeft <= 0) return null
  // Parts of days do not add up exactly: without the margin 7.0000000001 a day would ask for 8.
  return Math.min(goal - value, Math.ceil((goal - value) / daysLeft - 1e-9))
}
