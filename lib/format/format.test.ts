import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatDayLong,
  formatHour,
  formatInstant,
  formatMonth,
  formatRangeLong,
  formatRangeOfDays,
  formatTime,
  formatTimestamp,
  formatWeekday,
} from './dates'
import { formatAge, formatDuration } from './durations'
import { formatCount, formatPercent, formatPoints, formatSigned } from './numbers'
import { formatPhone, parsePhone } from './phone'

/** Non-breaking spaces of any width, as plain ones, so that the tables below can be read. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

describe('counts', () => {
  it.each([
    [0, '0', '0'],
    [-0, '0', '0'],
    [6412, '6,412', '6 412'],
    [1_000_000, '1,000,000', '1 000 000'],
    [-3, '-3', '-3'],
    [229.4, '229', '229'],
    [null, '–', '–'],
    [Number.NaN, '–', '–'],
  ])('%s', (count, en, fr) => {
    expect(formatCount(count, 'en')).toBe(en)
    expect(plain(formatCount(count, 'fr'))).toBe(fr)
  })

  it('keeps French thousands together', () => {
    expect(formatCount(6412, 'fr')).toBe('6\u202f412')
  })
})

describe('percent', () => {
  it.each([
    [0.334, 1, '33.4%', '33,4 %'],
    [0, 1, '0.0%', '0,0 %'],
    [-0.0001, 1, '0.0%', '0,0 %'],
    [1.25, 1, '125.0%', '125,0 %'],
    [0.44, 0, '44%', '44 %'],
    [-0.032, 1, '-3.2%', '-3,2 %'],
    [12, 1, '1,200.0%', '1 200,0 %'],
    [null, 1, '–', '–'],
    [Number.POSITIVE_INFINITY, 1, '–', '–'],
  ])('%s to %s digits', (fraction, digits, en, fr) => {
    expect(formatPercent(fraction, 'en', digits)).toBe(en)
    expect(plain(formatPercent(fraction, 'fr', digits))).toBe(fr)
  })

  it.each([
    [0.0429, '4.3', '4,3'],
    [-0.0429, '-4.3', '-4,3'],
    [-0.0001, '0.0', '0,0'],
    [null, '–', '–'],
  ])('points of %s', (difference, en, fr) => {
    expect(formatPoints(difference, 'en')).toBe(en)
    expect(formatPoints(difference, 'fr')).toBe(fr)
  })
})

describe('durations', () => {
  it.each([
    [0, '0 s', '0 s'],
    [41, '41 s', '41 s'],
    [17.6, '17.6 s', '17,6 s'],
    [17.04, '17.0 s', '17,0 s'],
    [0.04, '0.0 s', '0,0 s'],
    [59, '59 s', '59 s'],
    [59.94, '59.9 s', '59,9 s'],
    [59.95, '1 m 00 s', '1 min 00 s'],
    [60, '1 m 00 s', '1 min 00 s'],
    [188, '3 m 08 s', '3 min 08 s'],
    [188.4, '3 m 08 s', '3 min 08 s'],
    [119.6, '2 m 00 s', '2 min 00 s'],
    [3599.4, '59 m 59 s', '59 min 59 s'],
    [3599.5, '1 h 00 m', '1 h 00 min'],
    [3600, '1 h 00 m', '1 h 00 min'],
    [7170, '2 h 00 m', '2 h 00 min'], // 1 h 59 m 30 s
    [148_320, '41 h 12 m', '41 h 12 min'],
    [4_334_700, '1,204 h 05 m', '1 204 h 05 min'],
    [-5, '0 s', '0 s'],
    [null, '–', '–'],
    [Number.NaN, '–', '–'],
  ])('%s', (seconds, en, fr) => {
    expect(plain(formatDuration(seconds, 'en'))).toBe(en)
    expect(plain(formatDuration(seconds, 'fr'))).toBe(fr)
  })

  it('never reads 60 of anything', () => {
    for (let seconds = 0; seconds < 8000; seconds += 0.05) {
      expect(formatDuration(seconds, 'en')).not.toMatch(/\b60(\.0)?\u00a0/)
    }
  })

  it.each([
    [-3, '0 s', '0 s'],
    [40.9, '40 s', '40 s'],
    [59.9, '59 s', '59 s'],
    [60, '1 min', '1 min'],
    [359, '5 min', '5 min'],
    [3599, '59 min', '59 min'],
    [3 * 3600 + 10, '3 h', '3 h'],
    [2 * 86_400 + 5, '2 d', '2 j'],
  ])('age of %s s', (seconds, en, fr) => {
    expect(plain(formatAge(seconds, 'en'))).toBe(en)
    expect(plain(formatAge(seconds, 'fr'))).toBe(fr)
  })
})

describe('days', () => {
  const today = '2026-04-22'
  it.each([
    ['2026-03-25', 'Mar 25', '25 mars'],
    ['2026-04-01', 'Apr 1', '1 avr.'],
    ['2026-07-14', 'Jul 14', '14 juil.'],
    ['2025-12-31', 'Dec 31, 2025', '31 déc. 2025'],
  ])('%s', (date, en, fr) => {
    expect(formatDay(date, 'en', today)).toBe(en)
    expect(formatDay(date, 'fr', today)).toBe(fr)
  })

  it.each([
    ['2026-03-25', '2026-04-21', 'Mar 25 – Apr 21', '25 mars – 21 avr.'],
    ['2026-04-21', '2026-04-21', 'Apr 21', '21 avr.'],
    ['2025-03-26', '2025-04-22', 'Mar 26 – Apr 22, 2025', '26 mars – 22 avr. 2025'],
    ['2025-12-29', '2026-01-04', 'Dec 29, 2025 – Jan 4, 2026', '29 déc. 2025 – 4 janv. 2026'],
    ['2024-12-30', '2025-01-05', 'Dec 30, 2024 – Jan 5, 2025', '30 déc. 2024 – 5 janv. 2025'],
  ])('%s to %s', (from, to, en, fr) => {
    expect(formatRangeOfDays({ from, to }, 'en', today)).toBe(en)
    expect(formatRangeOfDays({ from, to }, 'fr', today)).toBe(fr)
  })

  it('tells no year without today', () => {
    expect(formatDay('2025-12-31', 'en')).toBe('Dec 31')
    expect(formatRangeOfDays({ from: '2025-03-26', to: '2025-04-22' }, 'en')).toBe('Mar 26 – Apr 22')
  })

  it('are spelled out', () => {
    expect(formatDayLong('2026-04-21', 'en', today)).toBe('Tuesday, April 21')
    expect(formatDayLong('2025-04-21', 'en', today)).toBe('Monday, April 21, 2025')
    expect(formatDayLong('2026-04-21', 'fr', today)).toBe('mardi 21 avril')
    expect(formatMonth('2026-04-21', 'en')).toBe('April 2026')
    expect(formatMonth('2026-04-21', 'fr')).toBe('avril 2026')
  })

  it.each([
    ['monday', 'Mon', 'Monday', 'lun.', 'lundi'],
    ['sunday', 'Sun', 'Sunday', 'dim.', 'dimanche'],
  ] as const)('%s', (weekday, short, long, court, entier) => {
    expect(formatWeekday(weekday, 'en', 'short')).toBe(short)
    expect(formatWeekday(weekday, 'en', 'long')).toBe(long)
    expect(formatWeekday(weekday, 'fr', 'short')).toBe(court)
    expect(formatWeekday(weekday, 'fr', 'long')).toBe(entier)
  })
})

describe('instants', () => {
  it.each([
    ['2026-04-21T08:42:59Z', 'Europe/Paris', 'Apr 21, 10:42', '21 avr., 10:42'],
    ['2026-04-21T22:00:00Z', 'Europe/Paris', 'Apr 22, 00:00', '22 avr., 00:00'],
    ['2026-04-21T22:00:00Z', 'America/New_York', 'Apr 21, 18:00', '21 avr., 18:00'],
    ['2025-12-31T23:30:00Z', 'Europe/Paris', 'Jan 1, 00:30', '1 janv., 00:30'],
    ['2025-12-31T22:30:00Z', 'Europe/Paris', 'Dec 31, 2025, 23:30', '31 déc. 2025, 23:30'],
    // The night the clocks go forward: 02:00 does not exist.
    ['2026-03-29T01:00:00Z', 'Europe/Paris', 'Mar 29, 03:00', '29 mars, 03:00'],
  ])('%s in %s', (instant, zone, en, fr) => {
    expect(formatInstant(instant, zone, 'en', '2026-04-22')).toBe(en)
    expect(formatInstant(instant, zone, 'fr', '2026-04-22')).toBe(fr)
  })

  it('have a time and an hour', () => {
    expect(formatTime('2026-04-21T07:05:00Z', 'Europe/Paris')).toBe('09:05')
    expect(formatHour(9)).toBe('09:00')
  })
})

describe('phone numbers', () => {
  it.each([
    ['+14155550123', '+1 415 555 0123'],
    ['+33639981234', '+33 6 39 98 12 34'],
    ['+442079460018', '+442079460018'],
    ['+3312345', '+3312345'],
    ['anonymous', 'anonymous'],
    ['', ''],
  ])('%s', (number, text) => {
    expect(formatPhone(number)).toBe(text)
  })
})

describe('parsePhone', () => {
  it.each([
    ['+33 6 39 98 12 34', '+33639981234'],
    ['0033639981234', '+33639981234'],
    ['06.39.98.12.34', '+33639981234'],
    ['+33 (0)6 39 98 12 34', '+33639981234'],
    ['+33\u00a06\u202f39 98 12 34', '+33639981234'],
    ['(415) 555-0123', '+14155550123'],
    ['1 415 555 0123', '+14155550123'],
    ['+4930901820', '+4930901820'],
  ])('%s is %s', (typed, number) => {
    expect(parsePhone(typed)).toBe(number)
  })

  it.each(['', '+', '12', '0123', '+0123456789', 'anonymous', '06 39 98 12 3x', '+33 6 39 98 12 34 56 78 90', '--'])(
    '%s is no number',
    typed => {
      expect(parsePhone(typed)).toBeNull()
    },
  )
})

describe('formatTimestamp', () => {
  it.each([
    ['2026-04-21T08:42:10Z', 'Europe/Paris', '2026-04-21 10:42:10'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31 23:59:59'],
    // The hour that the autumn change repeats reads the same twice.
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25 02:30:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25 02:30:00'],
  ])('%s in %s is %s', (instant, zone, text) => {
    expect(formatTimestamp(instant, zone)).toBe(text)
  })
})

describe('a range in a title', () => {
  it.each([
    ['2026-04-13', '2026-04-19', 'April 13 – 19', '13 – 19 avril'],
    ['2026-03-30', '2026-04-05', 'March 30 – April 5', '30 mars – 5 avril'],
    ['2025-04-14', '2025-04-20', 'April 14 – April 20, 2025', '14 avril – 20 avril 2025'],
    ['2025-12-29', '2026-01-04', 'December 29, 2025 – January 4, 2026', '29 décembre 2025 – 4 janvier 2026'],
    ['2026-04-13', '2026-04-13', 'April 13', '13 avril'],
  ])('%s to %s', (from, to, en, fr) => {
    expect(formatRangeLong({ from, to }, 'en', '2026-04-22')).toBe(en)
    expect(formatRangeLong({ from, to }, 'fr', '2026-04-22')).toBe(fr)
  })
})

describe('a part of a change', () => {
  it.each([
    [2.6647, '+2.7', '+2,7'],
    [-4.7571, '−4.8', '−4,8'],
    [0.04, '0.0', '0,0'],
    [-0.04, '0.0', '0,0'],
    [null, '–', '–'],
  ])('%s', (value, en, fr) => {
    expect(formatSigned(value, 'en')).toBe(en)
    expect(formatSigned(value, 'fr')).toBe(fr)
  })
})
