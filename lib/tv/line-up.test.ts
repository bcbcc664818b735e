import { describe, expect, test } from 'vitest'
import type { Weekday } from '@/lib/report/query'
import { dateIn, isWithin, lineUpAt, momentIn } from './line-up'
import type { LineUp } from './show'

const WORKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

function lineUp(id: string, when: LineUp['when'], isOff = false): LineUp {
  return { id, name: id, when, isOff, pinsFirst: false, scenes: [] }
}

/** Power hour on workdays, Friday's end of the week over it, the night off, else the usual. */
const show = {
  lineUps: [
    lineUp('usual', null),
    lineUp('wrap-up', { days: ['friday'], from: 16 * 60, to: 18 * 60 }),
    lineUp('power', { days: WORKDAYS, from: 10 * 60, to: 17 * 60 }),
    lineUp('night', { days: WORKDAYS, from: 20 * 60, to: 7 * 60 }, true),
    lineUp('all sunday', { days: ['sunday'], from: 0, to: 1440 }),
  ],
}

describe('the line-up that is on', () => {
  test.each<[Weekday, string, string]>([
    ['monday', '09:59', 'usual'],
    ['monday', '10:00', 'power'],
    ['monday', '16:59', 'power'],
    ['monday', '17:00', 'usual'],
    ['monday', '19:59', 'usual'],
    ['monday', '20:00', 'night'],
    ['tuesday', '00:00', 'night'],
    ['tuesday', '06:59', 'night'],
    ['tuesday', '07:00', 'usual'],
    // The first that fits wins where two do.
    ['friday', '15:59', 'power'],
    ['friday', '16:30', 'wrap-up'],
    ['friday', '18:00', 'usual'],
    // Friday's night ends on Saturday, and Saturday begins none.
    ['saturday', '06:59', 'night'],
    ['saturday', '23:00', 'usual'],
    ['sunday', '00:00', 'all sunday'],
    ['sunday', '23:59', 'all sunday'],
    ['monday', '06:00', 'usual'],
  ])('on %s at %s is %s', (weekday, clock, expected) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    expect(lineUpAt(show, { weekday, minutes: hours * 60 + minutes }).id).toBe(expected)
  })

  test('hours that end where they begin last for a whole day', () => {
    const round = { lineUps: [lineUp('round', { days: ['monday'], from: 480, to: 480 }), lineUp('else', null)] }
    const at = (weekday: Weekday, minutes: number) => lineUpAt(round, { weekday, minutes }).id
    expect([at('monday', 479), at('monday', 480), at('tuesday', 479), at('tuesday', 480)]).toEqual([
      'else',
      'round',
      'round',
      'else',
    ])
  })

  test('needs one of all other times', () => {
    expect(() => lineUpAt({ lineUps: [] }, { weekday: 'monday', minutes: 0 })).toThrow('all other times')
  })
})

describe('the moment in a zone', () => {
  test.each([
    ['2026-04-22T12:32:59Z', 'Europe/Paris', 'wednesday', 14 * 60 + 32],
    ['2026-04-22T22:00:00Z', 'Europe/Paris', 'thursday', 0],
    ['2026-04-22T03:59:00Z', 'America/New_York', 'tuesday', 23 * 60 + 59],
    ['2026-04-22T12:00:00Z', 'Asia/Kathmandu', 'wednesday', 17 * 60 + 45],
    // The night on which clocks are put ahead: 01:59 is followed by 03:00.
    ['2026-03-29T00:59:00Z', 'Europe/Paris', 'sunday', 119],
    ['2026-03-29T01:00:00Z', 'Europe/Paris', 'sunday', 180],
    ['1969-12-31T23:00:00Z', 'UTC', 'wednesday', 23 * 60],
  ])('%s in %s', (instant, zone, weekday, minutes) => {
    expect(momentIn(zone, new Date(instant))).toEqual({ weekday, minutes })
  })

  test.each([
    ['2026-12-31T23:30:00Z', 'Europe/Paris', '2027-01-01'],
    ['2026-03-01T04:59:00Z', 'America/New_York', '2026-02-28'],
  ])('%s in %s is on %s', (instant, zone, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date)
  })
})

test.each([
  [{ from: 480, to: 540 }, [480, 539], [479, 540, 0]],
  [{ from: 1200, to: 420 }, [1200, 1439, 0, 419], [420, 1199]],
  [{ from: 600, to: 600 }, [0, 600, 1439], []],
])('hours %o hold these times and not those', (span, held, others) => {
  expect(held.map(minutes => isWithin(span, minutes))).toEqual(held.map(() => true))
  expect(others.map(minutes => isWithin(span, minutes))).toEqual(others.map(() => false))
})
