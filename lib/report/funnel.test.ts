import { describe, expect, it } from 'vitest'
import { reportOf } from './outbound-fixture'

/** Calls on each of the seven days of last week, and of the week before. */
const sevenDays = Array.from({ length: 7 }, (_, index): [string, number] => [`2026-04-${13 + index}`, 10])
const sevenBefore = Array.from({ length: 7 }, (_, index): [string, number] => [
  `2026-04-${String(6 + index).padStart(2, '0')}`,
  10,
])

describe('the funnel', () => {
  it('says of each figure what may be said', () => {
    const { funnel } = reportOf(
      { funnel: [1604, 536, 191, 38], series: sevenDays },
      { funnel: [1485, 482, 197, 31], series: sevenBefore },
    )
    const [dials, connected, conversations, conversions] = funnel.stages
    expect(dials).toEqual({
      stage: 'dials',
      count: {
        now: 1604,
        before: 1485,
        change: { kind: 'moved', basis: 'effort', unit: 'percent', by: 1604 / 1485 - 1, interval: null },
      },
      ofDials: null,
      ofPrevious: null,
    })
    expect(connected?.count).toMatchObject({ now: 536, before: 482, change: { kind: 'noise' } })
    expect(connected?.ofDials?.now).toEqual({ k: 536, n: 1604, value: 536 / 1604 })
    expect(connected?.ofDials?.change).toMatchObject({ kind: 'noise', unit: 'points', by: expect.closeTo(0.0096, 4) })
    expect(connected?.ofPrevious).toEqual(connected?.ofDials)
    expect(conversations?.ofDials?.now).toEqual({ k: 191, n: 1604, value: 191 / 1604 })
    expect(conversations?.ofPrevious?.before).toEqual({ k: 197, n: 482, value: 197 / 482 })
    expect(conversions?.ofPrevious?.change).toMatchObject({ kind: 'noise', by: expect.closeTo(0.0416, 4) })
    expect(conversions?.count.change).toMatchObject({ kind: 'noise', by: expect.closeTo(0.226, 3) })
    expect(funnel).toMatchObject({ hasConversions: true, conversionsExceedConversations: false })
  })

  it('counts only days with calls, in the average and in the test', () => {
    // Five days against four: 40 and 31 calls are the same pace.
    const { funnel } = reportOf(
      { funnel: [100, 40, 0, 0], series: sevenDays.slice(0, 5) },
      { funnel: [80, 31, 0, 0], series: [...sevenBefore.slice(0, 4), ['2026-04-12', 0]] },
    )
    expect(funnel.dialsPerActiveDay).toBe(20)
    expect(funnel.stages[1]?.count.change).toMatchObject({ kind: 'noise' })
    expect(reportOf({ funnel: [0, 0, 0, 0] }, null).funnel.dialsPerActiveDay).toBeNull()
  })

  it('has no rate without a denominator', () => {
    const { funnel } = reportOf({ funnel: [0, 0, 0, 0] }, { funnel: [90, 30, 10, 2] })
    for (const { ofDials, ofPrevious } of funnel.stages.slice(1)) {
      expect(ofDials?.now).toBeNull()
      expect(ofPrevious?.now).toBeNull()
      expect(ofDials?.change).toEqual({ kind: 'too-few', have: 0, need: 20 })
    }
  })

  it('shows more conversions than conversations as they are', () => {
    const { funnel } = reportOf({ funnel: [100, 50, 20, 30] }, null)
    expect(funnel.conversionsExceedConversations).toBe(true)
    expect(funnel.stages[3]?.ofPrevious?.now?.value).toBe(1.5)
    // As many are not more, and none are not more than none.
    expect(reportOf({ funnel: [100, 50, 20, 20] }, null).funnel.conversionsExceedConversations).toBe(false)
    expect(reportOf({ funnel: [0, 0, 0, 0] }, null).funnel.conversionsExceedConversations).toBe(false)
  })

  it('holds no conversions without a tag, whatever Allo says', () => {
    const { funnel, series } = reportOf(
      { funnel: [100, 50, 20, 30], series: [['2026-04-13', 10, 5, 4]] },
      { funnel: [100, 50, 20, 30], series: [['2026-04-06', 10, 5, 4]] },
      { hasTags: false },
    )
    expect(funnel).toMatchObject({ hasConversions: false, conversionsExceedConversations: false })
    expect(funnel.stages[3]).toEqual({
      stage: 'conversions',
      count: { now: 0, before: null, change: { kind: 'none' } },
      ofDials: null,
      ofPrevious: null,
    })
    expect(series.buckets[0]).toMatchObject({ conversions: 0, before: { conversions: 0 } })
  })

  it('keeps both values and withholds every change while the period runs', () => {
    const figures = {
      funnel: [100, 50, 20, 5] as [number, number, number, number],
      time: [900, 45, 17] as [number, number, number],
      people: [['Ana', 50] as [string, number]],
    }
    const { funnel, timeSpent, leaderboard, comparison } = reportOf(figures, figures, { period: 'this-week' })
    expect(comparison).toEqual({
      kind: 'previous',
      range: { from: '2026-04-13', to: '2026-04-15' },
      likeForLike: false,
    })
    const said = [
      ...funnel.stages.flatMap(({ count, ofDials, ofPrevious }) => [count, ofDials, ofPrevious]),
      ...Object.values(timeSpent),
      ...leaderboard.rows,
    ].filter(each => each !== null)
    expect(said).toHaveLength(4 + 6 + 3 + 1)
    for (const { before, change } of said) {
      expect(before).not.toBeNull()
      expect(change).toEqual({ kind: 'withheld' })
    }
  })

  it('says nothing without a comparison, asked for or not', () => {
    const asked = reportOf({ funnel: [100, 50, 20, 5] }, null)
    expect(asked.comparison).not.toBeNull()
    const unasked = reportOf({ funnel: [100, 50, 20, 5] }, { funnel: [1, 1, 1, 1] }, { comparison: 'none' })
    expect(unasked.comparison).toBeNull()
    for (const { funnel } of [asked, unasked]) {
      for (const { count, ofDials } of funnel.stages) {
        expect(count).toMatchObject({ before: null, change: { kind: 'none' } })
        expect(ofDials?.change ?? { kind: 'none' }).toEqual({ kind: 'none' })
      }
    }
  })
})

describe('time spent', () => {
  it('is effort in total and plain on average', () => {
    const { timeSpent } = reportOf({ time: [148_320, 188, 17.6] }, { time: [135_600, 196, 17.6] })
    expect(timeSpent.totalConversation).toEqual({
      now: 148_320,
      before: 135_600,
      change: { kind: 'moved', basis: 'effort', unit: 'percent', by: 148_320 / 135_600 - 1, interval: null },
    })
    expect(timeSpent.averageConversation.change).toMatchObject({ kind: 'moved', basis: 'plain' })
    expect(timeSpent.averageRinging.change).toEqual({ kind: 'equal' })
  })

  it('is unknown where Allo does not say', () => {
    const { timeSpent } = reportOf({}, { time: [1, 2, 3] })
    expect(timeSpent.totalConversation).toEqual({ now: null, before: 1, change: { kind: 'none' } })
  })
})
