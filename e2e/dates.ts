/*
 * Calendar arithmetic of the tests' own. A date is `YYYY-MM-DD` and is counted as days since 1970, so no zone and no clock
 * change gets into it; only `wallClock` knows the workspace's zone.
 */

export const ZONE = 'Europe/Paris'
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Both ends included. */
export interface Days {
  from: string
  to: string
}

const DAY = 86_400_000

function numberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

function dateOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return dateOf(numberOf(date) + days)
}

export function lengthOf({ from, to }: Days): number {
  return numberOf(to) - numberOf(from) + 1
}

export function eachDay(days: Days): string[] {
  return Array.from({ length: lengthOf(days) }, (_, index) => addDays(days.from, index))
}

export function weekdayOf(date: string): Weekday {
  // 1 January 1970 was a Thursday.
  return WEEKDAYS[(((numberOf(date) + 3) % 7) + 7) % 7] ?? 'monday'
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)))
}

/** The calendar month of a date. */
export function monthOf(date: string): Days {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: `${date.slice(0, 7)}-01`, to: last }
}

/** The month before the one of a date. */
export function monthBefore(date: string): Days {
  return monthOf(addDays(monthOf(date).from, -1))
}

/** The last Sunday of a month, 1 to 12: when European clocks change, in March and October. */
export function lastSunday(year: number, month: number): string {
  const { to } = monthOf(`${year}-${String(month).padStart(2, '0')}-01`)
  return addDays(to, -((WEEKDAYS.indexOf(weekdayOf(to)) + 1) % 7))
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The date and hour on the wall of the workspace at an instant. */
export function wallClock(instant: string): { date: string; hour: number } {
  const parts = new Map(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
  }
}

const stamp = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' })

/** "2026-04-21 10:42:07" on the wall of the workspace. */
export function wallStamp(instant: string): string {
  return stamp.format(new Date(instant))
}

/** As the address writes a range. */
export function written({ from, to }: Days): string {
  return from === to ? from : `${from}..${to}`
}

function words(date: string, year: boolean): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', month: 'short', day: 'numeric' }
  return new Intl.DateTimeFormat('en-US', { ...options, ...(year && { year: 'numeric' }) }).format(numberOf(date) * DAY)
}

/** "Mar 25". */
export function dayWords(date: string): string {
  return words(date, false)
}

/** "Mar 25 – Apr 21": years are told where they differ from each other, or from today's when `today` is given. */
export function rangeWords({ from, to }: Days, today?: string): string {
  const across = from.slice(0, 4) !== to.slice(0, 4)
  const foreign = today !== undefined && to.slice(0, 4) !== today.slice(0, 4)
  if (from === to) return words(to, foreign)
  return `${words(from, across)} – ${words(to, across || foreign)}`
}
