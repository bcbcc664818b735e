import { describe, expect, it } from 'vitest'
import { type FunnelRow, remainder, sortFunnels, stepRate } from './funnels'
import type { FunnelSort } from './team-place'

const counts = (dials: number, connected: number, conversations = 0, conversions = 0) => ({
  dials,
  connected,
  conversations,
  conversions,
})
const row = (name: string, own: FunnelRow['counts']): FunnelRow => ({
  user: { id: `usr-${name.toLowerCase()}`, name },
  blocked: false,
  counts: own,
})
const order = (rows: FunnelRow[], by: FunnelSort, reversed = false) =>
  sortFunnels(rows, { by, reversed }, 20, true).map(({ user, band }) => [user.name, band])

describe('a step of a funnel', () => {
  it('is of the stage before, and no rate of nothing', () => {
    const own = counts(200, 50, 20, 30)
    expect(stepRate(own, 'connected')).toEqual({ k: 50, n: 200, value: 0.25 })
    expect(stepRate(own, 'conversations')).toEqual({ k: 20, n: 50, value: 0.4 })
    expect(stepRate(own, 'conversions')).toEqual({ k: 30, n: 20, value: 1.5 })
    expect(stepRate(counts(0, 0), 'connected')).toBeNull()
  })
})

describe('the order of funnels', () => {
  it('ranks a rate by the lower end of its interval, in bands, with too few calls and no answer below', () => {
    const rows = [
      // 64 %, the highest of all, of 14: too few.
      row('Few', counts(14, 9)),
      // 42 of 96: 0.3426 … 0.5372. 40 of 100: 0.3094 … 0.4980.
      row('Ann', counts(100, 40)),
      row('Bob', counts(96, 42)),
      // 20 of 100: 0.1334 … 0.2888, below both.
      row('Cid', counts(100, 20)),
      row('Late', null),
      row('None', counts(0, 0)),
    ]
    expect(order(rows, 'connected')).toEqual([
      ['Bob', 1],
      ['Ann', 1],
      ['Cid', 2],
      ['Few', null],
      ['None', null],
      ['Late', null],
    ])
    expect(order(rows, 'connected', true)).toEqual([
      ['Cid', 2],
      ['Ann', 1],
      ['Bob', 1],
      ['Few', null],
      ['None', null],
      ['Late', null],
    ])
  })

  it('does not reward a high rate of few calls over a sure one', () => {
    // 12 of 20 is 60 %, but from 0.3866; 550 of 1000 is 55 %, from 0.5191.
    const rows = [row('Lucky', counts(20, 12)), row('Sure', counts(1000, 550))]
    expect(order(rows, 'connected').map(([name]) => name)).toEqual(['Sure', 'Lucky'])
  })

  it('bears conversions beyond conversations', () => {
    const rows = [row('Over', counts(100, 60, 25, 40)), row('Half', counts(100, 60, 100, 50))]
    expect(order(rows, 'conversions')).toEqual([
      ['Over', 1],
      ['Half', 2],
    ])
  })

  it('sorts by dials and by name without ranks', () => {
    const rows = [row('Cid', counts(5, 0)), row('Ann', null), row('Bob', counts(50, 0))]
    expect(order(rows, 'dials')).toEqual([
      ['Bob', null],
      ['Cid', null],
      ['Ann', null],
    ])
    expect(order(rows, 'dials', true).map(([name]) => name)).toEqual(['Cid', 'Bob', 'Ann'])
    expect(order(rows, 'name').map(([name]) => name)).toEqual(['Ann', 'Bob', 'Cid'])
    expect(order(rows, 'name', true).map(([name]) => name)).toEqual(['Cid', 'Bob', 'Ann'])
  })

  it('stands still while funnels arrive, without ranks', () => {
    const all = [row('Cid', counts(100, 20)), row('Ann', counts(100, 90)), row('Bob', counts(500, 100))]
    const arriving = [[], ['Bob'], ['Bob', 'Ann']].map(here =>
      all.map(each => (here.includes(each.user.name) ? each : { ...each, counts: null })),
    )
    for (const by of ['dials', 'connected'] as const)
      for (const rows of arriving) {
        const during = (reversed: boolean) =>
          sortFunnels(rows, { by, reversed }, 20, false).map(({ user, band }) => [user.name, band])
        expect(during(false)).toEqual([
          ['Cid', null],
          ['Ann', null],
          ['Bob', null],
        ])
        expect(during(true)).toEqual([
          ['Bob', null],
          ['Ann', null],
          ['Cid', null],
        ])
      }
    const named = sortFunnels(arriving[0] ?? [], { by: 'name', reversed: false }, 20, false)
    expect(named.map(({ user }) => user.name)).toEqual(['Ann', 'Bob', 'Cid'])
  })
})

it('tells what the rows leave of the team, once all are here', () => {
  const team = counts(120, 45, 9, 3)
  const rows = [row('Ann', counts(70, 30, 6, 3)), row('Bob', counts(40, 15, 3, 0))]
  expect(remainder(team, rows)).toEqual(counts(10, 0, 0, 0))
  expect(remainder(team, [...rows, row('Late', null)])).toBeNull()
})
