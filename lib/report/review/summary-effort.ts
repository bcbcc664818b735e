import { eachDay, includes, weekdayOf } from '@/lib/report/dates'
import type { DateRange } from '@/lib/report/query'
import type { ReviewPerson, ReviewSettings, SummaryFact } from './document'

type Calendar = Pick<ReviewSettings, 'workdays' | 'holidays'>

/** Days with business hours that are no holiday. */
function workingDays(range: DateRange, { workdays, holidays }: Calendar): number {
  const off = new Set(holidays.map(({ date }) => date))
  return eachDay(range).filter(date => workdays.includes(weekdayOf(date)) && !off.has(date)).length
}

/** Where the two periods differ in working days: how many each has, and the holidays of both that fall on one, by date. */
export function shortOf(range: DateRange, before: DateRange, calendar: Calendar): SummaryFact | null {
  const [days, daysBefore] = [workingDays(range, calendar), workingDays(before, calendar)]
  if (days === daysBefore) return null
  const holidays = calendar.holidays
    .filter(({ date }) => calendar.workdays.includes(weekdayOf(date)))
    .filter(({ date }) => includes(range, date) || includes(before, date))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  return { kind: 'short', workingDays: days, workingDaysBefore: daysBefore, holidays }
}

/** Who dialled in the period before and not at all in this one; nobody is "out" when nobody dialled at all. */
export function outOf(people: readonly ReviewPerson[]): SummaryFact | null {
  if (people.every(({ now }) => now.dials === 0)) return null
  const out = people.filter(({ now, before }) => before !== null && before.dials > 0 && now.dials === 0)
  const names = out.map(({ user }) => user.name).sort((one, other) => one.localeCompare(other, 'en'))
  return names.length > 0 ? { kind: 'out', names } : null
}

/**
 * Dials per person and active day, now against before. null where any of it is unknown, where there was nothing to divide by, and
 * where it is the same to the half per cent.
 */
export function perActiveOf(people: readonly ReviewPerson[]): SummaryFact | null {
  let [dials, days, dialsBefore, daysBefore] = [0, 0, 0, 0]
  for (const { now, before, activeDays, activeDaysBefore } of people) {
    if (before === null || activeDaysBefore === null) return null
    dials += now.dials
    days += activeDays
    dialsBefore += before.dials
    daysBefore += activeDaysBefore
  }
  if (dials === 0 || days === 0 || dialsBefore === 0 || daysBefore === 0) return null
  const by = dials / days / (dialsBefore / daysBefore) - 1
  return Math.abs(by) < 0.005 ? null : { kind: 'perActive', by }
}
