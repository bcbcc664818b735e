import { describe, expect, it } from 'vitest'
import { lastDue, nextDue } from './due'

const at = (hours: number, minutes = 0) => hours * 60 + minutes
const iso = ({ key, at: instant }: { key: string; at: number }) => [key, new Date(instant).toISOString()]

describe('the review that was due last', () => {
  it.each([
    // A minute before Monday 08:00 in Paris, and at it. Summer: UTC+2.
    ['2026-04-20T05:59:59Z', 'Europe/Paris', at(8), '2026-W15', '2026-04-13T06:00:00.000Z'],
    ['2026-04-20T06:00:00Z', 'Europe/Paris', at(8), '2026-W16', '2026-04-20T06:00:00.000Z'],
    ['2026-04-26T21:59:59Z', 'Europe/Paris', at(8), '2026-W16', '2026-04-20T06:00:00.000Z'],
    // Clocks went forward on Sunday 29 March and back on Sunday 25 October: the hour on the wall stays.
    ['2026-03-30T05:59:59Z', 'Europe/Paris', at(8), '2026-W12', '2026-03-23T07:00:00.000Z'],
    ['2026-03-30T06:00:00Z', 'Europe/Paris', at(8), '2026-W13', '2026-03-30T06:00:00.000Z'],
    ['2026-10-26T06:59:59Z', 'Europe/Paris', at(8), '2026-W42', '2026-10-19T06:00:00.000Z'],
    ['2026-10-26T07:00:00Z', 'Europe/Paris', at(8), '2026-W43', '2026-10-26T07:00:00.000Z'],
    // Week 53, and the week of New Year.
    ['2021-01-04T09:00:00Z', 'Europe/Paris', at(8), '2020-W53', '2021-01-04T07:00:00.000Z'],
    ['2026-01-05T09:00:00Z', 'Europe/Paris', at(8), '2026-W01', '2026-01-05T07:00:00.000Z'],
    // Monday comes at another time elsewhere.
    ['2026-04-19T21:00:00Z', 'Pacific/Auckland', at(8), '2026-W16', '2026-04-19T20:00:00.000Z'],
  ])('at %s in %s is %s', (now, zone, minutes, key, instant) => {
    expect(iso(lastDue('week', minutes, zone, Date.parse(now)))).toEqual([key, instant])
  })

  it.each([
    ['2026-05-01T05:59:59Z', 'Europe/Paris', at(8), '2026-03', '2026-04-01T06:00:00.000Z'],
    ['2026-05-01T06:00:00Z', 'Europe/Paris', at(8), '2026-04', '2026-05-01T06:00:00.000Z'],
    ['2026-01-01T08:00:00Z', 'Europe/Paris', at(8), '2025-12', '2026-01-01T07:00:00.000Z'],
    // On 1 November 2026 clocks in New York show 01:30 twice, at 05:30Z and 06:30Z: the first counts, both before and after.
    ['2026-11-01T05:30:00Z', 'America/New_York', at(1, 30), '2026-10', '2026-11-01T05:30:00.000Z'],
    ['2026-11-01T06:30:00Z', 'America/New_York', at(1, 30), '2026-10', '2026-11-01T05:30:00.000Z'],
    // On 1 October 2028 clocks in Sydney skip from 02:00 to 03:00, which is 16:00Z the day before: then 02:30 is over.
    ['2028-09-30T15:59:59Z', 'Australia/Sydney', at(2, 30), '2028-08', '2028-08-31T16:30:00.000Z'],
    ['2028-09-30T16:00:00Z', 'Australia/Sydney', at(2, 30), '2028-09', '2028-09-30T16:00:00.000Z'],
  ])('of months, at %s in %s is %s', (now, zone, minutes, key, instant) => {
    expect(iso(lastDue('month', minutes, zone, Date.parse(now)))).toEqual([key, instant])
  })
})

describe('the review that is due next', () => {
  it.each([
    ['week', '2026-04-20T05:59:59Z', '2026-W16', '2026-04-20T06:00:00.000Z'],
    ['week', '2026-04-20T06:00:00Z', '2026-W17', '2026-04-27T06:00:00.000Z'],
    ['month', '2026-12-31T22:00:00Z', '2026-12', '2027-01-01T07:00:00.000Z'],
  ] as const)('of a %s, at %s is %s', (period, now, key, instant) => {
    expect(iso(nextDue(period, at(8), 'Europe/Paris', Date.parse(now)))).toEqual([key, instant])
  })
})
