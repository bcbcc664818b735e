import { type DateRange, type IsoDate, WEEKDAYS, type Weekday } from './query'

/*
 * Arithmetic on calendar dates. A date is taken as midnight UTC, where every day has 24 hours, so no zone and no clock
 * change can shift it. Arguments are real dates (`isRealDate`); results are too.
 */

const DAY_MILLISECONDS = 86_400_000

function toTime(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function fromTime(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10)
}

/** Whether the text is `YYYY-MM-DD` and that day exists (2026-02-30 does not). */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = toTime(text)
  return !Number.isNaN(time) && fromTime(time) === text
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * DAY_MILLISECONDS)
}

/** The same day of the month, `months` later; the last day of that month where it is shorter (31 March − 1 → 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return fromTime(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** Number of days in the range, both ends included. */
export function daysIn(range: DateRange): number {
  return Math.round((toTime(range.to) - toTime(range.from)) / DAY_MILLISECONDS) + 1
}

/** Every date of the range, in order. */
export function eachDay(range: DateRange): IsoDate[] {
  return Array.from({ length: daysIn(range) }, (_, index) => addDays(range.from, index))
}

export function weekdayOf(date: IsoDate): Weekday {
  // getUTCDay counts from Sunday, WEEKDAYS from Monday.
  return WEEKDAYS[(new Date(toTime(date)).getUTCDay() + 6) % 7] ?? 'monday'
}

/** The whole week around a date. */
export function weekAround(date: IsoDate, weekStart: 'monday' | 'sunday'): DateRange {
  const sinceMonday = WEEKDAYS.indexOf(weekdayOf(date))
  const from = addDays(date, -(weekStart === 'monday' ? sinceMonday : (sinceMonday + 1) % 7))
  return { from, to: addDays(from, 6) }
}

/** The whole calendar month around a date. */
export function monthAround(date: IsoDate): DateRange {
  const from = `${date.slice(0, 7)}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The weekdays in the order in which the workspace's week runs. */
export function weekdaysFrom(weekStart: 'monday' | 'sunday'): readonly Weekday[] {
  return weekStart === 'monday' ? WEEKDAYS : ['sunday', ...WEEKDAYS.slice(0, 6)]
}

export function shiftRange(range: DateRange, days: number): DateRange {
  return { from: addDays(range.from, days), to: addDays(range.to, days) }
}

/** Whether the date lies in the range. Dates of this form compare as text. */
export function includes(range: DateRange, date: IsoDate): boolean {
  return range.from <= date && date <= range.to
}

export function sameRange(one: DateRange, other: DateRange): boolean {
  return one.from === other.from && one.to === other.to
}
