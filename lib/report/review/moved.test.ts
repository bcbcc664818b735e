import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StageCounts } from '@/lib/report/funnels'
import { FACTORS } from './document'
import { movedOf, splitChange } from './moved'

function counts(dials: number, connected: number, conversations: number, conversions: number): StageCounts {
  return { dials, connected, conversations, conversions }
}

const user = (id: string) => ({ id, name: id.toUpperCase() })
const whole = fc.nat(200_000)
/** Anything Allo could send, whether or not the stages nest. */
const anyCounts = fc.record({ dials: whole, connected: whole, conversations: whole, conversions: whole })

/** The largest of the products on the way, which bounds what rounding can do. */
function scaleOf(...all: StageCounts[]): number {
  const most = (stage: keyof StageCounts) => Math.max(1, ...all.map(each => each[stage]))
  const ratio = (k: keyof StageCounts, n: keyof StageCounts) =>
    Math.max(1, ...all.map(each => (each[n] > 0 ? each[k] / each[n] : 0)))
  return (
    most('dials') *
    ratio('connected', 'dials') *
    ratio('conversations', 'connected') *
    ratio('conversions', 'conversations')
  )
}

describe('a change of conversions', () => {
  it('splits the worked example', () => {
    const { total, by, assumed } = splitChange(counts(1485, 482, 197, 31), counts(1604, 536, 191, 38))
    expect(total).toBe(7)
    expect(assumed).toEqual([])
    expect(FACTORS.map(factor => by[factor].toFixed(4))).toEqual(['2.6647', '1.0069', '-4.7571', '8.0855'])
  })

  it('gives all of it to dials when only they changed', () => {
    // Every rate stays: 1/2, 1/5, 1/2.
    const { by } = splitChange(counts(100, 50, 10, 5), counts(200, 100, 20, 10))
    expect(by).toEqual({
      dials: expect.closeTo(5, 12),
      connection: expect.closeTo(0, 12),
      conversation: expect.closeTo(0, 12),
      conversion: expect.closeTo(0, 12),
    })
  })

  it('halves what two factors made together', () => {
    // 10 × 1 × 1 × 0.1 → 20 × 1 × 1 × 0.2: dials alone +1, the rate alone +1, both +3; half of the extra 1 each.
    const { by } = splitChange(counts(10, 10, 10, 1), counts(20, 20, 20, 4))
    expect(by.dials).toBeCloseTo(1.5, 12)
    expect(by.conversion).toBeCloseTo(1.5, 12)
    expect(by.connection).toBeCloseTo(0, 12)
  })

  it.each([
    // From nothing: 4 = 10 × 1/2 × 4/5 × 1, each factor from 0 and each needed: a quarter each.
    [
      'from nothing',
      counts(0, 0, 0, 0),
      counts(10, 5, 4, 4),
      [1, 1, 1, 1],
      ['connection', 'conversation', 'conversion'],
    ],
    [
      'to nothing',
      counts(10, 5, 4, 4),
      counts(0, 0, 0, 0),
      [-1, -1, -1, -1],
      ['connection', 'conversation', 'conversion'],
    ],
    [
      'nothing at all',
      counts(0, 0, 0, 0),
      counts(0, 0, 0, 0),
      [0, 0, 0, 0],
      ['connection', 'conversation', 'conversion'],
    ],
    // Nobody was reached: the rates of the two later steps had nothing to divide by. Dials stay 10.
    ['no connection before', counts(10, 0, 0, 0), counts(10, 5, 5, 3), [0, 1, 1, 1], ['conversation', 'conversion']],
    // Tags on calls that were no conversations are no product of the four: they are the last step's.
    ['tags without conversations', counts(10, 5, 0, 2), counts(10, 5, 0, 6), [0, 0, 0, 4], ['conversion']],
    ['more conversions than conversations', counts(10, 10, 10, 10), counts(10, 10, 10, 15), [0, 0, 0, 5], []],
  ])('%s', (_, before, now, parts, assumed) => {
    const split = splitChange(before, now)
    FACTORS.forEach((factor, index) => {
      expect(split.by[factor]).toBeCloseTo(parts[index] ?? Number.NaN, 12)
    })
    expect(split.assumed).toEqual(assumed)
  })

  it('always sums to the change', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (before, now) => {
        const { total, by } = splitChange(before, now)
        expect(total).toBe(now.conversions - before.conversions)
        const sum = FACTORS.reduce((all, factor) => all + by[factor], 0)
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * scaleOf(before, now))
      }),
      { numRuns: 2000 },
    )
  })

  it('turns round when the periods do', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (before, now) => {
        const [there, back] = [splitChange(before, now), splitChange(now, before)]
        for (const factor of FACTORS) {
          expect(Math.abs(there.by[factor] + back.by[factor])).toBeLessThanOrEqual(1e-9 * scaleOf(before, now))
        }
        expect(there.assumed).toEqual(back.assumed)
      }),
    )
  })
})

describe('a team and its people', () => {
  const team = { before: counts(1485, 482, 197, 31), now: counts(1604, 536, 191, 38) }

  it('lists the largest change first, whichever way, and names what nobody listed moved', () => {
    const people = [
      { user: user('ines'), before: counts(300, 100, 40, 8), now: counts(300, 100, 40, 10) },
      { user: user('tom'), before: counts(300, 100, 40, 9), now: counts(300, 90, 30, 4) },
      { user: user('leo'), before: counts(300, 100, 40, 4), now: counts(300, 100, 40, 6) },
      { user: user('priya'), before: counts(300, 100, 40, 7), now: counts(300, 100, 40, 7) },
    ]
    const moved = movedOf(team, people)
    expect(moved?.people.map(({ user: { id }, split }) => [id, split.total])).toEqual([
      ['tom', -5],
      ['ines', 2],
      ['leo', 2],
      ['priya', 0],
    ])
    expect(moved?.rest).toBe(7 - (-5 + 2 + 2 + 0))
    expect(movedOf(team, people.toReversed())).toEqual(moved)
  })

  it('counts somebody without a period before to the rest', () => {
    const moved = movedOf(team, [{ user: user('new'), before: null, now: counts(10, 5, 3, 2) }])
    expect(moved).toMatchObject({ people: [], rest: 7 })
  })

  it('says nothing without a comparison', () => {
    expect(movedOf({ before: null, now: team.now }, [])).toBeNull()
  })

  it('always sums, people and rest, to the team', () => {
    const person = fc.record({ user: fc.string({ minLength: 1 }).map(user), before: anyCounts, now: anyCounts })
    fc.assert(
      fc.property(anyCounts, anyCounts, fc.array(person, { maxLength: 60 }), (before, now, people) => {
        const moved = movedOf({ before, now }, people)
        const sum = moved?.people.reduce((all, { split }) => all + split.total, moved.rest)
        expect(sum).toBe(moved?.team.total)
        expect(moved?.people).toHaveLength(people.length)
      }),
    )
  })
})
