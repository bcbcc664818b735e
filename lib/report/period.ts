import { isAskable } from './address-values'
import {
  addDays,
  addMonths,
  daysIn,
  includes,
  isRealDate,
  monthAround,
  sameRange,
  shiftRange,
  weekAround,
} from './dates'
import { type Clock, comparedRange, nameOfRange, rangeOfName } from './named-period'
import {
  type Comparison,
  type DateRange,
  type Granularity,
  type IsoDate,
  PERIOD_NAMES,
  type Period,
  type PeriodName,
} from './query'

export interface ResolvedPeriod {
  /** null for a range given by its dates. */
  name: PeriodName | null
  range: DateRange
  /** Calendar days of the range. */
  days: number
  /** Contains today, so its numbers are still growing. */
  running: boolean
  comparison: ResolvedComparison | null
}

export interface ResolvedComparison {
  kind: 'previous' | 'year' | 'custom'
  range: DateRange
  /**
   * Both periods are over. Allo counts whole days, so a period that still runs cannot be compared "to the same time",
   * and no change may be claimed.
   */
  likeForLike: boolean
}

/** The date in an IANA zone at an instant. Throws RangeError for an unknown zone. */
export function todayIn(zone: string, now: Date): IsoDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: 'year' | 'month' | 'day') => parts.find(each => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/**
 * The dates of a period and of what it is compared with. Day-based periods compare with as many days before (today and
 * this week: with the same weekdays a week ago) or 364 days earlier, calendar months with calendar months; fixed dates
 * are taken as given.
 */
export function resolvePeriod(asked: { period: Period; comparison: Comparison }, clock: Clock): ResolvedPeriod {
  const { period, comparison } = asked
  const name = typeof period === 'string' ? period : null
  const range = typeof period === 'string' ? rangeOfName(period, clock) : period
  const running = includes(range, clock.today)
  const resolved = { name, range, days: daysIn(range), running }
  if (comparison === 'none') return { ...resolved, comparison: null }
  const compared = comparedRange(comparison, name, range)
  const likeForLike = range.to < clock.today && compared.to < clock.today
  const kind = typeof comparison === 'string' ? comparison : 'custom'
  return { ...resolved, comparison: { kind, range: compared, likeForLike } }
}

type Stepped = Pick<ResolvedPeriod, 'name' | 'range'>

/** The calendar unit that a period stands for; null when it steps by its own number of days. */
function stepUnit({ name, range }: Stepped, weekStart: Clock['weekStart']): 'week' | 'month' | null {
  if (name === 'this-week' || name === 'last-week') return 'week'
  if (name === 'this-month' || name === 'last-month') return 'month'
  if (name !== null) return null
  if (sameRange(range, weekAround(range.from, weekStart))) return 'week'
  return sameRange(range, monthAround(range.from)) ? 'month' : null
}

function moveBy(unit: 'week' | 'month' | null, direction: -1 | 1, range: DateRange, weekStart: Clock['weekStart']) {
  if (unit === 'week') return weekAround(addDays(range.from, 7 * direction), weekStart)
  if (unit === 'month') return monthAround(addMonths(range.from, direction))
  return shiftRange(range, daysIn(range) * direction)
}

/**
 * The period before or after: weeks and months step by the calendar, everything else by its own number of days.
 * A week or month that contains today ends today. A step past today, or out of the years we know, is not taken: the
 * period comes back as it is. Dates that have a name today come back by name, so their address is canonical again.
 */
export function stepPeriod(
  period: Stepped,
  direction: -1 | 1,
  today: IsoDate,
  weekStart: Clock['weekStart'] = 'monday',
): Period {
  const unit = stepUnit(period, weekStart)
  const moved = moveBy(unit, direction, period.range, weekStart)
  const next = unit !== null && includes(moved, today) ? { from: moved.from, to: today } : moved
  if (!isAskable(next) || (direction === 1 && next.to > today)) return period.name ?? period.range
  const names = unit === null ? PERIOD_NAMES : ([`this-${unit}`, `last-${unit}`] as const)
  return nameOfRange(next, { today, weekStart }, names) ?? next
}

/** The whole day, week or month around a date, wherever a period may cut it. */
export function wholeBucket(date: IsoDate, granularity: Granularity, weekStart: Clock['weekStart']): DateRange {
  if (granularity === 'day') return { from: date, to: date }
  return granularity === 'week' ? weekAround(date, weekStart) : monthAround(date)
}

/** The buckets of a range, in order and without gaps; the first and the last are cut to the range. */
export function bucketsOf(range: DateRange, granularity: Granularity, weekStart: Clock['weekStart']): DateRange[] {
  const buckets: DateRange[] = []
  for (let from = range.from; from <= range.to; ) {
    const { to } = wholeBucket(from, granularity, weekStart)
    buckets.push({ from, to: to < range.to ? to : range.to })
    from = addDays(to, 1)
  }
  return buckets
}

/** The ISO 8601 week of a date, `2026-W16`: the week's year is that of its Thursday, so 2025-12-29 lies in `2026-W01`. */
export function isoWeekOf(date: IsoDate): string {
  const thursday = addDays(weekAround(date, 'monday').from, 3)
  const year = thursday.slice(0, 4)
  const week = Math.ceil(daysIn({ from: `${year}-01-01`, to: thursday }) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Monday to Sunday of an ISO week; null when the text names none (`2025-W53` does not exist). */
export function isoWeekRange(text: string): DateRange | null {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? []
  // 4 January lies in the first week of every year.
  const fourth = `${year}-01-04`
  if (week === undefined || !isRealDate(fourth)) return null
  const from = addDays(weekAround(fourth, 'monday').from, (Number(week) - 1) * 7)
  return isoWeekOf(from) === text ? { from, to: addDays(from, 6) } : null
}
