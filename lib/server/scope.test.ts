import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { ReportQuery, Stage, ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, readView, writeReport } from '@/lib/report/search'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import type { Access, PersonAccess } from './access/access'
import { getCall, getCallDetails, openRecording } from './calls'
import { getDirectory } from './directory'
import { getDayCalls, getDrilldown } from './drilldowns'
import { replace } from './remember'
import { getReportCsv } from './report-csv'
import { getReport, getReportReply } from './reports'
import { ADMIN, setTestEnv } from './test-kit'
import { workspaceState } from './workspace'

const NOW = '2026-04-22T09:00:00Z'
const DAY = '2026-04-14' // a Tuesday
const QUERY: ReportQuery = { ...DEFAULT_VIEW.report, period: { from: DAY, to: DAY }, comparison: 'none' }
const FORBIDDEN = { code: 'FORBIDDEN', status: 403 }

let simulator: Simulator
/** Who connected most calls on that day, and somebody else who connected some. */
let ines: string
let tom: string

type RawCall = ReturnType<typeof rawCalls>[number]

/** The outbound calls of the day by the simulator's own list. */
function outbound(): RawCall[] {
  const day = dayOf(DAY) ?? 0
  return rawCalls(simulator.workspace, day, day).filter(call => call.direction === 'OUTBOUND')
}

function connectedOf(user: string | null): RawCall[] {
  return outbound().filter(call => call.outcome === 'connected' && call.user_id === user)
}

function person(role: Role, alloUserId: string | null = null): PersonAccess {
  return { ...ADMIN, id: `per-${role}`, role, alloUserId }
}

function drilled(stage: Stage, drill: Partial<NonNullable<ViewQuery['drill']>> = {}, report = QUERY): ViewQuery {
  const whole = { stage, on: null, person: null, cell: null, page: 1, call: null, ...drill }
  return { ...DEFAULT_VIEW, report, drill: whole }
}

/** All rows of a list, page by page. */
async function wholeList(access: Access, view: ViewQuery) {
  const first = await getDrilldown(access, view)
  const pages = [first]
  for (let page = 2; page <= first.page.totalPages; page += 1) {
    pages.push(await getDrilldown(access, drilled(view.drill?.stage ?? 'dials', { ...view.drill, page }, view.report)))
  }
  return { ...first, rows: pages.flatMap(each => each.rows), details: pages.flatMap(each => each.details) }
}

function repsSee(what: 'everybody' | 'own'): void {
  const state = workspaceState()
  replace('workspace', { ...state, settings: { ...state.settings, repsSee: what } })
}

beforeAll(async () => {
  simulator = await startSimulator({ now: NOW, scale: 0.2 })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  const users = [...new Set(outbound().map(call => call.user_id))].filter(id => id !== null)
  const [most, second] = users.toSorted((one, other) => connectedOf(other).length - connectedOf(one).length)
  ines = most ?? ''
  tom = second ?? ''
  expect(connectedOf(ines).length).toBeGreaterThanOrEqual(connectedOf(tom).length)
  expect(connectedOf(tom).length).toBeGreaterThan(1)
})
afterEach(() => repsSee('everybody'))
afterAll(() => simulator.stop())

describe('a viewer', () => {
  const viewer = person('viewer')

  it('reads the numbers, and no call, list or recording', async () => {
    const { report } = await getReport(viewer, 'outbound', QUERY)
    expect(report.funnel.stages[0]?.count.now).toBe(outbound().length)
    const id = connectedOf(ines)[0]?.id ?? ''
    await expect(getDrilldown(viewer, drilled('dials'))).rejects.toMatchObject(FORBIDDEN)
    const cell = { weekday: 'tuesday' as const, hour: 10 }
    await expect(getDayCalls(viewer, drilled('dials', { cell }), DAY)).rejects.toMatchObject(FORBIDDEN)
    await expect(getCall(viewer, id)).rejects.toMatchObject(FORBIDDEN)
    await expect(getCallDetails(viewer, [id])).rejects.toMatchObject(FORBIDDEN)
    await expect(openRecording(viewer, id, null)).rejects.toMatchObject(FORBIDDEN)
  })

  it('meets no contact’s number in any of it', async () => {
    const numbers = [...new Set(outbound().map(call => call.contact_number))]
    const said = JSON.stringify([
      await getReport(viewer, 'outbound', QUERY),
      await getReport(viewer, 'overview', QUERY),
      await getDirectory(viewer),
    ])
    expect(numbers.length).toBeGreaterThan(10)
    expect(numbers.filter(number => said.includes(number.slice(1)))).toEqual([])
  })

  it('is not narrowed by what reps may see of each other', async () => {
    repsSee('own')
    const { report } = await getReport(viewer, 'outbound', { ...QUERY, people: [tom] })
    expect(report.leaderboard.rows[0]?.connected).toBe(connectedOf(tom).length)
  })
})

describe('a rep', () => {
  it('gets a list as long as the number, with the calls of others closed', async () => {
    const rep = person('rep', ines)
    const list = await wholeList(rep, drilled('connected'))
    const real = outbound().filter(call => call.outcome === 'connected')
    expect(list.page.totalCount).toBe(real.length)
    expect(new Set(list.rows.map(row => row.id))).toEqual(new Set(real.map(call => call.id)))

    const own = new Set(connectedOf(ines).map(call => call.id))
    expect(new Set(list.rows.filter(row => !row.withheld).map(row => row.id))).toEqual(own)
    expect(new Set(list.details.map(one => one.id))).toEqual(own)
    const others = list.rows.filter(row => row.withheld)
    expect(others.length).toBe(real.length - own.size)
    for (const row of others) {
      expect([row.contactNumber, row.alloNumber, row.alloNumberLabel]).toEqual([null, null, null])
      expect(row.user?.id).toBe(real.find(call => call.id === row.id)?.user_id ?? undefined)
    }
    const foreign = real.filter(call => !own.has(call.id)).map(call => call.contact_number)
    const ours = new Set(connectedOf(ines).map(call => call.contact_number))
    const said = JSON.stringify(list)
    expect(foreign.filter(number => !ours.has(number) && said.includes(number))).toEqual([])
  })

  it('gets the hours of the heatmap in the same way', async () => {
    const rep = person('rep', ines)
    const hour = connectedOf(ines)[0]?.hour ?? 0
    const { rows } = await getDayCalls(rep, drilled('dials', { cell: { weekday: 'tuesday', hour } }), DAY)
    const real = outbound().filter(call => call.hour === hour)
    expect(rows).toHaveLength(real.length)
    const open = real.filter(call => call.user_id === ines).map(call => call.id)
    expect(new Set(rows.filter(row => !row.withheld).map(row => row.id))).toEqual(new Set(open))
    expect(rows.filter(row => row.withheld).every(row => row.contactNumber === null)).toBe(true)
  })

  it('does not spoil the lists of others by it: the cache is the team’s', async () => {
    const view = drilled('connected', { on: { from: DAY, to: DAY } })
    await getDrilldown(person('rep', null), view)
    const whole = await getDrilldown(person('manager'), view)
    expect(whole.rows.some(row => row.withheld || row.contactNumber === null)).toBe(false)
    expect(whole.details).toHaveLength(whole.rows.length)
  })

  it('opens and hears their own calls, whatever the list said, and nobody else’s', async () => {
    const rep = person('rep', ines)
    const own = connectedOf(ines)[0]?.id ?? ''
    const foreign = connectedOf(tom)[0]?.id ?? ''
    expect((await getCall(rep, own)).id).toBe(own)
    expect((await openRecording(rep, own, 'bytes=0-9')).status).toBe(206)
    // Also when somebody who may has just opened it, and it lies in the cache.
    await getCall(ADMIN, foreign)
    await expect(getCall(rep, foreign)).rejects.toMatchObject(FORBIDDEN)
    await expect(openRecording(rep, foreign, null)).rejects.toMatchObject(FORBIDDEN)
    expect((await getCallDetails(rep, [own, foreign])).map(one => one.id)).toEqual([own])
    expect((await getCallDetails(ADMIN, [own, foreign])).map(one => one.id).sort()).toEqual([own, foreign].sort())
  })

  it('who does not phone opens none, not even calls of nobody', async () => {
    const rep = person('rep', null)
    const list = await wholeList(rep, drilled('connected'))
    expect(list.rows.length).toBeGreaterThan(0)
    expect(list.rows.every(row => row.withheld)).toBe(true)
    expect(list.details).toEqual([])
    for (const call of outbound().filter(each => each.user_id === null)) {
      await expect(getCall(rep, call.id)).rejects.toMatchObject(FORBIDDEN)
    }
  })
})

describe('a rep who sees only their own numbers', () => {
  it('gets the team’s totals and their own row; everybody else is one sum', async () => {
    repsSee('own')
    const { report } = await getReport(person('rep', ines), 'outbound', QUERY)
    const real = outbound().filter(call => call.outcome === 'connected')
    expect(report.funnel.stages[1]?.count.now).toBe(real.length)
    const { rows, colleagues, unattributed } = report.leaderboard
    expect(rows.flatMap(row => row.user?.id ?? [])).toEqual([ines])
    expect(rows.find(row => row.user)?.connected).toBe(connectedOf(ines).length)
    const nobody = rows.find(row => row.user === null)?.connected ?? 0
    const others = real.filter(call => call.user_id !== ines && call.user_id !== null)
    expect(colleagues?.connected).toBe(others.length)
    expect(connectedOf(ines).length + others.length + nobody + unattributed).toBe(real.length)
  })

  it('shares no finished report with those who see more, or with another rep', async () => {
    const rows = async (access: Access) => {
      const { body } = await getReportReply(access, 'outbound', QUERY)
      const answer: { report: { leaderboard: { rows: { user: { id: string } | null }[] } } } = JSON.parse(body)
      return answer.report.leaderboard.rows.flatMap(row => row.user?.id ?? [])
    }
    repsSee('own')
    const everybody = await rows(person('manager'))
    expect(everybody.length).toBeGreaterThan(2)
    expect(await rows(person('rep', ines))).toEqual([ines])
    expect(await rows(person('rep', tom))).toEqual([tom])
    expect(await rows(person('rep', null))).toEqual([])
    expect(await rows(person('manager'))).toEqual(everybody)
    repsSee('everybody')
    expect(await rows(person('rep', ines))).toEqual(everybody)
  })

  it('gets the overview in the same way', async () => {
    repsSee('own')
    const whole = (await getReport(ADMIN, 'overview', QUERY)).report
    const { report } = await getReport(person('rep', ines), 'overview', QUERY)
    expect(report.people.flatMap(each => each.user?.id ?? [])).toEqual([ines])
    expect(report.team).toEqual(whole.team)
    const calls = (people: typeof whole.people) => people.reduce((sum, each) => sum + (each.totalCalls.now ?? 0), 0)
    expect(calls(report.people) + (report.colleagues?.totalCalls ?? 0)).toBe(calls(whole.people))
  })

  it('may filter by themselves and by nobody else, in reports, lists and hours', async () => {
    repsSee('own')
    const rep = person('rep', ines)
    const mine = await getReport(rep, 'outbound', { ...QUERY, people: [ines] })
    expect(mine.report.funnel.stages[1]?.count.now).toBe(connectedOf(ines).length)
    const cell = { weekday: 'tuesday' as const, hour: 10 }
    for (const people of [[tom], [ines, tom]]) {
      const report = { ...QUERY, people }
      await expect(getReport(rep, 'outbound', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReport(rep, 'overview', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReportReply(rep, 'outbound', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReportCsv(rep, 'outbound', 'funnel', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getDrilldown(rep, drilled('dials', {}, report))).rejects.toMatchObject(FORBIDDEN)
      await expect(getDayCalls(rep, drilled('dials', { cell }, report), DAY)).rejects.toMatchObject(FORBIDDEN)
    }
    await expect(getDrilldown(rep, drilled('connected', { person: tom }))).rejects.toMatchObject(FORBIDDEN)
    await expect(getDayCalls(rep, drilled('dials', { cell, person: tom }), DAY)).rejects.toMatchObject(FORBIDDEN)
    expect((await getDrilldown(rep, drilled('connected', { person: ines }))).page.totalCount).toBe(
      connectedOf(ines).length,
    )
  })

  it('may not filter by a line: that of one colleague would tell their numbers', async () => {
    const line = connectedOf(tom)[0]?.line ?? ''
    expect(line).not.toBe('')
    const cell = { weekday: 'tuesday' as const, hour: 10 }
    const refused = async (rep: Access, report: ReportQuery) => {
      await expect(getReport(rep, 'outbound', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReport(rep, 'overview', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReportReply(rep, 'outbound', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReportCsv(rep, 'outbound', 'funnel', report)).rejects.toMatchObject(FORBIDDEN)
      await expect(getDrilldown(rep, drilled('dials', {}, report))).rejects.toMatchObject(FORBIDDEN)
      await expect(getDayCalls(rep, drilled('dials', { cell }, report), DAY)).rejects.toMatchObject(FORBIDDEN)
    }
    const onLine = { ...QUERY, lines: [line] }
    expect((await getReport(person('rep', ines), 'outbound', onLine)).report.funnel.stages).not.toEqual([])
    expect((await getDirectory(person('rep', ines))).lines.length).toBeGreaterThan(0)

    repsSee('own')
    await refused(person('rep', ines), onLine)
    await refused(person('rep', ines), { ...onLine, people: [ines] })
    await refused(person('rep', null), onLine)
    const { lines, missingScopes } = await getDirectory(person('rep', ines))
    expect([lines, missingScopes]).toEqual([[], []])
    expect((await getDirectory(person('viewer'))).lines.length).toBeGreaterThan(0)
    expect((await getReport(person('viewer'), 'outbound', onLine)).report.funnel.stages).not.toEqual([])
  })

  it('finds no colleague’s name in lists, reports, tables or the directory', async () => {
    repsSee('own')
    const rep = person('rep', ines)
    const { people } = await getDirectory(ADMIN)
    const names = people.filter(each => each.id !== ines).map(each => each.name)
    const list = await wholeList(rep, drilled('connected'))
    expect(list.rows).toHaveLength(outbound().filter(call => call.outcome === 'connected').length)
    const directory = await getDirectory(rep)
    expect(directory.people.map(each => each.id)).toEqual([ines])
    const { details: _, ...rows } = list
    const said = JSON.stringify([
      rows,
      directory,
      await getReport(rep, 'outbound', QUERY),
      await getReport(rep, 'overview', QUERY),
      (await getReportCsv(rep, 'outbound', 'leaderboard', QUERY)).text,
    ])
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter(name => said.includes(name))).toEqual([])
    expect((await getDirectory(person('rep', null))).people).toEqual([])
  })
})

describe('what is no person', () => {
  const api: Access = { kind: 'api', id: 'tok-1', name: 'warehouse' }
  const NOTHING_ELSE = { review: null, sections: [], showsNumbers: false, showsNames: false }
  const scoped = (kind: 'screen' | 'share', ...reports: string[]): Access =>
    kind === 'screen'
      ? { kind, id: 'tok-2', name: 'x', reports }
      : { kind, id: 'tok-2', name: 'x', reports, ...NOTHING_ELSE }
  const queryOf = (search: string) => readView(new URLSearchParams(search)).view.report

  it('a token reads reports, tables and the directory, and no call', async () => {
    expect((await getReport(api, 'outbound', QUERY)).report.leaderboard.colleagues).toBeNull()
    expect((await getReport(api, 'overview', { ...QUERY, people: [tom] })).report.people).toHaveLength(1)
    expect((await getDirectory(api)).people.length).toBeGreaterThan(5)
    await expect(getDrilldown(api, drilled('dials'))).rejects.toMatchObject(FORBIDDEN)
    await expect(getCall(api, connectedOf(ines)[0]?.id ?? '')).rejects.toMatchObject(FORBIDDEN)
    await expect(getCallDetails(api, [])).rejects.toMatchObject(FORBIDDEN)
  })

  it.each(['screen', 'share'] as const)('a %s reads the reports it was made for, to the letter', async kind => {
    const week = queryOf('period=last-week&compare=none')
    const access = scoped(kind, writeReport(week), writeReport(QUERY))
    expect((await getReport(access, 'outbound', QUERY)).report.period.range).toEqual({ from: DAY, to: DAY })
    expect((await getReport(access, 'outbound', week)).report.period.name).toBe('last-week')
    for (const query of [
      DEFAULT_VIEW.report,
      { ...QUERY, people: [ines] },
      { ...QUERY, comparison: 'previous' as const },
      { ...QUERY, tags: ['other'] },
      { ...QUERY, granularity: 'week' as const },
      // The same days by their dates: not what the link says.
      { ...week, period: { from: '2026-04-13', to: '2026-04-19' } },
    ]) {
      await expect(getReport(access, 'outbound', query)).rejects.toMatchObject(FORBIDDEN)
      await expect(getReportReply(access, 'outbound', query)).rejects.toMatchObject(FORBIDDEN)
    }
    await expect(getReport(access, 'overview', QUERY)).rejects.toMatchObject(FORBIDDEN)
    await expect(getReportCsv(access, 'outbound', 'funnel', QUERY)).rejects.toMatchObject(FORBIDDEN)
    await expect(getDirectory(access)).rejects.toMatchObject(FORBIDDEN)
    await expect(getDrilldown(access, drilled('dials'))).rejects.toMatchObject(FORBIDDEN)
    await expect(getReport(scoped(kind), 'outbound', DEFAULT_VIEW.report)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('a table for scripts', () => {
  const lines = (text: string) => text.split('\r\n').map(line => line.split(','))

  it('has headings that stay, raw values and the zone', async () => {
    const { text, fileName, range } = await getReportCsv(person('viewer'), 'outbound', 'leaderboard', QUERY)
    const [header, ...rows] = lines(text)
    expect(header).toEqual(['rank', 'person', 'connected', 'zone'])
    expect(rows.at(-1)).toEqual([''])
    const total = rows.slice(0, -1).reduce((sum, row) => sum + Number(row[2]), 0)
    expect(total).toBe(outbound().filter(call => call.outcome === 'connected').length)
    expect(rows.slice(0, -1).every(row => row[3] === 'Europe/Paris')).toBe(true)
    expect(fileName).toBe(`callboard_leaderboard_${DAY}..${DAY}_Europe-Paris.csv`)
    expect(range).toEqual({ from: DAY, to: DAY })
  })

  it.each(['funnel', 'series', 'time-spent', 'heatmap'])('is there for the %s', async table => {
    const { text } = await getReportCsv(person('viewer'), 'outbound', table, QUERY)
    const [header = [], ...rows] = lines(text)
    expect(header.at(-1)).toBe('zone')
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.slice(0, -1).every(row => row.length === header.length)).toBe(true)
  })

  it.each([
    ['overview', 'funnel'],
    ['outbound', 'toString'],
    ['outbound', 'calls'],
    ['nothing', 'funnel'],
  ])('does not exist for %s/%s', async (report, table) => {
    await expect(getReportCsv(ADMIN, report, table, QUERY)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
