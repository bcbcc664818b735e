import { describe, expect, it } from 'vitest'
import type { OverviewAnswer } from '@/lib/allo/schemas'
import { shapeOverview, toOverviewBody } from './overview'
import type { ResolvedPeriod } from './period'

const metric = (value: number) => ({ value, previous: null, change: null })
const user = (id: string, name: string) => ({ id, name, email: null })

function answer(
  calls: number,
  talk: number,
  long: number,
  rate: number | null,
  people: [string, number][],
): OverviewAnswer {
  return {
    date: { from: '2026-04-13', to: '2026-04-19' },
    compareDate: null,
    summary: {
      totalCalls: metric(calls),
      talkTimeSeconds: metric(talk),
      callsOver1Min: metric(long),
      answerRate: rate === null ? null : metric(rate),
    },
    breakdown: people.map(([name, count]) => ({
      user: user(`usr-${name}`, name),
      calls: metric(count),
      talkTimeSeconds: null,
      callsOver1Min: null,
      answerRate: null,
    })),
    lastUpdated: null,
  }
}

const WEEK: ResolvedPeriod = {
  name: 'last-week',
  range: { from: '2026-04-13', to: '2026-04-19' },
  days: 7,
  running: false,
  comparison: { kind: 'previous', range: { from: '2026-04-06', to: '2026-04-12' }, likeForLike: true },
}
const workspace = { zone: 'Europe/Paris', weekStart: 'monday' as const, minSample: 20, conversionTags: [] }
const shape = (current: OverviewAnswer, before: OverviewAnswer | null, resolved = WEEK) =>
  shapeOverview({ current, before, resolved, workspace, today: '2026-04-22' })

describe('the overview', () => {
  it('claims effort as a fact, outcome against chance, and Allo’s answer rate never', () => {
    const { team } = shape(answer(110, 3300, 38, 0.5, []), answer(100, 3000, 31, 0.4, []))
    expect(team.totalCalls.change).toMatchObject({ kind: 'moved', basis: 'effort', unit: 'percent' })
    expect(team.talkTime).toMatchObject({ now: 3300, before: 3000, change: { kind: 'moved', basis: 'effort' } })
    // 38 against 31 in a week each: p = 0.403.
    expect(team.longCalls.change).toMatchObject({ kind: 'noise' })
    expect(team.answerRate.change).toMatchObject({ kind: 'moved', basis: 'plain', unit: 'points' })
    if (team.answerRate.change.kind === 'moved') expect(team.answerRate.change.by).toBeCloseTo(0.1, 12)
  })

  it('withholds every change of a period that still runs, and keeps the values', () => {
    const running = { ...WEEK, comparison: { kind: 'previous' as const, range: WEEK.range, likeForLike: false } }
    const { team } = shape(answer(110, 3300, 38, 0.5, []), answer(100, 3000, 31, 0.4, []), running)
    for (const figure of Object.values(team)) expect(figure.change).toEqual({ kind: 'withheld' })
    expect(team.totalCalls.before).toBe(100)
  })

  it('says nothing of what is not known', () => {
    const { team } = shape(answer(110, 3300, 38, null, []), null)
    expect(team.totalCalls).toEqual({ now: 110, before: null, change: { kind: 'none' } })
    expect(team.answerRate).toEqual({ now: null, before: null, change: { kind: 'none' } })
  })

  it('lists people by their calls, each with their own figures of before', () => {
    const current = answer(60, 0, 0, null, [
      ['Bo', 10],
      ['Ann', 30],
      ['Cy', 10],
    ])
    const { people, unattributed } = shape(current, answer(0, 0, 0, null, [['Ann', 20]]))
    expect(people.map(person => [person.user?.name, person.totalCalls.now, person.totalCalls.before])).toEqual([
      ['Ann', 30, 20],
      ['Bo', 10, 0],
      ['Cy', 10, 0],
    ])
    expect(unattributed).toBe(10)
  })

  it('keeps somebody who had calls before and none now, and knows nothing of before without a comparison', () => {
    const { people } = shape(answer(0, 0, 0, null, []), answer(4, 0, 0, null, [['Ann', 4]]))
    expect(people.map(person => [person.user?.name, person.totalCalls.now, person.totalCalls.before])).toEqual([
      ['Ann', 0, 4],
    ])
    expect(people[0]?.answerRate.now).toBeNull()
    const alone = shape(answer(4, 0, 0, null, [['Ann', 4]]), null)
    expect(alone.people[0]?.totalCalls).toEqual({ now: 4, before: null, change: { kind: 'none' } })
  })

  it('asks for people or lines, sorted, never for both', () => {
    const range = { from: '2026-04-13', to: '2026-04-19' }
    expect(toOverviewBody({ range, people: [], lines: [] })).toEqual({ date: range })
    expect(toOverviewBody({ range, people: ['b', 'a'], lines: ['+33123456789'] })).toEqual({
      date: range,
      user_ids: ['a', 'b'],
    })
    expect(toOverviewBody({ range, people: [], lines: ['+33123456789'] })).toEqual({
      date: range,
      allo_numbers: ['+33123456789'],
    })
  })
})
