import { describe, expect, it } from 'vitest'
import { clockIn, sameTimeOn } from './same-time'

describe('sameTimeOn', () => {
  // Clocks of Paris go from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25 October 2026.
  it.each<[string, string, string, string, string]>([
    ['a week ago', '2026-04-22T09:00:00Z', '2026-04-15', 'Europe/Paris', '2026-04-15T09:00:00Z'],
    ['to the minute', '2026-04-22T09:17:59.999Z', '2026-04-15', 'Europe/Paris', '2026-04-15T09:17:00Z'],
    [
      '11:00 after the change to 11:00 before it',
      '2026-03-30T09:00:00Z',
      '2026-03-23',
      'Europe/Paris',
      '2026-03-23T10:00:00Z',
    ],
    [
      '11:00 in winter to 11:00 in summer',
      '2026-10-26T10:00:00Z',
      '2026-10-19',
      'Europe/Paris',
      '2026-10-19T09:00:00Z',
    ],
    ['midnight and a half minute', '2026-04-19T22:00:30Z', '2026-04-13', 'Europe/Paris', '2026-04-12T22:00:00Z'],
    ['the last minute of a day', '2026-04-20T21:59:59Z', '2026-04-13', 'Europe/Paris', '2026-04-13T21:59:00Z'],
    [
      '02:30, which 29 March does not have: 03:30',
      '2026-04-05T00:30:00Z',
      '2026-03-29',
      'Europe/Paris',
      '2026-03-29T01:30:00Z',
    ],
    ['02:00 there: 03:00', '2026-04-05T00:00:00Z', '2026-03-29', 'Europe/Paris', '2026-03-29T01:00:00Z'],
    ['01:59 there', '2026-04-04T23:59:00Z', '2026-03-29', 'Europe/Paris', '2026-03-29T00:59:00Z'],
    ['03:00 there', '2026-04-05T01:00:00Z', '2026-03-29', 'Europe/Paris', '2026-03-29T01:00:00Z'],
    [
      '02:30, which 25 October has twice: the first',
      '2026-11-01T01:30:00Z',
      '2026-10-25',
      'Europe/Paris',
      '2026-10-25T00:30:00Z',
    ],
    ['the second 02:30 of 25 October', '2026-10-25T01:30:00Z', '2026-10-18', 'Europe/Paris', '2026-10-18T00:30:00Z'],
    ['west of UTC', '2026-03-09T13:00:00Z', '2026-03-02', 'America/New_York', '2026-03-02T14:00:00Z'],
    ['half an hour off', '2026-04-22T09:00:00Z', '2026-04-15', 'Asia/Kolkata', '2026-04-15T09:00:00Z'],
    ['a change by half an hour', '2026-10-10T15:45:00Z', '2026-10-04', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  ])('%s', (_, instant, date, zone, expected) => {
    expect(new Date(sameTimeOn(date, Date.parse(instant), zone)).toISOString()).toBe(new Date(expected).toISOString())
  })
})

it.each([
  ['2026-04-22T09:17:59Z', 'Europe/Paris', 11 * 60 + 17],
  ['2026-04-21T22:00:30Z', 'Europe/Paris', 0],
  ['2026-04-22T03:30:00Z', 'America/New_York', 23 * 60 + 30],
])('clocks at %s in %s', (instant, zone, minutes) => {
  expect(clockIn(zone, Date.parse(instant))).toBe(minutes)
})
