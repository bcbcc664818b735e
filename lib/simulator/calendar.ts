/** A calendar date as days since 1970-01-01, whatever the zone. */
export type DayNumber = number

/** 'YYYY-MM-DD' to a day number; null when it is no date that exists. */
export function dayOf(text: string): DayNumber | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return null
  const day = milliseconds / 86_400_000
  return isoDay(day) === text ? day : null
}

/** A day number as 'YYYY-MM-DD'. */
export function isoDay(day: DayNumber): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Monday of the day's week. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day)
}

/** First day of the day's month. */
export function monthOf(day: DayNumber): DayNumber {
  return day - new Date(day * 86_400_000).getUTCDate() + 1
}

/** Easter Sunday of a year (Meeus/Jones/Butcher). */
function easter(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1) / 86_400_000
}

/** The nth weekday (0 Monday) of a month (1–12); n = -1 is the last one. */
function nthWeekday(year: number, month: number, weekday: number, n: number): DayNumber {
  if (n < 0) {
    const last = Date.UTC(year, month, 0) / 86_400_000
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = Date.UTC(year, month - 1, 1) / 86_400_000
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1)
}

const FIXED = {
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  US: ['01-01', '06-19', '07-04', '12-25'],
}

/** Whether a day is a public holiday in France or the United States. */
export function isHoliday(day: DayNumber, country: 'FR' | 'US'): boolean {
  const date = isoDay(day)
  if (FIXED[country].includes(date.slice(5))) return true
  const year = Number(date.slice(0, 4))
  if (country === 'FR') return [1, 39, 50].includes(day - easter(year))
  const thanksgiving = nthWeekday(year, 11, 3, 4)
  return [
    nthWeekday(year, 1, 0, 3),
    nthWeekday(year, 2, 0, 3),
    nthWeekday(year, 5, 0, -1),
    nthWeekday(year, 9, 0, 1),
    thanksgiving,
    thanksgiving + 1,
  ].includes(day)
}
