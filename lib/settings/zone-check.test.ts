import { describe, expect, it } from 'vitest'
import { checkZone, zonesToTry } from './zone-check'

const RANGE = { from: '2026-03-20', to: '2026-04-10' }
const day = (date: string, ...starts: string[]) => ({ date, dials: starts.length, starts })

describe('zonesToTry', () => {
  it('begins with the workspace and leaves out what never differs from it', () => {
    const zones = zonesToTry('Europe/Berlin', RANGE)
    expect(zones[0]).toBe('Europe/Berlin')
    expect(zones).not.toContain('Europe/Paris')
    expect(zones).toContain('Europe/London')
  })

  it('tries a zone that differs only after a change of the clocks', () => {
    // London is at UTC in winter and an hour ahead from 29 March.
    expect(zonesToTry('UTC', { from: '2026-01-05', to: '2026-01-30' })).not.toContain('Europe/London')
    expect(zonesToTry('UTC', RANGE)).toContain('Europe/London')
  })
})

describe('checkZone', () => {
  it('fits when calls on both sides of midnight lie on the day that Allo gave them', () => {
    const days = [
      // 00:10 and 23:50 in Paris, winter time; in UTC the first is of the day before, in Athens the last of the day after.
      day('2026-03-25', '2026-03-24T23:10:00Z', '2026-03-25T22:50:00Z'),
      // Summer time.
      day('2026-04-01', '2026-03-31T22:10:00Z', '2026-04-01T21:50:00Z'),
    ]
    expect(checkZone('Europe/Paris', RANGE, days, null)).toMatchObject({
      verdict: 'fits',
      fitting: 2,
      nearMidnight: 4,
      best: [{ zone: 'Europe/Paris', days: 2 }],
      days: [
        { date: '2026-04-01', allo: 2, ours: 2 },
        { date: '2026-03-25', allo: 2, ours: 2 },
      ],
    })
  })

  it('names the zone that fits instead', () => {
    const days = [day('2026-04-01', '2026-04-01T00:05:00Z', '2026-04-01T23:55:00Z', '2026-04-01T12:00:00Z')]
    expect(checkZone('Europe/Paris', RANGE, days, null)).toMatchObject({
      verdict: 'other',
      fitting: 0,
      best: [{ zone: 'UTC', days: 1 }],
      days: [{ allo: 3, ours: 2, inBest: 3 }],
    })
  })

  it('holds on the day of a clock change, which has 23 hours', () => {
    // 29 March in Paris: from 23:00 to 22:00 UTC.
    const days = [day('2026-03-29', '2026-03-28T23:01:00Z', '2026-03-29T21:59:00Z')]
    expect(checkZone('Europe/Paris', RANGE, days, null).verdict).toBe('fits')
    const wrong = [day('2026-03-29', '2026-03-28T23:01:00Z', '2026-03-29T22:01:00Z')]
    expect(checkZone('Europe/Paris', RANGE, wrong, null).fitting).toBe(0)
  })

  it('cannot tell without calls near midnight, and says which zones would do as well', () => {
    const check = checkZone('Europe/Paris', RANGE, [day('2026-04-01', '2026-04-01T08:00:00Z')], null)
    expect(check.verdict).toBe('unclear')
    expect(check.best[0]).toEqual({ zone: 'Europe/Paris', days: 1 })
    expect(check.best.map(fit => fit.zone)).toEqual(expect.arrayContaining(['UTC', 'Europe/London', 'Europe/Athens']))
    expect(checkZone('Europe/Paris', RANGE, [], null)).toMatchObject({ verdict: 'unclear', days: [], fitting: 0 })
  })

  it('says so when no zone fits', () => {
    const days = [{ date: '2026-04-01', dials: 5, starts: ['2026-04-01T08:00:00Z'] }]
    expect(checkZone('Europe/Paris', RANGE, days, null)).toMatchObject({ verdict: 'none', fitting: 0 })
  })

  it('forgives a single day, where Allo counted late', () => {
    const good = Array.from({ length: 9 }, (_, n) => {
      const date = `2026-04-0${n + 1}`
      return day(date, `${date}T21:30:00Z`)
    })
    const days = [...good, { date: '2026-03-31', dials: 2, starts: ['2026-03-31T12:00:00Z'] }]
    expect(checkZone('Europe/Paris', RANGE, days, null)).toMatchObject({ verdict: 'fits', fitting: 9 })
  })

  it('compares the hours of a day, where days alone leave several zones', () => {
    const starts = ['08:10', '08:20', '09:30', '12:00', '12:40', '15:59'].map(time => `2026-04-01T${time}:00Z`)
    const dials = Array.from({ length: 24 }, () => 0)
    // As New York sees them, four hours behind.
    Object.assign(dials, { 4: 2, 5: 1, 8: 2, 11: 1 })
    const check = checkZone('Europe/Paris', RANGE, [day('2026-04-01', ...starts)], { date: '2026-04-01', dials })
    expect(check.hours).toEqual(['America/New_York'])
    expect(check.best[1]?.zone).toBe('America/New_York')
    const few = checkZone('Europe/Paris', RANGE, [day('2026-04-01', '2026-04-01T08:00:00Z')], {
      date: '2026-04-01',
      dials,
    })
    expect(few.hours).toBeNull()
  })
})
