import { type IsoDate, WEEKDAYS, type Weekday } from '@/lib/report/query'
import { offsetAt } from '@/lib/settings/zone-time'
import type { LineUp, Show } from './show'

/** Minutes after midnight. */
type Span = NonNullable<Show['quietHours']>

/** A point of the week by the clocks of a zone. */
export interface Moment {
  weekday: Weekday
  /** After midnight, 0–1439. */
  minutes: number
}

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** The first of January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 3

/** What weekday and time it is in an IANA zone. Throws RangeError for an unknown zone. */
export function momentIn(zone: string, now: Date): Moment {
  const wall = Math.floor((now.getTime() + offsetAt(now.getTime(), zone)) / MINUTE)
  const day = Math.floor(wall / DAY_MINUTES)
  return { weekday: weekdayAt(day + EPOCH_WEEKDAY), minutes: wall - day * DAY_MINUTES }
}

/** The date in an IANA zone. Throws RangeError for an unknown zone. */
export function dateIn(zone: string, now: Date): IsoDate {
  return new Date(now.getTime() + offsetAt(now.getTime(), zone)).toISOString().slice(0, 10)
}

function weekdayAt(index: number): Weekday {
  return WEEKDAYS[((index % 7) + 7) % 7] ?? 'monday'
}

/** Whether a time of the day lies between two others; where they are the same, every time does. */
export function isWithin({ from, to }: Span, minutes: number): boolean {
  return from < to ? from <= minutes && minutes < to : from <= minutes || minutes < to
}

/** Whether a line-up's hours hold a moment. Hours that reach over midnight belong to the day on which they begin. */
function isOn({ when }: LineUp, { weekday, minutes }: Moment): boolean {
  if (!when) return false
  const { from, to, days } = when
  if (from < to) return days.includes(weekday) && from <= minutes && minutes < to
  const yesterday = weekdayAt(WEEKDAYS.indexOf(weekday) - 1)
  return (days.includes(weekday) && from <= minutes) || (days.includes(yesterday) && minutes < to)
}

/**
 * The line-up that is on: the first whose hours hold the moment, else the one of all other times.
 *
 * @throws Error for a show without one of those, which its schema refuses
 */
export function lineUpAt({ lineUps }: Pick<Show, 'lineUps'>, moment: Moment): LineUp {
  const found = lineUps.find(lineUp => isOn(lineUp, moment)) ?? lineUps.find(({ when }) => when === null)
  if (!found) throw new Error('a show without a line-up of all other times')
  return found
}
