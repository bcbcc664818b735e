import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { DEFAULT_VIEW } from '@/lib/report/search'
import type { Settings } from '@/lib/settings/settings'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { budget } from './allo'
import { type Database, installDatabase } from './db/database'
import { getReport } from './reports'
import { changeSettings } from './settings'
import { addTagSet, chooseDefaultTagSet } from './tag-sets'
import { ADMIN, openTestDatabase, setTestEnv } from './test-kit'
import { refreshWorkspace, workspaceState } from './workspace'

/*
 * What Allo answered stays in memory for minutes; what the workspace makes of it changes at once.
 */

const origin = { address: null, userAgent: null, requestId: 'req_settings' }
/** Sunday 5 to Saturday 18 April 2026. */
const DAYS = { from: '2026-04-05', to: '2026-04-18' }
const QUERY = { ...DEFAULT_VIEW.report, period: DAYS, comparison: 'none' as const, granularity: 'week' as const }

let database: Database
let simulator: Simulator

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-04-22T09:00:00Z', scale: 0.2 })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  budget().limit({ get: 1000, other: 1000 })
  installDatabase(database)
  await refreshWorkspace()
})
afterEach(() => simulator.stop())
afterAll(() => database.close())

function asked(): number {
  const statuses = simulator.requests.report().operations.outbound ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

async function set(change: Partial<Settings>): Promise<void> {
  const { settings, revision } = workspaceState()
  await changeSettings(ADMIN, { settings: { ...settings, ...change }, revision }, origin)
}

const weeks = async () =>
  (await getReport(ADMIN, 'outbound', QUERY)).report.series.buckets.map(({ range }) => range.from)
const conversions = async () =>
  (await getReport(ADMIN, 'outbound', QUERY)).report.funnel.stages.find(({ stage }) => stage === 'conversions')?.count
    .now

it('cuts weeks anew from the answers it has', async () => {
  await set({ weekStart: 'monday' })
  expect(await weeks()).toEqual(['2026-04-05', '2026-04-06', '2026-04-13'])
  expect(asked()).toBe(1)
  await set({ weekStart: 'sunday' })
  expect(await weeks()).toEqual(['2026-04-05', '2026-04-12'])
  expect(asked()).toBe(1)
})

it('judges cells by the new threshold', async () => {
  const judged = async () =>
    (await getReport(ADMIN, 'outbound', QUERY)).report.heatmap.rows
      .flatMap(({ cells }) => cells)
      .filter(cell => cell.enough).length
  await set({ minSample: 1000 })
  expect(await judged()).toBe(0)
  await set({ minSample: 1 })
  expect(await judged()).toBeGreaterThan(10)
  expect(asked()).toBe(1)
})

it('counts the conversions of the default set, by the calls themselves', async () => {
  const [from, to] = [dayOf(DAYS.from) ?? 0, dayOf(DAYS.to) ?? 0]
  const calls = rawCalls(simulator.workspace, from, to).filter(call => call.direction === 'OUTBOUND')
  const counted = (tag: string) => calls.filter(call => call.tags.some(({ name }) => name === tag)).length
  expect(counted('qualified')).not.toBe(counted('meeting_booked'))
  expect(await conversions()).toBe(counted('meeting_booked'))
  await addTagSet(ADMIN, { name: 'Qualified', tags: ['qualified'] }, origin)
  expect(await conversions()).toBe(counted('meeting_booked'))
  const id = workspaceState().tagSets.find(({ name }) => name === 'Qualified')?.id ?? ''
  await chooseDefaultTagSet(ADMIN, id, origin)
  expect(await conversions()).toBe(counted('qualified'))
})
