import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ALL_CALLS, type CallsQuery } from '@/lib/report/calls-query'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import type { PersonAccess } from './access/access'
import { countItems, readItemsOnce, searchItems } from './items'
import { readItemsParams } from './items-params'
import { ADMIN, setTestEnv } from './test-kit'

const NOW = '2026-04-22T09:00:00Z'
/** A Tuesday. */
const DAY = '2026-04-14'
const OF_DAY: CallsQuery = { ...ALL_CALLS, dates: { from: DAY, to: DAY } }

let simulator: Simulator

function calls(from = DAY, to = DAY) {
  return rawCalls(simulator.workspace, dayOf(from) ?? 0, dayOf(to) ?? 0)
}

function asked(): number {
  const statuses = simulator.requests.report().operations.searchItems ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

function rep(alloUserId: string | null): PersonAccess {
  return { ...ADMIN, id: 'rep', role: 'rep', alloUserId }
}

describe('searching calls and texts', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'], shouldAdvanceTime: true })
    simulator = await startSimulator({ now: NOW, scale: 0.2 })
    setTestEnv({ ALLO_BASE_URL: simulator.url })
  })
  afterEach(async () => {
    await simulator.stop()
    vi.useRealTimers()
  })

  it('lists the calls of a day, newest first, and asks once for what two readers want', async () => {
    const [answer] = await Promise.all([searchItems(ADMIN, OF_DAY, 1), searchItems(ADMIN, OF_DAY, 1)])
    const real = calls().sort((one, other) => other.start.localeCompare(one.start))
    expect(answer.rows.map(row => row.id)).toEqual(real.slice(0, 100).map(call => call.id))
    expect(answer.page).toMatchObject({ page: 1, size: 100, totalCount: real.length })
    expect(answer).toMatchObject({ strays: [], stale: false })
    expect(asked()).toBe(1)
  })

  it('counts by the cheapest question, however the list is sorted', async () => {
    const inbound: CallsQuery = { ...OF_DAY, direction: 'inbound', sort: 'oldest' }
    const { totalCount } = await countItems(ADMIN, inbound)
    expect(totalCount).toBe(calls().filter(call => call.direction === 'INBOUND').length)
    expect(totalCount).toBeGreaterThan(0)
    await countItems(ADMIN, { ...inbound, sort: 'newest' })
    expect(asked()).toBe(1)
  })

  it('answers a page past the end with no rows and the right totals', async () => {
    const answer = await searchItems(ADMIN, OF_DAY, 999)
    expect(answer.rows).toEqual([])
    expect(answer.page).toMatchObject({ page: 999, totalCount: calls().length })
  })

  it("gives reps their own calls, and nobody else's", async () => {
    const id = calls().find(call => call.user_id !== null)?.user_id ?? ''
    const own = calls().filter(call => call.user_id === id)
    const answer = await searchItems(rep(id), OF_DAY, 1)
    expect(new Set(answer.rows.map(row => row.id))).toEqual(new Set(own.map(call => call.id)))
    expect(answer.page.totalCount).toBe(own.length)
    expect(await countItems(rep(id), OF_DAY)).toEqual({ totalCount: own.length })
    await expect(searchItems(rep(id), { ...OF_DAY, person: 'usr-other' }, 1)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(countItems(rep(id), { ...OF_DAY, person: 'usr-other' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('has nothing for a rep who is no Allo user, and asks nothing', async () => {
    expect(await searchItems(rep(null), OF_DAY, 1)).toMatchObject({ rows: [], page: { totalCount: 0 } })
    expect(await readItemsOnce(rep(null), OF_DAY, 1)).toMatchObject({ rows: [] })
    expect(await countItems(rep(null), OF_DAY)).toEqual({ totalCount: 0 })
    expect(asked()).toBe(0)
  })

  it('is not for viewers', async () => {
    const viewer: PersonAccess = { ...ADMIN, id: 'viewer', role: 'viewer' }
    for (const refused of [
      searchItems(viewer, OF_DAY, 1),
      countItems(viewer, OF_DAY),
      readItemsOnce(viewer, OF_DAY, 1),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('reads pages for a file without keeping them', async () => {
    const once = await readItemsOnce(ADMIN, OF_DAY, 1)
    expect(once.rows.map(row => row.id)).toEqual((await searchItems(ADMIN, OF_DAY, 1)).rows.map(row => row.id))
    expect(asked()).toBe(2)
  })

  it.each(['???', '""', 'x'.repeat(201)])('refuses to look for %j and asks nothing', async q => {
    await expect(searchItems(ADMIN, { ...ALL_CALLS, q }, 1)).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      field: 'q',
    })
    expect(asked()).toBe(0)
  })
})

describe('the parameters of a list', () => {
  it.each<[string, string]>([
    ['?nonsense=1', 'nonsense'],
    ['?direction=up', 'direction'],
    ['?page=0', 'page'],
    ['?page=1&page=2', 'page'],
    ['?with=12', 'with'],
  ])('%s is refused by name', (search, field) => {
    expect(() => readItemsParams(new URLSearchParams(search))).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAMETER', field }),
    )
  })

  it('reads the page apart from the question', () => {
    expect(readItemsParams(new URLSearchParams('?q=demo&page=7'))).toEqual({
      query: { ...ALL_CALLS, q: 'demo', sort: 'relevance' },
      page: 7,
    })
  })
})
