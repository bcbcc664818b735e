import { describe, expect, it, test } from 'vitest'
import { formatClock, formatOffset, instantAt, parseClock } from './zone-time'

const at = (date: string, clock: string, zone: string) =>
  new Date(instantAt(date, clock === '24:00' ? 1440 : (parseClock(clock) ?? Number.NaN), zone)).toISOString()

describe('instantAt', () => {
  it.each([
    ['winter', '2026-01-15', '09:00', 'Europe/Paris', '2026-01-15T08:00:00.000Z'],
    ['summer', '2026-07-15', '09:00', 'Europe/Paris', '2026-07-15T07:00:00.000Z'],
    ['west of us', '2026-01-15', '18:00', 'America/Los_Angeles', '2026-01-16T02:00:00.000Z'],
    ['a half-hour zone', '2026-01-15', '00:00', 'Asia/Kolkata', '2026-01-14T18:30:00.000Z'],
    ['the end of a day', '2026-01-15', '24:00', 'UTC', '2026-01-16T00:00:00.000Z'],
    ['before the skipped hour', '2026-03-29', '01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['in the skipped hour', '2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['after the skipped hour', '2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['before the repeated hour', '2026-10-25', '01:59', 'Europe/Paris', '2026-10-24T23:59:00.000Z'],
    ['in the repeated hour, the first', '2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['after the repeated hour', '2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
    ['a change of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a midnight that does not exist', '2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['a day that was left out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s: %s %s in %s', (_, date, clock, zone, expected) => {
    expect(at(date, clock, zone)).toBe(expected)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => instantAt('2026-01-15', 0, 'Europe/Atlantis')).toThrow(RangeError)
  })
})

test.each([
  ['Europe/Paris', '2026-07-01T00:00:00Z', 'UTC+02:00'],
  ['America/St_Johns', '2026-01-01T00:00:00Z', 'UTC−03:30'],
  ['UTC', '2026-01-01T00:00:00Z', 'UTC+00:00'],
])('the offset of %s at %s is written %s', (zone, instant, expected) => {
  expect(formatOffset(Date.parse(instant), zone)).toBe(expected)
})

test('clocks are read and written', () => {
  expect([0, 570, 1439, 1440].map(formatClock)).toEqual(['00:00', '09:30', '23:59', '00:00'])
  expect(['00:00', '09:30', '23:59'].map(parseClock)).toEqual([0, 570, 1439])
  expect(['', '24:00', '9:30', '09:60', 'noon'].map(parseClock)).toEqual([null, null, null, null, null])
})
