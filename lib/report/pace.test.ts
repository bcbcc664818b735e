import { describe, expect, it } from 'vitest'
import { neededPerDay, type PastPeriod, paceOf, project } from './pace'

/** Weeks that came to 100 and had reached so many at the same point. */
const weeks = (...reached: number[]): PastPeriod[] => reached.map(each => ({ reached: each, total: 100 }))

describe('project', () => {
  // 24 at shares of 0.3 … 0.8 ends at 80, 60, 48, 40, 34.29, 30. Sorted: 30, 34.29, 40, 48, 60, 80. Of six values the 20th
  // percentile stands at place 1 (34.29) and the 80th at place 4 (60).
  it('is the value by the shares of earlier periods, from the 20th to the 80th percentile', () => {
    expect(project(24, weeks(30, 40, 50, 60, 70, 80))).toEqual({ low: 34, high: 60 })
  })

  // 10 at 0.2, 0.25, 0.4, 0.5 ends at 50, 40, 25, 20. Of 20, 25, 40, 50 place 0.6 is 20 + 0.6 × 5 = 23, place 2.4 is
  // 40 + 0.4 × 10 = 44.
  it('goes straight between two values', () => {
    expect(project(10, weeks(20, 25, 40, 50))).toEqual({ low: 23, high: 44 })
  })

  it.each<[string, number, PastPeriod[], ReturnType<typeof project>]>([
    ['no period', 10, [], null],
    ['three periods', 10, weeks(50, 50, 50), null],
    ['four periods', 10, weeks(50, 50, 50, 50), { low: 20, high: 20 }],
    ['four, of which one had nothing by then', 10, weeks(50, 50, 50, 0), null],
    ['five, of which one had nothing by then', 10, weeks(50, 0, 50, 50, 50), { low: 20, high: 20 }],
    [
      'five, of which one had nothing at all',
      10,
      [...weeks(50, 50, 50, 50), { reached: 0, total: 0 }],
      { low: 20, high: 20 },
    ],
    ['calls taken back after they were reached', 10, weeks(120, 120, 120, 120), { low: 10, high: 10 }],
    ['nothing so far', 0, weeks(10, 20, 30, 40), { low: 0, high: 0 }],
    ['a point at which every period was over', 37, weeks(100, 100, 100, 100), { low: 37, high: 37 }],
    ['tiny shares', 1, Array.from({ length: 8 }, () => ({ reached: 1, total: 9999 })), { low: 9999, high: 9999 }],
  ])('%s', (_, value, past, expected) => {
    expect(project(value, past)).toEqual(expected)
  })

  it('does not mind the order', () => {
    expect(project(24, weeks(80, 30, 60, 50, 40, 70))).toEqual(project(24, weeks(30, 40, 50, 60, 70, 80)))
  })
})

describe('paceOf', () => {
  it.each<[number, number, ReturnType<typeof project>, ReturnType<typeof paceOf>]>([
    [140, 140, { low: 150, high: 170 }, 'reached'],
    [141, 140, null, 'reached'],
    [90, 140, { low: 140, high: 150 }, 'ahead'],
    [90, 140, { low: 139, high: 140 }, 'on'],
    [90, 140, { low: 120, high: 139 }, 'behind'],
    [90, 140, null, null],
  ])('%i of %i with %j is %s', (value, goal, projected, expected) => {
    expect(paceOf(value, goal, projected)).toBe(expected)
  })
})

describe('neededPerDay', () => {
  it.each<[string, number, number, number, number | null]>([
    ['five days for 35', 0, 35, 5, 7],
    ['rounded up', 0, 36, 5, 8],
    ['half of today and two days for 25', 10, 35, 2.5, 10],
    ['parts of days that do not add up exactly', 0, 21, 0.1 + 0.2 + 2.7, 7],
    ['an hour of the last day: what is missing, not more', 30, 35, 1 / 9, 5],
    ['reached', 35, 35, 3, null],
    ['no working day left', 30, 35, 0, null],
  ])('%s', (_, value, goal, days, expected) => {
    expect(neededPerDay(value, goal, days)).toBe(expected)
  })
})
