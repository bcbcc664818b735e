import { describe, expect, it } from 'vitest'
import { headlineOf, summarize } from './summary'
import {
  BEFORE,
  conversions,
  counts,
  dials,
  EASTER,
  factsOf,
  materialOf,
  NOW,
  person,
  type Shorthand,
} from './summary-fixture'

describe('what a summary says', () => {
  it('of a week in which all but the effort is noise', () => {
    expect(factsOf({ funnel: NOW }, { funnel: BEFORE })).toEqual([dials, conversions, { kind: 'steady' }])
  })

  it('of rates beyond chance: two, in the order of the funnel', () => {
    // 788 / 2141 after 814 / 1981 is −4.3 points with the interval −7.3 … −1.3; the other two rates fall by far more.
    const facts = factsOf({ funnel: [2141, 788, 200, 20] }, { funnel: [1981, 814, 500, 200] })
    expect(facts.filter(({ kind }) => kind === 'rate')).toEqual([
      { kind: 'rate', stage: 'connected', by: 788 / 2141 - 814 / 1981 },
      { kind: 'rate', stage: 'conversations', by: 200 / 788 - 500 / 814 },
    ])
    expect(facts).not.toContainEqual({ kind: 'steady' })
  })

  it('of twice the dials at the same rates: the count that moved, and dials as what drove conversions', () => {
    const facts = factsOf({ funnel: [2000, 1000, 400, 160] }, { funnel: [1000, 500, 200, 80] })
    expect(facts).toEqual([
      { kind: 'dials', count: 2000, by: 1 },
      { kind: 'conversions', count: 160, change: 'more', by: 1 },
      { kind: 'driver', factor: 'dials', by: expect.closeTo(80, 9) },
      { kind: 'count', stage: 'connected', by: 1 },
    ])
  })

  it('of fewer conversions because fewer conversations were won', () => {
    // 1000, 500, 200 stay; 100 after 40 of 200: −30 points.
    const facts = factsOf({ funnel: [1000, 500, 200, 40] }, { funnel: [1000, 500, 200, 100] })
    expect(facts).toEqual([
      { kind: 'dials', count: 1000, by: 0 },
      { kind: 'conversions', count: 40, change: 'fewer', by: -0.6 },
      { kind: 'driver', factor: 'conversion', by: expect.closeTo(-60, 9) },
      { kind: 'rate', stage: 'conversions', by: expect.closeTo(-0.3, 12) },
    ])
  })

  it('names no driver where no factor makes half of the change', () => {
    // Each of the four grows by a fifth, and 1.2 to the fourth is 2.07: about a quarter each.
    const facts = factsOf({ funnel: [1200, 720, 518, 373] }, { funnel: [1000, 500, 300, 180] })
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'conversions', change: 'more' }))
    expect(facts.map(({ kind }) => kind)).not.toContain('driver')
  })

  it('names no rate as the driver whose own change is within noise', () => {
    // All of it is the last rate, 18 of 18 after 2 of 18: too few to tell.
    const facts = factsOf({ funnel: [400, 100, 18, 18] }, { funnel: [400, 100, 18, 2] })
    expect(facts[1]).toEqual({ kind: 'conversions', count: 18, change: 'more', by: 8 })
    expect(facts).toHaveLength(2)
  })

  it('claims nothing of conversions on calls that were no conversations', () => {
    // 50 of 20 after 20 of 20 is no proportion.
    const facts = factsOf({ funnel: [400, 100, 20, 50] }, { funnel: [400, 100, 20, 20] })
    expect(facts).not.toContainEqual(expect.objectContaining({ kind: 'rate' }))
    expect(facts.map(({ kind }) => kind)).not.toContain('driver')
  })

  it.each<[string, number, number, object]>([
    ['equal', 31, 31, { count: 31, change: 'equal', by: null }],
    ['too few to tell', 9, 3, { count: 9, change: 'unknown', by: null }],
    ['from none', 25, 0, { count: 25, change: 'more', by: null }],
    ['beyond chance', 70, 31, { count: 70, change: 'more', by: 70 / 31 - 1 }],
    ['down beyond chance', 10, 40, { count: 10, change: 'fewer', by: -0.75 }],
  ])('of conversions %s', (_, now, before, fact) => {
    const facts = factsOf({ funnel: [1604, 536, 191, now] }, { funnel: [1485, 482, 197, before] })
    expect(facts[1]).toEqual({ kind: 'conversions', ...fact })
  })

  it('of too few calls for any rate: no "steady"', () => {
    expect(factsOf({ funnel: [12, 5, 2, 1] }, { funnel: [11, 9, 2, 1] })).toEqual([
      { kind: 'dials', count: 12, by: 12 / 11 - 1 },
      { kind: 'conversions', count: 1, change: 'equal', by: null },
    ])
  })

  it('of a week without a call, and of the first with any', () => {
    const people = [person('Ines', [0, 0], [80, 5])]
    expect(factsOf({}, {}, {})).toEqual([{ kind: 'dials', count: 0, by: 0 }])
    expect(factsOf({}, { funnel: BEFORE }, { people })).toEqual([{ kind: 'dials', count: 0, by: -1 }])
    expect(factsOf({ funnel: NOW }, {})[0]).toEqual({ kind: 'dials', count: 1604, by: null })
  })

  it('nothing of conversions where no tag is one', () => {
    const facts = factsOf(
      { funnel: [2000, 1000, 400, 160] },
      { funnel: [1000, 500, 200, 80] },
      { asked: { hasTags: false } },
    )
    expect(facts.map(({ kind }) => kind)).toEqual(['dials', 'count'])
  })

  it('compares nothing without a comparison, nor while the week runs', () => {
    const people = [person('Ines', [0, 0], [80, 5]), person('Tom', [100, 3], [90, 5])]
    const alone = [
      { ...dials, by: null },
      { kind: 'conversions', count: 38, change: 'unknown', by: null },
    ]
    expect(factsOf({ funnel: NOW }, null, { asked: { comparison: 'none' }, people })).toEqual(alone)
    const running = { people, settings: { holidays: [EASTER] }, asked: { period: 'this-week' as const } }
    expect(factsOf({ funnel: NOW, time: [9000, 300, 20] }, { funnel: BEFORE, time: [9000, 100, 20] }, running)).toEqual(
      alone,
    )
  })
})

it('keeps to six facts, the important ones, in reading order', () => {
  const now: Shorthand = { funnel: [2000, 1000, 700, 400], time: [9000, 300, 20], heatmap: [['MONDAY', 9, 500, 400]] }
  const before: Shorthand = { funnel: [1000, 300, 100, 20], time: [9000, 100, 20], heatmap: [['MONDAY', 9, 500, 100]] }
  const people = [person('Tom', [300, 5], [250, 4]), person('Ines', [0, 0], [250, 5])]
  const facts = factsOf(now, before, { people, settings: { holidays: [EASTER] } })
  expect(facts.map(({ kind }) => kind)).toEqual(['dials', 'conversions', 'rate', 'rate', 'short', 'out'])
})

it('gives lists the counts and the first three facts', () => {
  const { outbound, ...material } = materialOf(
    { funnel: NOW },
    { funnel: BEFORE },
    { settings: { holidays: [EASTER] } },
  )
  const summary = summarize({ outbound, ...material })
  expect(summary).toHaveLength(4)
  expect(headlineOf({ outbound, summary })).toEqual({
    counts: counts(1604, 536, 191, 38),
    hasConversions: true,
    summary: [dials, conversions, { kind: 'steady' }],
  })
})
