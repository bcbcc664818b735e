import { expect, it } from 'vitest'
import { reportOf } from './outbound-fixture'
import { besideTeam } from './person-beside'
import { narrowOutbound } from './sight'

const report = (funnel: [number, number, number, number], people: [string, number][] = []) =>
  reportOf({ funnel, people }, null, { comparison: 'none' })
const rateAt = (own: [number, number, number, number], team: [number, number, number, number], place: number) =>
  besideTeam(report(own), report(team)).rates[place]

it('judges somebody against everybody else, and tells the difference to the whole team', () => {
  // 788 of 2141 against 814 of 1981 by the others: −0.0726 … −0.0131. Of the team's 4122 they hold 2141, so × 0.48059.
  const rate = rateAt([5000, 2141, 788, 100], [10_000, 4122, 1602, 300], 1)
  expect(rate).toMatchObject({ stage: 'conversations', own: { k: 788, n: 2141 }, team: { k: 1602, n: 4122 } })
  expect(rate?.change).toMatchObject({ kind: 'moved', basis: 'outcome', unit: 'points' })
  if (rate?.change.kind !== 'moved') throw new Error('no move')
  expect(rate.change.by).toBeCloseTo(788 / 2141 - 1602 / 4122, 12)
  expect(rate.change.interval?.low).toBeCloseTo(-0.0726 * 0.48059, 4)
  expect(rate.change.interval?.high).toBeCloseTo(-0.0131 * 0.48059, 4)
})

it.each([
  ['38 of 191 against 31 of 197 by the others is noise', [400, 191, 191, 38], [800, 388, 388, 69], 2, 'noise'],
  ['12 calls are too few', [12, 5, 0, 0], [500, 200, 0, 0], 0, 'too-few'],
  ['nobody else to be set beside is too few', [100, 40, 0, 0], [100, 40, 0, 0], 0, 'too-few'],
  ['a few calls of all others are too few', [100, 40, 0, 0], [110, 44, 0, 0], 0, 'too-few'],
  ['no dials are no rate', [0, 0, 0, 0], [100, 40, 0, 0], 0, 'too-few'],
  ['the very same rate is equal', [100, 40, 0, 0], [200, 80, 0, 0], 0, 'equal'],
  ['more conversions than conversations make no claim', [90, 50, 30, 45], [200, 100, 80, 60], 2, 'moved'],
] satisfies [string, [number, number, number, number], [number, number, number, number], number, string][])(
  '%s',
  (_, own, team, place, kind) => {
    const rate = rateAt(own, team, place)
    expect(rate?.change.kind).toBe(kind)
    if (rate?.change.kind === 'moved') expect(rate.change).toMatchObject({ basis: 'plain', interval: null })
  },
)

it('divides the team’s counts by the people who reached anybody', () => {
  const team = report(
    [300, 90, 30, 6],
    [
      ['Ann', 50],
      ['Bob', 40],
      ['Cid', 0],
    ],
  )
  const { counts, people } = besideTeam(report([100, 50, 10, 3]), team)
  expect(people).toBe(2)
  expect(counts).toEqual([
    { stage: 'dials', own: 100, mean: 150 },
    { stage: 'connected', own: 50, mean: 45 },
    { stage: 'conversations', own: 10, mean: 15 },
    { stage: 'conversions', own: 3, mean: 3 },
  ])
})

it('has no mean for a reader who does not see colleagues, and no conversions without tags', () => {
  const team = reportOf(
    {
      funnel: [300, 90, 30, 6],
      people: [
        ['Ann', 50],
        ['Bob', 40],
      ],
    },
    null,
    { comparison: 'none' },
  )
  const own = reportOf({ funnel: [100, 50, 10, 3] }, null, { comparison: 'none', hasTags: false })
  const beside = besideTeam(own, narrowOutbound(team, { person: 'usr-ann' }))
  expect(beside.people).toBeNull()
  expect(beside.counts.map(({ stage, mean }) => [stage, mean])).toEqual([
    ['dials', null],
    ['connected', null],
    ['conversations', null],
  ])
  expect(beside.rates.map(({ stage }) => stage)).toEqual(['connected', 'conversations'])
})
