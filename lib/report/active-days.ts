import type { OutboundAnswer } from '@/lib/allo/schemas'
import { eachDay, includes, weekdayOf } from './dates'
import type { DateRange, Granularity } from './query'

/**
 * Days of the range on which anybody dialled; days off do not count. With points by the day it is their count. Weeks and
 * months do not tell days apart, so there every date counts whose weekday has any dial in the heatmap: weekends without
 * calls drop out, single holidays do not.
 */
export function activeDays(answer: OutboundAnswer, range: DateRange, points: Granularity): number {
  if (points === 'day') {
    const dates = answer.timeSeries.dials.filter(({ date, value }) => value > 0 && includes(range, date))
    return new Set(dates.map(({ date }) => date)).size
  }
  const weekdays = new Set(answer.heatmap.dials.filter(cell => cell.value > 0).map(cell => cell.day.toLowerCase()))
  return eachDay(range).filter(date => weekdays.has(weekdayOf(date))).length
}
