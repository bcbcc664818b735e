import { describe, expect, it } from 'vitest'
import { callsHref, personCallsHref } from './calls-doors'
import { personHref, personPlace, teamQuestion } from './person-place'
import { addressOf, OUTBOUND, type Place } from './place'
import { DEFAULT_VIEW } from './search'
import { readTeamPart, TEAM, writeTeamPart } from './team-place'

function canonical(place: Place, search: string) {
  const params = new URLSearchParams(search)
  const { view, ignored } = place.read(params)
  return [addressOf(place, view, place.keep(params)), ignored]
}

describe('the address of the team page', () => {
  it.each([
    ['', '/team', []],
    ['show=overview&sort=calls', '/team', []],
    ['sort=talk', '/team?sort=talk', []],
    ['sort=calls.up', '/team?sort=calls.up', []],
    ['show=funnels', '/team?show=funnels', []],
    [
      'sort=conversations.up&show=funnels&period=last-week',
      '/team?period=last-week&show=funnels&sort=conversations.up',
      [],
    ],
    ['people=usr-b,usr-a&compare=year&sort=name', '/team?compare=year&people=usr-a,usr-b&sort=name', []],
    // A column of the other table, a way that is none, a page that is none.
    ['sort=conversations', '/team', ['sort']],
    ['show=funnels&sort=talk', '/team?show=funnels', ['sort']],
    ['sort=talk.down', '/team', ['sort']],
    ['sort=talk.up.up', '/team', ['sort']],
    ['show=everything', '/team', ['show']],
    // Of the outbound page only.
    ['heat=dials&stage=dials&by=week', '/team', ['by', 'heat', 'stage']],
    ['nonsense=1', '/team', ['nonsense']],
  ])('%s is %s', (search, address, ignored) => {
    expect(canonical(TEAM, search)).toEqual([address, ignored])
    // Reading what was written writes the same.
    expect(canonical(TEAM, address.split('?')[1] ?? '')[0]).toBe(address)
  })

  it('reads back every order it writes', () => {
    for (const text of ['', 'sort=rate', 'sort=name.up', 'show=funnels', 'show=funnels&sort=conversions.up']) {
      expect(writeTeamPart(readTeamPart(new URLSearchParams(text)))).toBe(text)
    }
  })
})

describe('the address of a person', () => {
  const place = personPlace('usr-ann')
  it.each([
    ['', '/people/usr-ann', []],
    ['period=last-week&by=week&heat=dials', '/people/usr-ann?period=last-week&by=week&heat=dials', []],
    ['stage=connected&call=cll-1', '/people/usr-ann?stage=connected&call=cll-1', []],
    // A call open over the page is no part of the view.
    ['call=cll-1&t=95', '/people/usr-ann', []],
    ['people=usr-bob', '/people/usr-ann', ['people']],
    ['lines=%2B33199000110', '/people/usr-ann', ['lines']],
  ])('%s is %s', (search, address, ignored) => {
    expect(canonical(place, search)).toEqual([address, ignored])
  })

  it('asks for that person and nobody else, whatever the address says', () => {
    const { view } = place.read(new URLSearchParams('people=usr-bob&period=yesterday'))
    expect(view.report).toMatchObject({ people: ['usr-ann'], lines: [], period: 'yesterday' })
    expect(teamQuestion(view.report)).toMatchObject({ people: [], lines: [], period: 'yesterday', comparison: 'none' })
  })

  it('is led to from a report with its period, comparison and tags', () => {
    const report = { ...DEFAULT_VIEW.report, period: 'last-month', comparison: 'year', tags: ['demo'] } as const
    expect(personHref('usr-ann', { ...report, people: ['usr-ann', 'usr-bob'], tags: ['demo'] })).toBe(
      '/people/usr-ann?period=last-month&compare=year&tags=demo',
    )
    const drill = { stage: 'conversions', on: null, person: null, cell: null, page: 1, call: null } as const
    expect(personHref('usr-ann', DEFAULT_VIEW.report, drill)).toBe('/people/usr-ann?stage=conversions')
  })
})

describe('the doors to the list of calls', () => {
  const { report } = DEFAULT_VIEW
  it('names one person or one line, and is none for several', () => {
    expect(callsHref({ ...report, period: 'last-week' })).toBe('/calls?dates=last-week')
    expect(callsHref({ ...report, people: ['usr-ann'] })).toBe('/calls?person=usr-ann&dates=last-4-weeks')
    expect(callsHref({ ...report, lines: ['+33199000110'] })).toBe('/calls?line=%2B33199000110&dates=last-4-weeks')
    expect(callsHref({ ...report, people: ['usr-ann', 'usr-bob'] })).toBeNull()
    expect(personCallsHref('usr-ann', { from: '2026-04-01', to: '2026-04-07' })).toBe(
      '/calls?person=usr-ann&dates=2026-04-01..2026-04-07',
    )
  })
})

it('leaves the outbound page’s address as it was', () => {
  expect(canonical(OUTBOUND, 'heat=dials&period=last-month')).toEqual(['/outbound?period=last-month&heat=dials', []])
})
