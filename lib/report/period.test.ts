import { describe, expect, it } from 'vitest'
import type { Clock } from './named-period'
import { bucketsOf, isoWeekOf, isoWeekRange, resolvePeriod, stepPeriod, todayIn } from './period'
import type { Comparison, Period, PeriodName } from './query'

const clock: Clock = { today: '2026-04-22', weekStart: 'monday' } // a Wednesday

/** `2026-04-13..2026-04-19` for what a period, or its comparison, resolves to. */
function dates(period: Period, comparison: Comparison, at: Clock = clock) {
  const { range, comparison: compared } = resolvePeriod({ period, comparison }, at)
  return { range: `${range.from}..${range.to}`, compared: compared && `${compared.range.from}..${compared.range.to}` }
}

describe('named periods on Wednesday 2026-04-22', () => {
  const table: [PeriodName, range: string, previous: string, year: string][] = [
    ['today', '2026-04-22..2026-04-22', '2026-04-15..2026-04-15', '2025-04-23..2025-04-23'],
    ['yesterday', '2026-04-21..2026-04-21', '2026-04-20..2026-04-20', '2025-04-22..2025-04-22'],
    ['this-week', '2026-04-20..2026-04-22', '2026-04-13..2026-04-15', '2025-04-21..2025-04-23'],
    ['last-week', '2026-04-13..2026-04-19', '2026-04-06..2026-04-12', '2025-04-14..2025-04-20'],
    ['last-7-days', '2026-04-15..2026-04-21', '2026-04-08..2026-04-14', '2025-04-16..2025-04-22'],
    ['last-4-weeks', '2026-03-25..2026-04-21', '2026-02-25..2026-03-24', '2025-03-26..2025-04-22'],
    ['this-month', '2026-04-01..2026-04-22', '2026-03-01..2026-03-22', '2025-04-01..2025-04-22'],
    ['last-month', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28', '2025-03-01..2025-03-31'],
  ]
  it.each(table)('%s', (name, range, previous, year) => {
    expect(dates(name, 'previous')).toEqual({ range, compared: previous })
    expect(dates(name, 'year')).toEqual({ range, compared: year })
    expect(dates(name, 'none')).toEqual({ range, compared: null })
  })

  it.each(table)('%s claims a change only when it is over', name => {
    const soFar = name === 'today' || name === 'this-week' || name === 'this-month'
    const { running, comparison } = resolvePeriod({ period: name, comparison: 'previous' }, clock)
    expect(running).toBe(soFar)
    expect(comparison?.likeForLike).toBe(!soFar)
  })
})

describe('edges of the calendar', () => {
  const cases: [string, Period, Comparison, today: string, range: string, compared: string][] = [
    ['31 March', 'this-month', 'previous', '2026-03-31', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28'],
    ['31 March, leap', 'this-month', 'previous', '2028-03-31', '2028-03-01..2028-03-31', '2028-02-01..2028-02-29'],
    ['28 February', 'this-month', 'previous', '2026-02-28', '2026-02-01..2026-02-28', '2026-01-01..2026-01-28'],
    ['29 February', 'this-month', 'year', '2028-02-29', '2028-02-01..2028-02-29', '2027-02-01..2027-02-28'],
    ['whole February', 'last-month', 'previous', '2026-03-10', '2026-02-01..2026-02-28', '2026-01-01..2026-01-31'],
    ['leap February', 'last-month', 'year', '2029-03-10', '2029-02-01..2029-02-28', '2028-02-01..2028-02-29'],
    [
      '31 March, month before',
      'last-month',
      'previous',
      '2026-03-31',
      '2026-02-01..2026-02-28',
      '2026-01-01..2026-01-31',
    ],
    ['January', 'last-month', 'previous', '2026-01-15', '2025-12-01..2025-12-31', '2025-11-01..2025-11-30'],
    ['New Year', 'last-week', 'previous', '2026-01-01', '2025-12-22..2025-12-28', '2025-12-15..2025-12-21'],
    ['Monday', 'this-week', 'previous', '2026-04-20', '2026-04-20..2026-04-20', '2026-04-13..2026-04-13'],
    ['clock change', 'last-7-days', 'previous', '2026-03-31', '2026-03-24..2026-03-30', '2026-03-17..2026-03-23'],
  ]
  it.each(cases)('%s', (_, period, comparison, today, range, compared) => {
    expect(dates(period, comparison, { today, weekStart: 'monday' })).toEqual({ range, compared })
  })

  it('starts weeks on Sunday where the workspace does', () => {
    const sunday: Clock = { today: '2026-04-22', weekStart: 'sunday' }
    expect(dates('this-week', 'previous', sunday)).toEqual({
      range: '2026-04-19..2026-04-22',
      compared: '2026-04-12..2026-04-15',
    })
    expect(dates('last-week', 'none', sunday).range).toBe('2026-04-12..2026-04-18')
    // On its own first day, too.
    expect(dates('this-week', 'none', { today: '2026-04-19', weekStart: 'sunday' }).range).toBe(
      '2026-04-19..2026-04-19',
    )
    expect(dates('this-week', 'none', { today: '2026-04-19', weekStart: 'monday' }).range).toBe(
      '2026-04-13..2026-04-19',
    )
  })
})

describe('periods by their dates', () => {
  const tenDays = { from: '2026-04-01', to: '2026-04-10' }

  it('compare with the days before, 364 days earlier, or dates as given', () => {
    expect(dates(tenDays, 'previous').compared).toBe('2026-03-22..2026-03-31')
    expect(dates(tenDays, 'year').compared).toBe('2025-04-02..2025-04-11')
    const fixed = resolvePeriod({ period: tenDays, comparison: { from: '2026-01-01', to: '2026-01-31' } }, clock)
    expect(fixed).toEqual({
      name: null,
      range: tenDays,
      days: 10,
      running: false,
      comparison: { kind: 'custom', range: { from: '2026-01-01', to: '2026-01-31' }, likeForLike: true },
    })
  })

  it('run while today is among them, and are not over before', () => {
    const state = (from: string, to: string, comparison: Comparison = 'previous') => {
      const { running, days, comparison: compared } = resolvePeriod({ period: { from, to }, comparison }, clock)
      return { running, days, likeForLike: compared?.likeForLike }
    }
    expect(state('2026-04-13', '2026-04-22')).toEqual({ running: true, days: 10, likeForLike: false })
    expect(state('2026-04-20', '2026-04-30')).toEqual({ running: true, days: 11, likeForLike: false })
    expect(state('2026-05-01', '2026-05-02')).toEqual({ running: false, days: 2, likeForLike: false })
    expect(state('2026-04-01', '2026-04-10', { from: '2026-04-20', to: '2026-04-25' }).likeForLike).toBe(false)
  })
})

describe('stepping', () => {
  function step(period: Period, direction: -1 | 1, at: Clock = clock) {
    return stepPeriod(resolvePeriod({ period, comparison: 'none' }, at), direction, at.today, at.weekStart)
  }

  const back: [Period, Period][] = [
    ['today', 'yesterday'],
    ['yesterday', { from: '2026-04-20', to: '2026-04-20' }],
    ['this-week', 'last-week'],
    ['last-week', { from: '2026-04-06', to: '2026-04-12' }],
    ['last-7-days', { from: '2026-04-08', to: '2026-04-14' }],
    ['last-4-weeks', { from: '2026-02-25', to: '2026-03-24' }],
    ['this-month', 'last-month'],
    ['last-month', { from: '2026-02-01', to: '2026-02-28' }],
    [
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ],
    [
      { from: '2026-04-11', to: '2026-04-20' },
      { from: '2026-04-01', to: '2026-04-10' },
    ],
    [
      { from: '2015-01-02', to: '2015-01-05' },
      { from: '2015-01-02', to: '2015-01-05' },
    ],
  ]
  it.each(back)('back from %o', (period, before) => {
    expect(step(period, -1)).toEqual(before)
  })
  it.each(back.slice(0, -1).filter(([period]) => typeof period === 'string'))('back and forward from %s', period => {
    expect(step(step(period, -1), 1)).toBe(period)
  })

  const stuck: Period[] = [
    'today',
    'this-week',
    'this-month',
    'last-7-days',
    'last-4-weeks',
    { from: '2026-04-15', to: '2026-04-22' },
    { from: '2026-05-01', to: '2026-05-31' },
  ]
  it.each(stuck)('never goes past today from %o', period => {
    expect(step(period, 1)).toEqual(period)
  })

  it('enters the running week and month as far as they have come', () => {
    expect(step({ from: '2026-03-01', to: '2026-03-31' }, 1)).toBe('this-month')
    expect(step({ from: '2026-04-13', to: '2026-04-19' }, 1)).toBe('this-week')
    expect(step('last-week', 1)).toBe('this-week')
    expect(step('yesterday', 1)).toBe('today')
  })

  it('keeps to weeks on a day when other periods have the same dates', () => {
    const monday: Clock = { today: '2026-04-20', weekStart: 'monday' }
    expect(step('last-week', 1, monday)).toBe('this-week') // not 'today'
    expect(step('this-week', -1, monday)).toBe('last-week') // not 'last-7-days'
  })

  it('honours weeks that start on Sunday', () => {
    const sunday: Clock = { today: '2026-04-22', weekStart: 'sunday' }
    expect(step('last-week', -1, sunday)).toEqual({ from: '2026-04-05', to: '2026-04-11' })
    expect(step({ from: '2026-04-05', to: '2026-04-11' }, 1, sunday)).toBe('last-week')
  })
})

describe('buckets', () => {
  const show = (...args: Parameters<typeof bucketsOf>) => bucketsOf(...args).map(({ from, to }) => `${from}..${to}`)

  it('are days', () => {
    expect(show({ from: '2026-02-27', to: '2026-03-02' }, 'day', 'monday')).toEqual([
      '2026-02-27..2026-02-27',
      '2026-02-28..2026-02-28',
      '2026-03-01..2026-03-01',
      '2026-03-02..2026-03-02',
    ])
  })

  it('are weeks, cut at both ends', () => {
    const range = { from: '2026-03-25', to: '2026-04-07' }
    expect(show(range, 'week', 'monday')).toEqual([
      '2026-03-25..2026-03-29',
      '2026-03-30..2026-04-05',
      '2026-04-06..2026-04-07',
    ])
    expect(show(range, 'week', 'sunday')).toEqual([
      '2026-03-25..2026-03-28',
      '2026-03-29..2026-04-04',
      '2026-04-05..2026-04-07',
    ])
  })

  it('are months, cut at both ends', () => {
    expect(show({ from: '2026-01-31', to: '2026-03-01' }, 'month', 'monday')).toEqual([
      '2026-01-31..2026-01-31',
      '2026-02-01..2026-02-28',
      '2026-03-01..2026-03-01',
    ])
  })
})

describe('ISO weeks', () => {
  it.each([
    ['2026-04-13', '2026-W16'],
    ['2026-04-19', '2026-W16'],
    ['2026-04-20', '2026-W17'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
  ])('%s lies in %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week)
  })

  it.each([
    ['2026-W16', { from: '2026-04-13', to: '2026-04-19' }],
    ['2026-W53', { from: '2026-12-28', to: '2027-01-03' }],
    ['2026-W01', { from: '2025-12-29', to: '2026-01-04' }],
    ['2025-W53', null],
    ['2026-W00', null],
    ['2026-W54', null],
    ['2026-16', null],
    ['', null],
  ])('%s is %o', (week, range) => {
    expect(isoWeekRange(week)).toEqual(range)
  })
})

describe('today', () => {
  it.each([
    ['Europe/Paris', '2026-04-21T22:30:00Z', '2026-04-22'],
    ['Europe/Paris', '2026-04-21T21:59:59Z', '2026-04-21'],
    ['America/Los_Angeles', '2026-04-22T06:59:00Z', '2026-04-21'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['Europe/Paris', '2026-03-28T23:30:00Z', '2026-03-29'],
    ['UTC', '2026-04-22T00:00:00Z', '2026-04-22'],
  ])('in %s at %s is %s', (zone, now, date) => {
    expect(todayIn(zone, new Date(now))).toBe(date)
  })
})
