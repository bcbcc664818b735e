import { addDays, addMonths, daysIn, monthAround, sameRange, shiftRange, weekAround } from './dates'
import { type DateRange, type IsoDate, PERIOD_NAMES, type PeriodName } from './query'

/** What "now" is for a workspace: its date there, and where its weeks start. */
export interface Clock {
  today: IsoDate
  weekStart: 'monday' | 'sunday'
}

/** Days back to the same weekday a year ago. */
const YEAR_OF_WEEKS = 364

/** The dates of a named period. Only "so far" periods (today, this week, this month) contain today. */
export function rangeOfName(name: PeriodName, { today, weekStart }: Clock): DateRange {
  const yesterday = addDays(today, -1)
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: yesterday, to: yesterday }
    case 'this-week':
      return { from: weekAround(today, weekStart).from, to: today }
    case 'last-week':
      return weekAround(addDays(today, -7), weekStart)
    case 'last-7-days':
      return { from: addDays(today, -7), to: yesterday }
    case 'last-4-weeks':
      return { from: addDays(today, -28), to: yesterday }
    case 'this-month':
      return { from: monthAround(today).from, to: today }
    case 'last-month':
      return monthAround(addMonths(today, -1))
  }
}

/** The named period that these dates are today; the first of `names` where two coincide, null where none does. */
export function nameOfRange(
  range: DateRange,
  clock: Clock,
  names: readonly PeriodName[] = PERIOD_NAMES,
): PeriodName | null {
  return names.find(name => sameRange(rangeOfName(name, clock), range)) ?? null
}

/** The same calendar month, `months` earlier: whole months stay whole, parts keep their days of the month. */
function monthsEarlier(range: DateRange, months: number, whole: boolean): DateRange {
  const from = addMonths(range.from, -months)
  return { from, to: whole ? monthAround(from).to : addMonths(range.to, -months) }
}

function previousOf(name: PeriodName | null, range: DateRange): DateRange {
  switch (name) {
    case 'today': // with the same weekday, not with yesterday
    case 'this-week':
      return shiftRange(range, -7)
    case 'this-month':
    case 'last-month':
      return monthsEarlier(range, 1, name === 'last-month')
    default:
      return shiftRange(range, -daysIn(range))
  }
}

function yearBefore(name: PeriodName | null, range: DateRange): DateRange {
  const byMonth = name === 'this-month' || name === 'last-month'
  return byMonth ? monthsEarlier(range, 12, name === 'last-month') : shiftRange(range, -YEAR_OF_WEEKS)
}

/** The dates that a period is compared with; `name` is null for a period given by its dates. */
export function comparedRange(
  comparison: 'previous' | 'year' | DateRange,
  name: PeriodName | null,
  range: DateRange,
): DateRange {
  if (comparison === 'previous') return previousOf(name, range)
  return comparison === 'year' ? yearBefore(name, range) : comparison
}
