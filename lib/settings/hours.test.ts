import { describe, expect, it } from 'vitest'
import { type WorkingTime, workingMinutes, workingMinutesOfDays } from './hours'
import { DEFAULT_HOURS } from './settings'

const PARIS: WorkingTime = { zone: 'Europe/Paris', businessHours: DEFAULT_HOURS, holidays: [] }
/** Two stretches from Monday to Saturday, and no Sunday. */
const lunch = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 + 15 },
]
const SHOP: WorkingTime = {
  ...PARIS,
  businessHours: { ...DEFAULT_HOURS, monday: lunch, saturday: [{ from: 600, to: 720 }] },
}
const NIGHT: WorkingTime = { ...PARIS, businessHours: { ...DEFAULT_HOURS, sunday: [{ from: 0, to: 1440 }] } }
const EARLY: WorkingTime = { ...PARIS, businessHours: { ...DEFAULT_HOURS, sunday: [{ from: 60, to: 240 }] } }

const between = (from: string, to: string, time = PARIS) => workingMinutes(Date.parse(from), Date.parse(to), time)

describe('workingMinutes', () => {
  // 20 April 2026 is a Monday; Paris is two hours ahead of UTC.
  it.each<[string, string, string, WorkingTime, number]>([
    ['a whole working day', '2026-04-19T22:00Z', '2026-04-20T22:00Z', PARIS, 540],
    ['the hours from nine to now', '2026-04-20T00:00Z', '2026-04-20T10:15Z', PARIS, 195],
    [
      'the same hours in another zone',
      '2026-04-20T00:00Z',
      '2026-04-20T18:15Z',
      { ...PARIS, zone: 'America/New_York' },
      315,
    ],
    ['before opening', '2026-04-20T04:00Z', '2026-04-20T07:00Z', PARIS, 0],
    ['after closing, over the night, into the morning', '2026-04-20T17:00Z', '2026-04-21T07:30Z', PARIS, 30],
    ['a part of a minute', '2026-04-20T08:00:00Z', '2026-04-20T08:00:30Z', PARIS, 0.5],
    ['a weekend', '2026-04-24T16:00Z', '2026-04-27T07:00Z', PARIS, 0],
    ['a whole week', '2026-04-19T22:00Z', '2026-04-26T22:00Z', PARIS, 5 * 540],
    ['nothing between an instant and itself', '2026-04-20T10:00Z', '2026-04-20T10:00Z', PARIS, 0],
    ['nothing backwards', '2026-04-21T10:00Z', '2026-04-20T10:00Z', PARIS, 0],
    ['two stretches', '2026-04-19T22:00Z', '2026-04-20T22:00Z', SHOP, 210 + 255],
    ['a lunch break', '2026-04-20T09:30Z', '2026-04-20T12:30Z', SHOP, 30 + 30],
    ['a Saturday morning', '2026-04-25T00:00Z', '2026-04-25T08:30Z', SHOP, 30],
    [
      'a holiday',
      '2026-04-19T22:00Z',
      '2026-04-22T22:00Z',
      { ...PARIS, holidays: [{ date: '2026-04-21', name: 'Off' }] },
      1080,
    ],
    ['a day of 23 hours, worked through', '2026-03-28T23:00Z', '2026-03-29T22:00Z', NIGHT, 23 * 60],
    ['a day of 25 hours, worked through', '2026-10-24T22:00Z', '2026-10-25T23:00Z', NIGHT, 25 * 60],
    ['one to four, with the hour from two skipped', '2026-03-28T23:00Z', '2026-03-29T22:00Z', EARLY, 120],
    ['one to four, with the hour from two twice', '2026-10-24T22:00Z', '2026-10-25T23:00Z', EARLY, 240],
    ['office hours on the Monday after the change', '2026-03-29T22:00Z', '2026-03-30T07:30Z', PARIS, 30],
  ])('%s', (_, from, to, time, minutes) => {
    expect(between(from, to, time)).toBe(minutes)
  })

  it('adds up: any instant between splits the time in two', () => {
    const [from, to] = [Date.parse('2026-03-20T00:00Z'), Date.parse('2026-04-05T00:00Z')]
    const whole = workingMinutes(from, to, NIGHT)
    for (let middle = from; middle <= to; middle += 7 * 3_600_000 + 61_000) {
      expect(workingMinutes(from, middle, NIGHT) + workingMinutes(middle, to, NIGHT)).toBeCloseTo(whole, 6)
    }
  })
})

describe('workingMinutesOfDays', () => {
  it('counts whole days of the zone, both included', () => {
    const days = { from: '2026-04-20', to: '2026-04-26' }
    expect(workingMinutesOfDays(days, PARIS)).toBe(2700)
    expect(workingMinutesOfDays(days, { ...PARIS, zone: 'Pacific/Auckland' })).toBe(2700)
    expect(workingMinutesOfDays({ from: '2026-04-25', to: '2026-04-25' }, PARIS)).toBe(0)
  })
})
