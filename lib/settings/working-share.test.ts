import { describe, expect, it } from 'vitest'
import type { WorkingTime } from './hours'
import { DEFAULT_HOURS } from './settings'
import { shareWorked, workingDaysLeft } from './working-share'

const OFFICE: WorkingTime = { zone: 'Europe/Paris', businessHours: DEFAULT_HOURS, holidays: [] }
const MONDAY_OFF: WorkingTime = { ...OFFICE, holidays: [{ date: '2026-04-20', name: 'Off' }] }
const NEVER: WorkingTime = {
  ...OFFICE,
  businessHours: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
}
/** Also on Sundays, from one to four at night. */
const NIGHT: WorkingTime = { ...OFFICE, businessHours: { ...DEFAULT_HOURS, sunday: [{ from: 60, to: 240 }] } }

/** Monday 20 to Sunday 26 April 2026: five days of nine hours. Paris is two hours ahead of UTC. */
const WEEK = { from: '2026-04-20', to: '2026-04-26' }
const SPRING = { from: '2026-03-23', to: '2026-03-29' }
const AUTUMN = { from: '2026-10-19', to: '2026-10-25' }

describe('working time of a week', () => {
  it.each<[string, string, typeof WEEK, WorkingTime, number, number]>([
    ['Monday 00:00:30', '2026-04-19T22:00:30Z', WEEK, OFFICE, 0, 5],
    ['Monday noon', '2026-04-20T10:00:00Z', WEEK, OFFICE, 3 / 45, 4 + 6 / 9],
    ['Wednesday 11:00', '2026-04-22T09:00:00Z', WEEK, OFFICE, 20 / 45, 2 + 7 / 9],
    ['Friday 18:00', '2026-04-24T16:00:00Z', WEEK, OFFICE, 1, 0],
    ['Sunday', '2026-04-26T10:00:00Z', WEEK, OFFICE, 1, 0],
    ['before the week', '2026-04-15T10:00:00Z', WEEK, OFFICE, 0, 5],
    ['after the week', '2026-05-15T10:00:00Z', WEEK, OFFICE, 1, 0],
    ['Tuesday noon after a holiday', '2026-04-21T10:00:00Z', WEEK, MONDAY_OFF, 3 / 36, 3 + 6 / 9],
    ['a holiday', '2026-04-20T10:00:00Z', WEEK, MONDAY_OFF, 0, 4],
    ['no working time at all', '2026-04-22T09:00:00Z', WEEK, NEVER, 0, 0],
    // One to four is two hours long on 29 March; at 03:30 summer time half an hour is left.
    ['the night of spring', '2026-03-29T01:30:00Z', SPRING, NIGHT, 46.5 / 47, 0.25],
    // One to four is four hours long on 25 October; at the second 02:00 half of it is left.
    ['the night of autumn', '2026-10-25T01:00:00Z', AUTUMN, NIGHT, 47 / 49, 0.5],
  ])('%s', (_, instant, range, time, share, days) => {
    expect(shareWorked(range, Date.parse(instant), time)).toBeCloseTo(share, 10)
    expect(workingDaysLeft(range, Date.parse(instant), time)).toBeCloseTo(days, 10)
  })
})
