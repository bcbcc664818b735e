import { addDays, weekdayOf } from '@/lib/report/dates'
import { todayIn } from '@/lib/report/period'
import type { IsoDate } from '@/lib/report/query'
import type { Settings } from './settings'
import { instantAt } from './zone-time'

const MINUTE = 60_000

/** What decides when people work. */
export type WorkingTime = Pick<Settings, 'zone' | 'businessHours' | 'holidays'>

/** Working time of one date, in milliseconds since the epoch; none on a holiday or a day off. */
function stretchesOf(date: IsoDate, { zone, businessHours, holidays }: WorkingTime): { start: number; end: number }[] {
  if (holidays.some(holiday => holiday.date === date)) return []
  return businessHours[weekdayOf(date)].map(({ from, to }) => ({
    start: instantAt(date, from, zone),
    end: instantAt(date, to, zone),
  }))
}

/**
 * Minutes of working time between two instants, as they really pass: an hour that a clock change skips is no work, an
 * hour that it repeats inside the business hours is worked twice. Parts of a minute count as such.
 *
 * @param from milliseconds since the epoch
 * @param to milliseconds since the epoch; before `from` there is no time between them
 */
export function workingMinutes(from: number, to: number, time: WorkingTime): number {
  if (to <= from) return 0
  const last = todayIn(time.zone, new Date(to))
  let worked = 0
  for (let date = todayIn(time.zone, new Date(from)); date <= last; date = addDays(date, 1)) {
    for (const { start, end } of stretchesOf(date, time)) {
      worked += Math.max(0, Math.min(end, to) - Math.max(start, from))
    }
  }
  return worked / MINUTE
}

/** Minutes of working time in a range of dates, both included. */
export function workingMinutesOfDays(range: { from: IsoDate; to: IsoDate }, time: WorkingTime): number {
  return workingMinutes(instantAt(range.from, 0, time.zone), instantAt(range.to, 24 * 60, time.zone), time)
}
