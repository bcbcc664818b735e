import { describe, expect, it } from 'vitest'
import type { Directory } from './directory'
import { reportOf } from './outbound-fixture'
import type { OverviewPerson, OverviewReport } from './overview'
import { DEFAULT_VIEW } from './search'
import { sortTeam, teamRows } from './team-rows'
import { peopleTable } from './team-tables'

const figure = (now: number | null) => ({ now, before: null, change: { kind: 'none' as const } })

function person(name: string | null, calls: number, rate: number | null = null): OverviewPerson {
  return {
    user: name === null ? null : { id: `usr-${name.toLowerCase()}`, name },
    totalCalls: figure(calls),
    talkTime: figure(calls * 10),
    longCalls: figure(0),
    answerRate: figure(rate),
  }
}

function overview(people: OverviewPerson[], total: number, comparison: OverviewReport['comparison'] = null) {
  const { period, zone, today } = reportOf({}, null)
  const { user: _, ...team } = person(null, total)
  const listed = people.reduce((sum, row) => sum + (row.totalCalls.now ?? 0), 0)
  const report: OverviewReport = {
    period,
    comparison,
    zone,
    today,
    team,
    people,
    unattributed: total - listed,
    colleagues: null,
  }
  return report
}

const directory: Directory = {
  team: 'Northline',
  people: ['Ann', 'Bob', 'Cid', 'Gone'].map(name => ({
    id: `usr-${name.toLowerCase()}`,
    name,
    blocked: name === 'Gone' || name === 'Cid',
  })),
  lines: [],
  tags: [],
  missingScopes: [],
}
const asked = DEFAULT_VIEW.report

describe('the people of the team', () => {
  it('has a row of zeros for whoever had no calls, and names who left where there are calls of theirs', () => {
    const report = overview([person('Ann', 7), person('Cid', 2), person(null, 4)], 15)
    const rows = teamRows(report, asked, directory)
    expect(rows.people.map(row => [row.user.name, row.totalCalls.now, row.blocked])).toEqual([
      ['Ann', 7, false],
      ['Cid', 2, true],
      ['Bob', 0, false],
    ])
    expect(rows.people[2]).toMatchObject({ talkTime: { now: 0 }, answerRate: { now: null } })
    expect(rows.nobody?.totalCalls.now).toBe(4)
    expect(rows.rest).toBe(2)
  })

  it('says of somebody with no calls in either period that nothing changed, where periods may be compared', () => {
    const range = { from: '2026-04-06', to: '2026-04-12' }
    const zero = (likeForLike: boolean) =>
      teamRows(overview([], 0, { kind: 'previous', range, likeForLike }), asked, directory).people[0]?.totalCalls
    expect(zero(true)).toEqual({ now: 0, before: 0, change: { kind: 'equal' } })
    expect(zero(false)).toEqual({ now: 0, before: null, change: { kind: 'none' } })
  })

  it('adds only who was asked for, also one who left, and nobody to a question by lines', () => {
    const names = (query: typeof asked) => teamRows(overview([], 0), query, directory).people.map(row => row.user.name)
    expect(names({ ...asked, people: ['usr-bob', 'usr-gone'] })).toEqual(['Bob', 'Gone'])
    expect(names({ ...asked, lines: ['+33199000110'] })).toEqual([])
    expect(names(asked)).toEqual(['Ann', 'Bob'])
  })

  it('does without the directory', () => {
    expect(teamRows(overview([person('Ann', 7)], 7), asked, null).people).toHaveLength(1)
  })
})

describe('their order', () => {
  const { people } = teamRows(overview([person('Ann', 7, 0.2), person('Cid', 9, 0.9)], 16), asked, directory)
  it.each([
    ['calls', false, ['Cid', 'Ann', 'Bob']],
    ['calls', true, ['Bob', 'Ann', 'Cid']],
    ['rate', false, ['Cid', 'Ann', 'Bob']],
    // What is not known stays last.
    ['rate', true, ['Ann', 'Cid', 'Bob']],
    ['name', false, ['Ann', 'Bob', 'Cid']],
    ['name', true, ['Cid', 'Bob', 'Ann']],
    // Equal figures: by name.
    ['long', false, ['Ann', 'Bob', 'Cid']],
  ] as const)('by %s, reversed %s', (by, reversed, names) => {
    expect(sortTeam(people, { by, reversed }).map(row => row.user.name)).toEqual(names)
  })
})

it('has a table whose calls add up to the team’s', () => {
  const report = overview([person('Ann', 7), person(null, 4)], 15)
  const rows = teamRows(report, asked, directory)
  const heads = {
    person: 'Person',
    figure: '',
    now: '',
    earlier: '',
    before: (name: string) => `${name}, before`,
    totalCalls: 'Calls',
    talkTime: 'Talk',
    longCalls: 'Long',
    answerRate: 'Rate',
    team: 'Total',
    nobody: 'Nobody',
    rest: 'Rest',
    colleagues: 'Others',
  }
  const table = peopleTable(report, rows, rows.people, heads)
  expect(table.columns.map(column => column.header)).toEqual(['Person', 'Calls', 'Talk', 'Long', 'Rate'])
  expect(table.rows).toEqual([
    ['Ann', 7, 70, 0, null],
    ['Bob', 0, 0, 0, null],
    ['Nobody', 4, 40, 0, null],
    ['Rest', 4, null, null, null],
    ['Total', 15, 150, 0, null],
  ])
})
