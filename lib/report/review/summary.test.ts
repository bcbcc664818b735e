import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StageCounts } from '@/lib/report/funnels'
import { countsOfReport } from '@/lib/report/funnels'
import { reportOf } from '@/lib/report/outbound-fixture'
import { countsMidP, newcombe } from '@/lib/report/statistics'
import type { ReviewPerson, SummaryFact } from './document'
import { movedOf } from './moved'
import { headlineOf, type SummaryMaterial, summarize } from './summary'

/* Week 16 of 2026 (13 – 19 April) against week 15, in which Easter Monday lies (6 April). */

type Shorthand = NonNullable<Parameters<typeof reportOf>[1]>
type Asked = Parameters<typeof reportOf>[2]

const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const EASTER = { date: '2026-04-06', name: 'Easter Monday' }

function counts(dials: number, connected = 0, conversations = 0, conversions = 0): StageCounts {
  return { dials, connected, conversations, conversions }
}

function person(
  name: string,
  now: [dials: number, days: number],
  before: [dials: number, days: number] | null,
): ReviewPerson {
  return {
    user: { id: `usr-${name.toLowerCase()}`, name },
    now: counts(now[0]),
    before: before && counts(before[0]),
    talkTime: null,
    activeDays: now[1],
    activeDaysBefore: before?.[1] ?? null,
  }
}

interface Given extends Partial<Omit<SummaryMaterial, 'outbound' | 'settings'>> {
  settings?: Partial<SummaryMaterial['settings']>
  asked?: Asked
}

/** The material of two weeks; the heatmap before is that of the week before. */
function materialOf(now: Shorthand, before: Shorthand | null, given: Given = {}): SummaryMaterial {
  const outbound = reportOf(now, before, given.asked)
  const earlier = before && reportOf(before, null)
  const team = { now: countsOfReport(outbound), before: earlier && countsOfReport(earlier) }
  return {
    outbound,
    people: [],
    moved: movedOf(team, []),
    heatmapBefore: earlier?.heatmap ?? null,
    ...given,
    settings: { workdays: WORKDAYS, holidays: [], minSample: 20, ...given.settings },
  }
}

function factsOf(now: Shorthand, before: Shorthand | null, given: Given = {}): SummaryFact[] {
  return summarize(materialOf(now, before, given))
}

const NOW: Shorthand['funnel'] = [1604, 536, 191, 38]
const BEFORE: Shorthand['funnel'] = [1485, 482, 197, 31]
const dials = { kind: 'dials', count: 1604, by: 1604 / 1485 - 1 }
const conversions = { kind: 'conversions', count: 38, change: 'noise', by: null }

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

describe('talk time', () => {
  const of = (now: number, before: number) =>
    factsOf({ funnel: NOW, time: [9000, now, 20] }, { funnel: BEFORE, time: [9000, before, 20] }).filter(
      ({ kind }) => kind === 'talk',
    )
  it('is told from a tenth on', () => {
    expect(of(188, 196)).toEqual([])
    expect(of(160, 200)).toEqual([{ kind: 'talk', seconds: 160, secondsBefore: 200 }])
  })
  it('is not told when Allo does not say, or said nothing before', () => {
    expect(of(188, 0)).toEqual([])
    expect(factsOf({ funnel: NOW, time: [9000, 100, 20] }, { funnel: BEFORE })).toHaveLength(3)
  })
})

describe('pick-up', () => {
  const heat = (morning: [number, number], afternoon: [number, number]): Shorthand => ({
    funnel: NOW,
    heatmap: [
      // Two cells each, none of them enough alone; noon is afternoon.
      ['MONDAY', 9, morning[0] / 2, morning[1] / 2],
      ['FRIDAY', 11, morning[0] / 2, morning[1] / 2],
      ['TUESDAY', 12, afternoon[0] / 2, afternoon[1] / 2],
      ['TUESDAY', 17, afternoon[0] / 2, afternoon[1] / 2],
    ],
  })
  const of = (now: Shorthand, before: Shorthand, given: Given = {}) =>
    factsOf(now, { ...before, funnel: BEFORE }, given).filter(({ kind }) => kind === 'pickup')

  it('is told of the part of the day that moved beyond chance', () => {
    // 100 of 200 after 60 of 200: +20 points. Afternoons stay at 30 of 100.
    expect(of(heat([200, 100], [100, 30]), heat([200, 60], [100, 30]))).toEqual([
      { kind: 'pickup', part: 'morning', by: expect.closeTo(0.2, 12) },
    ])
  })
  it('is told of the one that moved further where both did', () => {
    expect(of(heat([200, 100], [200, 20]), heat([200, 60], [200, 120]))).toEqual([
      { kind: 'pickup', part: 'afternoon', by: expect.closeTo(-0.5, 12) },
    ])
  })
  it('is not told within noise, of few calls, or of an unknown past', () => {
    expect(of(heat([200, 64], [100, 30]), heat([200, 60], [100, 30]))).toEqual([])
    expect(of(heat([18, 18], [100, 30]), heat([18, 0], [100, 30]))).toEqual([])
    expect(of(heat([200, 100], [100, 30]), heat([200, 60], [100, 30]), { heatmapBefore: null })).toEqual([])
  })
})

describe('who worked when', () => {
  const tail = (given: Given) => factsOf({ funnel: NOW }, { funnel: BEFORE }, given).slice(3)

  it('names a short week and its holidays, whichever of the two it is', () => {
    const fact = { kind: 'short', holidays: [EASTER] }
    expect(tail({ settings: { holidays: [EASTER] } })).toEqual([{ ...fact, workingDays: 5, workingDaysBefore: 4 }])
    const friday = { date: '2026-04-17', name: 'Company day' }
    const both = { holidays: [friday, EASTER], workdays: [...WORKDAYS, 'saturday'] }
    expect(tail({ settings: both })).toEqual([]) // five each
    expect(tail({ settings: { holidays: [friday, { date: '2026-04-18', name: 'A Saturday' }] } })).toEqual([
      { kind: 'short', workingDays: 4, workingDaysBefore: 5, holidays: [friday] },
    ])
  })

  it('names who dialled before and not now, and what that makes of a person and day', () => {
    // 600 dials in 5 + 5 days after 800 in 5 + 5 + 5 + 1: 60 a day after 50.
    const people = [
      person('Tom', [300, 5], [250, 5]),
      person('Priya', [300, 5], [250, 5]),
      person('Zoé', [0, 0], [250, 5]),
      person('Élise', [0, 0], [50, 1]),
      person('Nobody', [0, 0], [0, 0]),
      person('New', [0, 0], [0, 0]),
    ]
    expect(tail({ people })).toEqual([
      { kind: 'out', names: ['Élise', 'Zoé'] },
      { kind: 'perActive', by: expect.closeTo(60 / 50 - 1, 12) },
    ])
  })

  it('says nothing of a person and day when everybody was there as long', () => {
    expect(tail({ people: [person('Tom', [300, 5], [250, 5])] })).toEqual([])
  })

  it.each([
    ['somebody has no period before', [person('Tom', [300, 5], [250, 5]), person('New', [9, 1], null)]],
    ['nobody dialled before', [person('Tom', [300, 5], [0, 0])]],
    ['it is the same', [person('Tom', [300, 5], [240, 4])]],
  ])('nor when %s', (_, people) => {
    expect(tail({ people, settings: { holidays: [EASTER] } }).map(({ kind }) => kind)).toEqual(['short'])
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

describe('a summary never claims more than the statistics allow', () => {
  const upTo = (most: number) => fc.nat(most)
  /** A funnel that nests. */
  const funnel = fc
    .tuple(upTo(3000), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), upTo(60))
    .map(([dials, connects, talks, won]): [number, number, number, number] => {
      const connected = Math.round(dials * connects)
      const conversations = Math.round(connected * talks)
      return [dials, connected, conversations, Math.min(conversations, won)]
    })
  const PLACE = { connected: 1, conversations: 2, conversions: 3 } as const

  it('whatever the two weeks held', () => {
    fc.assert(
      fc.property(funnel, funnel, (now, before) => {
        const facts = factsOf({ funnel: now }, { funnel: before })
        for (const fact of facts) {
          if (fact.kind === 'rate') {
            const place = PLACE[fact.stage]
            const rate = (of: typeof now) => ({ k: of[place] ?? 0, n: of[place - 1] ?? 0 })
            const { low, high } = newcombe(rate(now), rate(before))
            expect(fact.by > 0 ? low : -high).toBeGreaterThan(0)
            expect(Math.min(rate(now).n, rate(before).n)).toBeGreaterThanOrEqual(20)
          }
          const place = fact.kind === 'count' ? PLACE[fact.stage] : fact.kind === 'conversions' ? 3 : null
          const claims = fact.kind === 'count' || (fact.kind === 'conversions' && fact.by !== null)
          if (place !== null && claims) {
            expect(countsMidP(now[place] ?? 0, before[place] ?? 0, 7, 7)).toBeLessThan(0.05)
          }
        }
        const kinds = facts.map(({ kind }) => kind)
        expect(kinds.length).toBeLessThanOrEqual(6)
        expect(kinds[0]).toBe('dials')
        expect(kinds.includes('steady') && (kinds.includes('rate') || kinds.includes('driver'))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
