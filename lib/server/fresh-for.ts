import 'server-only'
import type { DateRange, IsoDate } from '@/lib/report/query'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long answers count as fresh, in milliseconds. */
export const FRESH_FOR = {
  running: 30 * SECOND,
  closed: 10 * MINUTE,
  /** Whole lists of calls: closed ones change only by late tags, and reading one takes many requests. */
  closedList: 60 * MINUTE,
  /** What of a day that is over does not change: how far its calls came, and with that weeks that are long over. */
  closedDay: 24 * 60 * MINUTE,
  directory: 10 * MINUTE,
  call: 5 * MINUTE,
} as const

/** A range that reaches today still grows; an earlier one changes only by late tags and corrections. */
export function freshForRange(range: DateRange, today: IsoDate): number {
  return range.to >= today ? FRESH_FOR.running : FRESH_FOR.closed
}
