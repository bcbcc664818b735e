import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Stage, ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { getDayCalls, getDrilldown } from './drilldowns'
import { ADMIN, eventually, setTestEnv } from './test-kit'

const NOW = '2026-04-22T09:00:00Z'
/** A Tuesday. */
const DAY = '2026-04-14'

let simulator: Simulator

function calls(from: string, to: string) {
  return rawCalls(simulator.workspace, dayOf(from) ?? 0, dayOf(to) ?? 0).filter(call => call.direction === 'OUTBOUND')
}

function connected(call: ReturnType<typeof calls>[number]): boolean {
  return call.outcome === 'connected'
}

function drilled(stage: Stage, drill: Partial<NonNullable<ViewQuery['drill']>> = {}): ViewQuery {
  return { ...DEFAULT_VIEW, drill: { stage, on: null, person: null, cell: null, page: 1, call: null, ...drill } }
}

function asked(operation: string): number {
  const statuses = simulator.requests.report().operations[operation] ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

/** Passes everything on to the simulator, and puts the first call of each list in the place of the second once more. */
async function startRepeating(target: string) {
  const server = createServer(async (request, response) => {
    const { url = '', method, headers } = request
    const { authorization = '', 'content-type': type = '' } = headers
    const body = method === 'POST' ? await text(request) : undefined
    const answer = await fetch(target + url, { method, body, headers: { authorization, 'content-type': type } })
    const told = await answer.json()
    const rows: unknown[] | undefined = told.data?.items?.data
    if (rows) rows[1] = rows[0]
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(told))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise(done => {
        server.close(done)
        server.closeAllConnections()
      }),
  }
}

describe('drilldowns', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'], shouldAdvanceTime: true })
    simulator = await startSimulator({ now: NOW, scale: 0.2 })
    setTestEnv({ ALLO_BASE_URL: simulator.url })
  })
  afterEach(async () => {
    await simulator.stop()
    vi.useRealTimers()
  })

  it('lists the calls behind a bucket, enriched by one batch, with the count of the same answer', async () => {
    const answer = await getDrilldown(ADMIN, drilled('dials', { on: { from: DAY, to: DAY } }))
    const real = calls(DAY, DAY)
    expect(answer.page).toEqual({ page: 1, size: 20, totalCount: real.length, totalPages: Math.ceil(real.length / 20) })
    expect(answer.aggregate).toBe(real.length)
    expect(answer.rows).toHaveLength(Math.min(20, real.length))
    const ids = new Set(real.map(call => call.id))
    expect(answer.rows.every(row => ids.has(row.id))).toBe(true)
    expect(new Set(answer.details.map(details => details.id))).toEqual(new Set(answer.rows.map(row => row.id)))
    expect([asked('outbound'), asked('itemsBatch')]).toEqual([1, 1])
    await getDrilldown(ADMIN, drilled('dials', { on: { from: DAY, to: DAY } }))
    expect([asked('outbound'), asked('itemsBatch')]).toEqual([1, 1])
  })

  it('lists a call once that Allo tells twice', async () => {
    const allo = await startRepeating(simulator.url)
    setTestEnv({ ALLO_BASE_URL: allo.url })
    const answer = await getDrilldown(ADMIN, drilled('dials', { on: { from: DAY, to: DAY } }))
    await allo.stop()
    const ids = answer.rows.map(row => row.id)
    expect(ids).toHaveLength(19)
    expect(new Set(ids).size).toBe(19)
    expect(answer.page.totalCount).toBe(calls(DAY, DAY).length)
  })

  it('answers a page past the end with no rows and the right totals', async () => {
    const answer = await getDrilldown(ADMIN, drilled('dials', { on: { from: DAY, to: DAY }, page: 999 }))
    expect(answer.rows).toEqual([])
    expect(answer.details).toEqual([])
    expect(answer.page).toMatchObject({ page: 999, totalCount: calls(DAY, DAY).length })
    expect(asked('itemsBatch')).toBe(0)
  })

  it('still lists the calls when the batch fails', async () => {
    simulator.faults.add([
      {
        match: { path: '/v2/api/conversations/items/batch' },
        kind: 'wrong_type',
        status: 500,
        milliseconds: 0,
        retryAfterSeconds: 1,
        times: null,
      },
    ])
    const answer = await getDrilldown(ADMIN, drilled('dials', { on: { from: DAY, to: DAY } }))
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(answer.details).toEqual([])
  })

  it("lists one person's connected calls, of the whole team and of some lines alike", async () => {
    const real = calls('2026-03-25', '2026-04-21').filter(connected)
    const person = real[0]?.user_id ?? ''
    const line = real.find(call => call.user_id === person)?.line ?? ''
    const team = await getDrilldown(ADMIN, drilled('connected', { person }))
    expect(team.page.totalCount).toBe(real.filter(call => call.user_id === person).length)

    const view = drilled('connected', { person })
    const onLine = await getDrilldown(ADMIN, { ...view, report: { ...view.report, lines: [line] } })
    const theirs = real.filter(call => call.user_id === person && call.line === line)
    expect(onLine.page.totalCount).toBe(theirs.length)
    expect(onLine.aggregate).toBe(theirs.length)
    expect(onLine.rows.every(row => row.user?.id === person && row.alloNumber === line)).toBe(true)
  })

  it('lists every call of one day and hour, in all pages, from one reading of the day', async () => {
    const byHour = new Map<number, number>()
    for (const call of calls(DAY, DAY)) byHour.set(call.hour, (byHour.get(call.hour) ?? 0) + 1)
    for (const [hour, count] of byHour) {
      const view = drilled('dials', { cell: { weekday: 'tuesday', hour } })
      expect((await getDayCalls(ADMIN, view, DAY)).rows).toHaveLength(count)
    }
    expect(byHour.size).toBeGreaterThan(3)
    expect(asked('outbound')).toBe(Math.ceil(calls(DAY, DAY).length / 100))
  })

  it('stops asking when the reader leaves, and goes on for another', async () => {
    simulator.faults.add([
      {
        match: { operation: 'outbound' },
        kind: 'latency',
        status: 200,
        milliseconds: 200,
        retryAfterSeconds: 1,
        times: null,
      },
    ])
    const view = drilled('dials', { cell: { weekday: 'tuesday', hour: 10 } })
    const leaving = new AbortController()
    const left = getDayCalls(ADMIN, view, DAY, { signal: leaving.signal })
    const stays = getDayCalls(ADMIN, view, DAY)
    const alone = getDayCalls(ADMIN, view, '2026-04-07', { signal: leaving.signal })
    const refused = Promise.all([expect(left).rejects.toThrow(), expect(alone).rejects.toThrow()])
    await eventually(() => simulator.requests.report().most_other_than_get_in_one_second > 0)
    leaving.abort()
    await refused
    expect((await stays).date).toBe(DAY)
    // The day nobody waits for any more was cut off: 0 is "not answered".
    await eventually(() => (simulator.requests.report().operations.outbound?.[0] ?? 0) === 1)
  })

  it.each<[string, ViewQuery, string]>([
    ['no drilldown', { ...DEFAULT_VIEW }, 'stage'],
    ['a cell', drilled('dials', { cell: { weekday: 'tuesday', hour: 10 } }), 'cell'],
    ['conversions without tags', { ...drilled('conversions'), report: { ...DEFAULT_VIEW.report, tags: [] } }, 'tags'],
  ])('refuses %s and names the parameter', async (_, view, field) => {
    await expect(getDrilldown(ADMIN, view)).rejects.toMatchObject({ code: 'INVALID_PARAMETER', field })
  })

  it.each([
    ['another weekday', '2026-04-15', 'day'],
    ['a day outside the period', '2025-04-15', 'day'],
  ])('refuses %s of a cell', async (_, day, field) => {
    const view = drilled('dials', { cell: { weekday: 'tuesday', hour: 10 } })
    await expect(getDayCalls(ADMIN, view, day)).rejects.toMatchObject({ code: 'INVALID_PARAMETER', field })
    await expect(getDayCalls(ADMIN, drilled('dials'), DAY)).rejects.toMatchObject({ field: 'cell' })
  })
})
