import { describe, expect, it } from 'vitest'
import { judge, measureSchema, type Reached } from './commitments'
import type { Commitment, Measure, Outcome } from './document'

const TOM = { id: 'usr-tom', name: 'Tom' }

function commitment(measure: Measure | null, user: Commitment['user'] = null): Commitment {
  return { id: 'com_1', user, text: 'As promised', measure, author: 'Maya' }
}

/** Tom reached 50 of 100, talked with 19 of them, won 4. */
const reached: Reached = {
  team: { dials: 1604, connected: 536, conversations: 191, conversions: 38 },
  people: [{ user: TOM, now: { dials: 100, connected: 50, conversations: 19, conversions: 4 } }],
  hasConversions: true,
  minSample: 20,
  running: false,
}

function became(measure: Measure | null, user: Commitment['user'] = null, more: Partial<Reached> = {}) {
  const promise = commitment(measure, user)
  const outcome = judge(promise, { ...reached, ...more })
  expect(outcome.commitment).toBe(promise)
  return outcome.became
}

describe('what became of a commitment', () => {
  it.each<[Measure, Commitment['user'], Outcome['became']]>([
    [{ metric: 'dials', is: 'above', value: 1600 }, null, 'kept'],
    [{ metric: 'dials', is: 'above', value: 1604 }, null, 'missed'], // above is more than
    [{ metric: 'dials', is: 'below', value: 1604 }, null, 'missed'],
    [{ metric: 'dials', is: 'below', value: 1605 }, null, 'kept'],
    [{ metric: 'connected', is: 'above', value: 49 }, TOM, 'kept'],
    [{ metric: 'conversations', is: 'above', value: 19 }, TOM, 'missed'],
    [{ metric: 'conversions', is: 'above', value: 3 }, TOM, 'kept'], // a count is a count, however small
    [{ metric: 'connection', is: 'above', value: 0.5 }, TOM, 'missed'],
    [{ metric: 'connection', is: 'above', value: 0.499 }, TOM, 'kept'],
    [{ metric: 'conversation', is: 'above', value: 0.38 }, TOM, 'missed'], // 19 of 50 is exactly 38 %
    [{ metric: 'conversation', is: 'above', value: 0.379 }, TOM, 'kept'],
    [{ metric: 'conversation', is: 'below', value: 0.381 }, TOM, 'kept'],
    [{ metric: 'conversion', is: 'above', value: 0.1 }, TOM, 'too-few'], // of 19
    [{ metric: 'conversion', is: 'above', value: 0.19 }, null, 'kept'], // 38 of 191 is 0.199
  ])('%j of %j: %s', (measure, user, expected) => {
    expect(became(measure, user)).toBe(expected)
  })

  it('tells what was reached: a count, a rate with k and n, or nothing', () => {
    const of = (measure: Measure, user: Commitment['user'], more: Partial<Reached> = {}) =>
      judge(commitment(measure, user), { ...reached, ...more }).reached
    expect(of({ metric: 'dials', is: 'above', value: 1 }, TOM)).toEqual({ value: 100, k: null, n: null })
    expect(of({ metric: 'conversation', is: 'above', value: 0.3 }, TOM)).toEqual({ value: 0.38, k: 19, n: 50 })
    // Also where it is too few to judge.
    expect(of({ metric: 'conversion', is: 'above', value: 0.3 }, TOM)).toEqual({ value: 4 / 19, k: 4, n: 19 })
    const idle = {
      ...reached,
      people: [{ user: TOM, now: { dials: 0, connected: 0, conversations: 0, conversions: 0 } }],
    }
    expect(of({ metric: 'connection', is: 'above', value: 0.3 }, TOM, idle)).toBeNull()
    expect(became({ metric: 'connection', is: 'above', value: 0.3 }, TOM, idle)).toBe('too-few')
  })

  it.each<[string, Measure | null, Commitment['user'], Partial<Reached>]>([
    ['no measure', null, null, {}],
    ['somebody who is not there', { metric: 'dials', is: 'above', value: 1 }, { id: 'usr-gone', name: 'Gone' }, {}],
    ['conversions without a tag', { metric: 'conversions', is: 'above', value: 1 }, null, { hasConversions: false }],
    ['their rate without a tag', { metric: 'conversion', is: 'below', value: 1 }, null, { hasConversions: false }],
  ])('is open with %s', (_, measure, user, more) => {
    expect(judge(commitment(measure, user), { ...reached, ...more })).toMatchObject({ became: 'open', reached: null })
  })

  it.each<[Measure, Outcome['became']]>([
    // 1604 dials so far: only what has passed the mark is certain.
    [{ metric: 'dials', is: 'above', value: 1600 }, 'kept'],
    [{ metric: 'dials', is: 'above', value: 1700 }, 'open'],
    [{ metric: 'dials', is: 'below', value: 1600 }, 'missed'],
    [{ metric: 'dials', is: 'below', value: 1604 }, 'open'],
    [{ metric: 'connection', is: 'above', value: 0.1 }, 'open'],
  ])('while the period runs: %j is %s', (measure, expected) => {
    expect(became(measure, null, { running: true })).toBe(expected)
  })
})

describe('a measure', () => {
  it.each([
    { metric: 'dials', is: 'above', value: 0 },
    { metric: 'conversions', is: 'below', value: 1_000_000 },
    { metric: 'conversation', is: 'above', value: 0.385 },
    { metric: 'conversion', is: 'below', value: 1 },
  ])('%j', measure => {
    expect(measureSchema.parse(measure)).toEqual(measure)
  })
  it.each([
    { metric: 'dials', is: 'above', value: 0.5 },
    { metric: 'dials', is: 'above', value: -1 },
    { metric: 'dials', is: 'above', value: 1_000_001 },
    { metric: 'dials', is: 'above', value: '5' },
    { metric: 'dials', is: 'about', value: 5 },
    { metric: 'conversation', is: 'above', value: 38 }, // a fraction, not per cent
    { metric: 'conversation', is: 'above', value: Number.NaN },
    { metric: 'luck', is: 'above', value: 1 },
    { metric: 'dials', is: 'above' },
    null,
  ])('not %j', measure => {
    expect(measureSchema.safeParse(measure).success).toBe(false)
  })
})
