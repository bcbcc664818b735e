import { addDays, daysIn, includes } from './dates'
import type { DateRange, IsoDate } from './query'

/** How far an earlier period had come at the same point. */
export interface SamePoint {
  /** Up to and with the day that stood where today stands. */
  range: DateRange
  /** That day, of which only the hours up to now count; null where the earlier period was over by then and counts in full. */
  cut: IsoDate | null
}

/**
 * The same point of an earlier period: as many days after its start as today is after the start of the running one. A period
 * that is shorter than that counts in full: 31 March's month so far compares with all of February.
 *
 * @returns null when today is not in the range, or the earlier day is not over yet, so that there is nothing to compare with
 */
export function samePoint(range: DateRange, earlier: DateRange, today: IsoDate): SamePoint | null {
  if (!includes(range, today)) return null
  const day = addDays(earlier.from, daysIn({ from: range.from, to: today }) - 1)
  const point = day > earlier.to ? { range: earlier, cut: null } : { range: { from: earlier.from, to: day }, cut: day }
  return point.range.to < today ? point : null
}

/** How many of these calls began at or after an instant. Both in milliseconds since the epoch. */
export function countFrom(starts: readonly number[], instant: number): number {
  return starts.filter(start => start >= instant).length
}
