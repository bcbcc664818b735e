import type { OutboundAnswer } from '@/lib/allo/schemas'
import { includes } from './dates'
import type { DateRange } from './query'

/** Days of the range on which anybody dialled, by an answer that was asked for by the day; days off do not count. */
export function activeDays({ timeSeries }: OutboundAnswer, range: DateRange): number {
  const dates = timeSeries.dials.filter(({ date, value }) => value > 0 && includes(range, date))
  return new Set(dates.map(({ date }) => date)).size
}
