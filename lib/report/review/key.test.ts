import { describe, expect, it } from 'vitest'
import { eachDay } from '@/lib/report/dates'
import {
  comparedRangeOf,
  isClosed,
  monthKeyOf,
  neighbours,
  type PeriodKey,
  rangeOf,
  readKey,
  recentKeys,
  weekKeyOf,
} from './key'

const week = (key: string): PeriodKey => ({ kind: 'week', key })
const month = (key: string): PeriodKey => ({ kind: 'month', key })
const range = (text: string) => {
  const [from = '', to = ''] = text.split('..')
  return { from, to }
}

describe('keys', () => {
  it.each([
    ['2026-W16', 'week'],
    ['2026-W01', 'week'],
    ['2026-W53', 'week'], // 2026 begins on a Thursday
    ['2020-W53', 'week'],
    ['2026-04', 'month'],
    ['2026-12', 'month'],
    ['rep_5QdA-_9xYzAbCdEf', 'report'],
  ])('%s is a %s', (text, kind) => {
    expect(readKey(text)).toEqual({ kind, key: text })
  })

  it.each([
    '2025-W53', // 2025 has 52
    '2027-W53',
    '2026-W00',
    '2026-W54',
    '2026-W1',
    '2026-w16',
    '2026W16',
    '2026-13',
    '2026-00',
    '2026-4',
    '2026-04-01',
    ' 2026-W16',
    '2026-W16 ',
    '2026-W16\n',
    '2026-04\n',
    '2026-W16/present',
    'rep_',
    'rep_a/b',
    'rep_../x',
    `rep_${'a'.repeat(41)}`,
    'REP_a',
    '',
    '1999-W10', // before the years we know
    '2015-01', // the month before lies outside them
    '2101-01',
    '٢٠٢٦-04',
    '2026-०४',
  ])('%j is none', text => {
    expect(readKey(text)).toBeNull()
  })
})

describe('dates', () => {
  it.each([
    [week('2026-W16'), '2026-04-13..2026-04-19', '2026-04-06..2026-04-12'],
    // The week of New Year lies in the year of its Thursday.
    [week('2026-W01'), '2025-12-29..2026-01-04', '2025-12-22..2025-12-28'],
    [week('2026-W53'), '2026-12-28..2027-01-03', '2026-12-21..2026-12-27'],
    [week('2027-W01'), '2027-01-04..2027-01-10', '2026-12-28..2027-01-03'],
    [week('2021-W01'), '2021-01-04..2021-01-10', '2020-12-28..2021-01-03'],
    // The clocks change on 29 March and 25 October 2026 in Europe: seven dates all the same.
    [week('2026-W13'), '2026-03-23..2026-03-29', '2026-03-16..2026-03-22'],
    [week('2026-W43'), '2026-10-19..2026-10-25', '2026-10-12..2026-10-18'],
    [month('2026-04'), '2026-04-01..2026-04-30', '2026-03-01..2026-03-31'],
    [month('2026-03'), '2026-03-01..2026-03-31', '2026-02-01..2026-02-28'],
    [month('2024-02'), '2024-02-01..2024-02-29', '2024-01-01..2024-01-31'],
    [month('2027-01'), '2027-01-01..2027-01-31', '2026-12-01..2026-12-31'],
  ])('%j', (key, own, before) => {
    expect(rangeOf(key)).toEqual(range(own))
    expect(comparedRangeOf(key)).toEqual(range(before))
  })

  it.each([
    ['2026-04-13', '2026-W16', '2026-04'],
    ['2026-04-19', '2026-W16', '2026-04'],
    ['2025-12-29', '2026-W01', '2025-12'],
    ['2027-01-03', '2026-W53', '2027-01'],
    ['2024-12-30', '2025-W01', '2024-12'],
  ])('%s lies in %s and %s', (date, weekKey, monthKey) => {
    expect(weekKeyOf(date)).toEqual(week(weekKey))
    expect(monthKeyOf(date)).toEqual(month(monthKey))
  })

  it('covers every date of years with 52 and 53 weeks once', () => {
    const dates = eachDay(range('2019-12-30..2027-01-03')) // 2020-W01 to 2026-W53
    const keys = [...new Set(dates.map(date => weekKeyOf(date).key))]
    // 2020 and 2026 have 53 weeks, the five years between 52.
    expect(keys).toHaveLength(2 * 53 + 5 * 52)
    expect(keys.flatMap(key => eachDay(rangeOf(week(key))))).toEqual(dates)
  })
})

describe('neighbours', () => {
  it.each([
    [week('2026-W16'), week('2026-W15'), week('2026-W17')],
    [week('2026-W01'), week('2025-W52'), week('2026-W02')],
    [week('2026-W53'), week('2026-W52'), week('2027-W01')],
    [week('2027-W01'), week('2026-W53'), week('2027-W02')],
    [month('2026-01'), month('2025-12'), month('2026-02')],
    [month('2026-12'), month('2026-11'), month('2027-01')],
  ])('of %j', (key, previous, next) => {
    expect(neighbours(key, '2030-01-01')).toEqual({ previous, next })
  })

  it('has no next before it begins, and none before the years we know', () => {
    expect(neighbours(week('2026-W16'), '2026-04-19').next).toBeNull()
    expect(neighbours(week('2026-W16'), '2026-04-20').next).toEqual(week('2026-W17'))
    expect(neighbours(month('2015-02'), '2026-04-20').previous).toBeNull()
    expect(neighbours(week('2015-W03'), '2026-04-20').previous).toBeNull()
  })
})

it('closes the day after its last', () => {
  expect(isClosed(range('2026-04-13..2026-04-19'), '2026-04-19')).toBe(false)
  expect(isClosed(range('2026-04-13..2026-04-19'), '2026-04-20')).toBe(true)
  expect(isClosed(range('2026-04-13..2026-04-19'), '2026-04-01')).toBe(false)
})

describe('the latest', () => {
  it('weeks, across a year of 53', () => {
    expect(recentKeys('week', '2027-01-06', 3)).toEqual([week('2027-W01'), week('2026-W53'), week('2026-W52')])
  })
  it('months, from a long one to a short', () => {
    expect(recentKeys('month', '2026-03-31', 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12'].map(month))
  })
  it('ends where the years we know begin', () => {
    expect(recentKeys('month', '2015-03-01', 12)).toEqual([month('2015-03'), month('2015-02')])
  })
})
