import { describe, expect, it } from 'vitest'
import { BEFORE, EASTER, factsOf, type Given, NOW, person, type Shorthand, WORKDAYS } from './summary-fixture'

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
