import { dateFormat } from './intl'

/*
 * Dates are `YYYY-MM-DD` in the workspace's zone, formatted as midnight UTC so that no zone moves them. Patterns are put
 * together from parts that read the same in every version of ICU: server and browser must print the same text.
 */

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
type Weekday = (typeof WEEKDAYS)[number]

interface Days {
  from: string
  to: string
}

function formatUtc(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`))
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}

/** The year is told where it is not the current one; without `today` it is not told. */
function yearOption(date: string, today: string | undefined): Intl.DateTimeFormatOptions {
  return today !== undefined && yearOf(date) !== yearOf(today) ? { year: 'numeric' } : {}
}

/** "Mar 25", "25 mars"; with the year when `today` lies in another: "Mar 25, 2025". */
export function formatDay(date: string, locale: string, today?: string): string {
  return formatUtc(date, locale, { month: 'short', day: 'numeric', ...yearOption(date, today) })
}

/** "Tuesday, April 21", "mardi 21 avril"; with the year when `today` lies in another. */
export function formatDayLong(date: string, locale: string, today?: string): string {
  return formatUtc(date, locale, { weekday: 'long', month: 'long', day: 'numeric', ...yearOption(date, today) })
}

/** "April 2026", "avril 2026". */
export function formatMonth(date: string, locale: string): string {
  return formatUtc(date, locale, { month: 'long', year: 'numeric' })
}

/**
 * "Mar 25 – Apr 21", "25 mars – 21 avr."; a range of one day is that day. A year that is not today's is told once, at
 * the end; a range across a New Year tells both.
 */
export function formatRangeOfDays({ from, to }: Days, locale: string, today?: string): string {
  if (from === to) return formatDay(from, locale, today)
  const acrossYears = yearOf(from) !== yearOf(to)
  // Seen from each other, ends in two years both tell theirs.
  const first = formatDay(from, locale, acrossYears ? to : undefined)
  const last = formatDay(to, locale, acrossYears ? from : today)
  return `${first} – ${last}`
}

/** "April 13 – 19", "13 – 19 avril", for titles; months and years are told where the ends differ, or lie in another year than `today`. */
export function formatRangeLong({ from, to }: Days, locale: string, today: string): string {
  const acrossYears = yearOf(from) !== yearOf(to)
  const long = (date: string, reference: string) =>
    formatUtc(date, locale, { month: 'long', day: 'numeric', ...yearOption(date, reference) })
  if (from === to) return long(from, today)
  if (acrossYears) return `${long(from, to)} – ${long(to, from)}`
  const oneMonth = from.slice(0, 7) === to.slice(0, 7)
  if (!oneMonth || yearOf(to) !== yearOf(today)) return `${long(from, to)} – ${long(to, today)}`
  const day = (date: string) => String(Number(date.slice(8)))
  return locale.startsWith('fr') ? `${day(from)} – ${long(to, to)}` : `${long(from, to)} – ${day(to)}`
}

/** "Mon" or "Monday", "lun." or "lundi". */
export function formatWeekday(weekday: Weekday, locale: string, width: 'short' | 'long'): string {
  // 2024 began on a Monday.
  return formatUtc(`2024-01-0${WEEKDAYS.indexOf(weekday) + 1}`, locale, { weekday: width })
}

/** An hour of the day, 0 to 23, by a 24-hour clock: "09:00". */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

type PartType = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

/** The wall clock in a zone at an instant, as digits. */
function wallClock(instant: string, zone: string): (type: PartType) => string {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  return type => parts.find(part => part.type === type)?.value ?? ''
}

/** "10:42": an ISO instant on the wall clock of an IANA zone, 24 hours in every language. Throws RangeError for neither. */
export function formatTime(instant: string, zone: string): string {
  const part = wallClock(instant, zone)
  return `${part('hour')}:${part('minute')}`
}

/** "Apr 21, 10:42", "21 avr., 10:42": an ISO instant in an IANA zone; with the year when `today` lies in another. */
export function formatInstant(instant: string, zone: string, locale: string, today?: string): string {
  const part = wallClock(instant, zone)
  const date = `${part('year')}-${part('month')}-${part('day')}`
  return `${formatDay(date, locale, today)}, ${part('hour')}:${part('minute')}`
}

/** "2026-04-21 10:42:10": an ISO instant as wall-clock time of an IANA zone, for files that spreadsheets read. */
export function formatTimestamp(instant: string, zone: string): string {
  const part = wallClock(instant, zone)
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`
}
