import { describe, expect, it } from 'vitest'
import { reportOf } from './outbound-fixture'
import type { OverviewPerson, OverviewReport } from './overview'
import type { DrillQuery, ViewQuery } from './query'
import { DEFAULT_VIEW } from './search'
import { narrowOutbound, narrowOverview, narrowView, type Sight, type Withheld } from './sight'
import { COLLEAGUES, leaderboardTable } from './tables'

const EVERYTHING: Sight = { lists: true, only: null }
const NUMBERS: Sight = { lists: false, only: null }
const ANN: Sight = { lists: true, only: { person: 'usr-ann' } }
const NOBODY: Sight = { lists: true, only: { person: null } }

function view(people: string[], drill: Partial<DrillQuery> | null = null): ViewQuery {
  const whole = drill && { stage: 'dials' as const, on: null, person: null, cell: null, page: 1, call: null, ...drill }
  return { ...DEFAULT_VIEW, report: { ...DEFAULT_VIEW.report, people }, drill: whole }
}

/** A line is often one person's, so that its numbers would be theirs. */
function onLine(people: string[], drill: Partial<DrillQuery> | null = null): ViewQuery {
  const plain = view(people, drill)
  return { ...plain, report: { ...plain.report, lines: ['+33100000001'] } }
}

describe('narrowing a view', () => {
  it.each<[string, Sight, ViewQuery, ViewQuery, Withheld[]]>([
    ['everything', EVERYTHING, view(['usr-bob'], { call: 'cll-1' }), view(['usr-bob'], { call: 'cll-1' }), []],
    ['numbers of anybody', NUMBERS, view(['usr-bob']), view(['usr-bob']), []],
    ['no list behind them', NUMBERS, view(['usr-bob'], {}), view(['usr-bob']), ['lists']],
    ['oneself', ANN, view(['usr-ann'], { person: 'usr-ann' }), view(['usr-ann'], { person: 'usr-ann' }), []],
    ['oneself of several', ANN, view(['usr-ann', 'usr-bob']), view(['usr-ann']), ['people']],
    ['the team for a colleague', ANN, view(['usr-bob'], {}), view([]), ['people']],
    ['no list of a colleague', ANN, view([], { person: 'usr-bob' }), view([]), ['people']],
    ['the list of all', ANN, view([], { page: 3 }), view([], { page: 3 }), []],
    ['nobody without an Allo user', NOBODY, view(['usr-ann']), view([]), ['people']],
    ['the team for a line', ANN, onLine([]), view([]), ['lines']],
    ['oneself, off the line', ANN, onLine(['usr-ann'], { page: 2 }), view(['usr-ann']), ['lines']],
    ['a line to those who see everybody', NUMBERS, onLine([]), onLine([]), []],
    ['neither colleagues nor lines', NOBODY, onLine(['usr-bob']), view([]), ['people', 'lines']],
    ['both reasons', { ...ANN, lists: false }, view(['usr-bob'], {}), view([]), ['people', 'lists']],
  ])('shows %s', (_, sight, asked, shown, withheld) => {
    expect(narrowView(asked, sight)).toEqual({ view: shown, withheld })
  })

  it('keeps the very view where nothing is left out', () => {
    const asked = view([])
    expect(narrowView(asked, NUMBERS).view).toBe(asked)
  })
})

describe('a leaderboard without colleagues', () => {
  const whole = reportOf(
    {
      funnel: [100, 20, 0, 0],
      people: [
        ['Bob', 9],
        ['Ann', 5],
        ['Cid', 3],
        [null, 2],
      ],
    },
    {
      funnel: [80, 11, 0, 0],
      people: [
        ['Bob', 7],
        ['Ann', 4],
      ],
    },
  )

  it('holds one’s own row and one sum, and still adds up to the funnel', () => {
    const { leaderboard } = narrowOutbound(whole, { person: 'usr-ann' })
    expect(leaderboard.rows.map(row => [row.user?.name, row.connected, row.before])).toEqual([
      ['Ann', 5, 4],
      [undefined, 2, 0],
    ])
    expect(leaderboard.colleagues).toEqual({ connected: 12, before: 7 })
    const rows = leaderboard.rows.reduce((sum, row) => sum + row.connected, 0)
    expect(rows + 12 + leaderboard.unattributed).toBe(20)
  })

  it('tells neither rank nor share, from which the others’ numbers could be had', () => {
    const { leaderboard } = narrowOutbound(whole, { person: 'usr-ann' })
    expect(leaderboard.rows.map(row => [row.rank, row.share])).toEqual([
      [0, 1],
      [0, 1],
    ])
    const text = JSON.stringify(narrowOutbound(whole, { person: 'usr-ann' }))
    expect(text).not.toMatch(/Bob|Cid|usr-bob|usr-cid/)
  })

  it('is one sum for somebody who does not phone', () => {
    const { leaderboard } = narrowOutbound(whole, { person: null })
    expect(leaderboard.rows.map(row => row.user)).toEqual([null])
    expect(leaderboard.colleagues).toEqual({ connected: 17, before: 11 })
  })

  it('changes nothing else, and not the report it was given', () => {
    const narrowed = narrowOutbound(whole, { person: 'usr-ann' })
    expect({ ...narrowed, leaderboard: whole.leaderboard }).toEqual(whole)
    expect(whole.leaderboard.rows).toHaveLength(4)
  })

  it('has the colleagues as a line of its table', () => {
    const { columns, rows } = leaderboardTable(narrowOutbound(whole, { person: 'usr-ann' }))
    expect(columns.map(column => column.key)).toEqual(['rank', 'person', 'connected', 'connectedBefore'])
    expect(rows).toEqual([
      [null, 'Ann', 5, 4],
      [null, COLLEAGUES, 12, 7],
      [null, null, 3, 0],
    ])
  })

  it('without colleagues has no line for them', () => {
    const alone = reportOf({ funnel: [9, 5, 0, 0], people: [['Ann', 5]] }, null)
    expect(narrowOutbound(alone, { person: 'usr-ann' }).leaderboard.colleagues).toBeNull()
  })
})

describe('an overview without colleagues', () => {
  const figure = (now: number | null) => ({ now, before: null, change: { kind: 'none' as const } })
  const person = (name: string | null, calls: number | null): OverviewPerson => ({
    user: name === null ? null : { id: `usr-${name.toLowerCase()}`, name },
    totalCalls: figure(calls),
    talkTime: figure(calls),
    longCalls: figure(calls),
    answerRate: figure(null),
  })
  const { period, comparison, zone, today } = reportOf({}, null)
  const { user: _, ...team } = person(null, 30)
  const overview = (people: OverviewPerson[]): OverviewReport => ({
    period,
    comparison,
    zone,
    today,
    team,
    people,
    unattributed: 1,
    colleagues: null,
  })

  it('holds one’s own figures and the number of all others’ calls', () => {
    const whole = overview([person('Bob', 12), person('Ann', 8), person('Cid', 6), person(null, 3)])
    const narrowed = narrowOverview(whole, { person: 'usr-ann' })
    expect(narrowed.people).toEqual([person('Ann', 8), person(null, 3)])
    expect(narrowed.colleagues).toEqual({ totalCalls: 18 })
    expect(narrowed.unattributed).toBe(1)
  })

  it('does not guess the sum where one of the numbers is unknown', () => {
    const narrowed = narrowOverview(overview([person('Bob', 12), person('Cid', null)]), { person: null })
    expect(narrowed.colleagues).toEqual({ totalCalls: null })
  })
})
