import { isAskable, MAX_DAYS } from '@/lib/report/address-values'
import { daysIn, isRealDate } from '@/lib/report/dates'
import type { DateRange, IsoDate } from '@/lib/report/query'

export type RangeProblem = 'incomplete' | 'reversed' | 'future' | 'tooLong' | 'tooOld'

/** What is wrong with two dates as typed, the first thing to mend; null when they can be asked for. Empty text is a missing date. */
export function checkRange(range: DateRange, today: IsoDate): RangeProblem | null {
  if (!isRealDate(range.from) || !isRealDate(range.to)) return 'incomplete'
  if (range.from > range.to) return 'reversed'
  if (range.to > today) return 'future'
  if (daysIn(range) > MAX_DAYS) return 'tooLong'
  return isAskable(range) ? null : 'tooOld'
}
