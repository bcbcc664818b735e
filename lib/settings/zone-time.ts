import { dateFormat } from '@/lib/format/intl'
import { addDays } from '@/lib/report/dates'
import type { IsoDate } from '@/lib/report/query'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** How far a zone is ahead of UTC at an instant (milliseconds since the epoch), in milliseconds. Throws RangeError for an unknown zone. */
export function offsetAt(instant: number, zone: string): number {
  // Offsets of a second or less exist only in history; every moment is cut to its second, as the parts are.
  const second = Math.floor(instant / 1000) * 1000
  const parts = dateFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(second)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(each => each.type === type)?.value)
  const [year, month, day] = [part('year'), part('month'), part('day')]
  return Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second')) - second
}

/**
 * The instant, in milliseconds since the epoch, at which the clocks of a zone show a time of a date.
 *
 * @param minutes after midnight, 0 to 1440; 1440 is the next day's midnight
 * @returns the first of the two where a clock change repeats the time; where it skips the time, the moment of the change
 */
export function instantAt(date: IsoDate, minutes: number, zone: string): number {
  if (minutes === DAY_MINUTES) return instantAt(addDays(date, 1), 0, zone)
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
  // A change lies between a day before and a day after, so one of the two offsets is right wherever the time exists.
  const [before, after] = [offsetAt(wall - DAY_MINUTES * MINUTE, zone), offsetAt(wall + DAY_MINUTES * MINUTE, zone)]
  const early = wall - before
  if (offsetAt(early, zone) === before) return early
  const late = wall - after
  if (offsetAt(late, zone) === after) return late
  return momentOfChange(late, early, zone)
}

/** The moment in (low, high] at which the offset is that of `high` for the first time. */
function momentOfChange(low: number, high: number, zone: string): number {
  const there = offsetAt(high, zone)
  let [no, yes] = [low, high]
  while (yes - no > 1000) {
    const middle = Math.floor((no + yes) / 2000) * 1000
    if (offsetAt(middle, zone) === there) yes = middle
    else no = middle
  }
  return yes
}

/** "UTC+02:00": how far a zone is ahead of UTC at an instant, as every language writes it. */
export function formatOffset(instant: number, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / MINUTE)
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** "09:30": minutes after midnight as clocks show them; the end of the day is midnight again. */
export function formatClock(minutes: number): string {
  return new Date((minutes % DAY_MINUTES) * MINUTE).toISOString().slice(11, 16)
}

/** Minutes after midnight of "09:30"; null for anything else. */
export function parseClock(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
