import 'server-only'
import { addDays, addMonths, monthAround, weekAround } from '@/lib/report/dates'
import { isoWeekOf, todayIn } from '@/lib/report/period'
import type { IsoDate } from '@/lib/report/query'
import type { DeliveryPeriod } from '@/lib/settings/delivery'
import { instantAt } from '@/lib/settings/zone-time'

/** A review and when it is sent, in milliseconds since the epoch. */
export interface Due {
  key: string
  at: number
}

/** The day on which the review of the period before is sent. */
function firstDay(period: DeliveryPeriod, date: IsoDate): IsoDate {
  return period === 'week' ? weekAround(date, 'monday').from : monthAround(date).from
}

const stepped = (period: DeliveryPeriod, day: IsoDate, by: 1 | -1) =>
  period === 'week' ? addDays(day, 7 * by) : addMonths(day, by)

/** A time that the zone's clocks skip counts as the next there is; one that they repeat is the first of the two. */
function dueOn(period: DeliveryPeriod, day: IsoDate, minutes: number, zone: string): Due {
  const before = addDays(day, -1)
  return { key: period === 'week' ? isoWeekOf(before) : before.slice(0, 7), at: instantAt(day, minutes, zone) }
}

/**
 * The newest review that was due by now: of the week before on Mondays, of the month before on the first.
 *
 * @param minutes after midnight in the zone
 * @param now milliseconds since the epoch
 */
export function lastDue(period: DeliveryPeriod, minutes: number, zone: string, now: number): Due {
  const day = firstDay(period, todayIn(zone, new Date(now)))
  const due = dueOn(period, day, minutes, zone)
  return due.at <= now ? due : dueOn(period, stepped(period, day, -1), minutes, zone)
}

/** The first review that is due after now. */
export function nextDue(period: DeliveryPeriod, minutes: number, zone: string, now: number): Due {
  const day = firstDay(period, todayIn(zone, new Date(now)))
  const due = dueOn(period, day, minutes, zone)
  return due.at > now ? due : dueOn(period, stepped(period, day, 1), minutes, zone)
}
