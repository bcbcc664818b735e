import { describe, expect, it } from 'vitest'
import { comparedRange, rangeOfName } from './named-period'
import type { DateRange, PeriodName } from './query'
import { countFrom, type SamePoint, samePoint } from './so-far'

function pointOf(name: PeriodName, comparison: 'previous' | 'year', today: string): SamePoint | null {
  const range = rangeOfName(name, { today, weekStart: 'monday' })
  return samePoint(range, comparedRange(comparison, name, range), today)
}

describe('samePoint', () => {
  // The worked examples of the table of periods; today is Wednesday 22 April 2026.
  it.each<[PeriodName, 'previous' | 'year', string, string]>([
    ['today', 'previous', '2026-04-15', '2026-04-15'],
    ['today', 'year', '2025-04-23', '2025-04-23'],
    ['this-week', 'previous', '2026-04-13', '2026-04-15'],
    ['this-week', 'year', '2025-04-21', '2025-04-23'],
    ['this-month', 'previous', '2026-03-01', '2026-03-22'],
    ['this-month', 'year', '2025-04-01', '2025-04-22'],
  ])('%s against %s', (name, comparison, from, to) => {
    expect(pointOf(name, comparison, '2026-04-22')).toEqual({ range: { from, to }, cut: to })
  })

  it.each([
    ['2026-03-28', '2026-02-28', '2026-02-28'],
    ['2026-03-29', '2026-02-28', null],
    ['2026-03-31', '2026-02-28', null],
    ['2028-03-29', '2028-02-29', '2028-02-29'],
    ['2028-03-30', '2028-02-29', null],
  ])('the month so far on %s ends on %s', (today, to, cut) => {
    expect(pointOf('this-month', 'previous', today)).toEqual({ range: { from: `${to.slice(0, 7)}-01`, to }, cut })
  })

  const range: DateRange = { from: '2026-04-20', to: '2026-04-26' }
  it.each<[string, DateRange, SamePoint | null]>([
    [
      'dates of which some are to come',
      { from: '2026-04-13', to: '2026-04-19' },
      { range: { from: '2026-04-13', to: '2026-04-15' }, cut: '2026-04-15' },
    ],
    [
      'a shorter period',
      { from: '2026-04-01', to: '2026-04-02' },
      { range: { from: '2026-04-01', to: '2026-04-02' }, cut: null },
    ],
    ['a day that is today', { from: '2026-04-20', to: '2026-04-26' }, null],
    ['a day to come', { from: '2026-04-27', to: '2026-05-03' }, null],
    ['a short period that is not over', { from: '2026-04-21', to: '2026-04-22' }, null],
  ])('%s', (_, earlier, expected) => {
    expect(samePoint(range, earlier, '2026-04-22')).toEqual(expected)
  })

  it('has none when today is not in the period', () => {
    expect(samePoint(range, { from: '2026-04-13', to: '2026-04-19' }, '2026-04-27')).toBeNull()
  })
})

it('counts calls from an instant on', () => {
  expect(countFrom([1, 5, 5, 9], 5)).toBe(3)
  expect(countFrom([], 5)).toBe(0)
})
