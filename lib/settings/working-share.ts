import { addDays, eachDay } from '@/lib/report/dates'
import type { DateRange, IsoDate } from '@/lib/report/query'
import { type WorkingTime, workingMinutes, workingMinutesOfDays } from './hours'
import { instantAt } from './zone-time'

/** Minutes of working time that are left of a range of dates from an instant (milliseconds since the epoch) on. */
function minutesLeft({ from, to }: DateRange, instant: number, time: WorkingTime): number {
  const start = Math.max(instant, instantAt(from, 0, time.zone))
  return workingMinutes(start, instantAt(addDays(to, 1), 0, time.zone), time)
}

/**
 * The share of a period's working time that has passed at an instant (milliseconds since the epoch), 0 to 1. In a period without
 * any working time none of it passes: 0.
 */
export function shareWorked(range: DateRange, instant: number, time: WorkingTime): number {
  const whole = workingMinutesOfDays(range, time)
  return whole > 0 ? 1 - minutesLeft(range, instant, time) / whole : 0
}

/** Working days that are left of a range of dates at an instant: a day that is partly over counts by what is left of its working time. */
export function workingDaysLeft(range: DateRange, instant: number, time: WorkingTime): number {
  const left = (date: IsoDate) => {
    const day = { from: date, to: date }
    const whole = workingMinutesOfDays(day, time)
    return whole > 0 ? minutesLeft(day, instant, time) / whole : 0
  }
  return eachDay(range).reduce((sum, date) => sum + left(date), 0)
}
