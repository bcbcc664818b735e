import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays } from '@/lib/report/dates'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { budget } from './allo'
import { getReport, getReportReply } from './reports'
import { ADMIN, eventually, setTestEnv } from './test-kit'
import { today } from './workspace'

const NOW = '2026-04-22T09:00:00Z'
const QUERY = DEFAULT_VIEW.report
const MINUTE = 60_000

let simulator: Simulator

/** The calls that a person would count by hand: outbound, in these days, by the simulator's raw list. */
function outboundCalls(from: string, to: string) {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === null || last === null) throw new Error('no such day')
  return rawCalls(simulator.workspace, first, last).filter(call => call.direction === 'OUTBOUND')
}

function asked(operation: string): number {
  const statuses = simulator.requests.report().operations[operation] ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

/** Lets the server's clock jump; the simulator's stands still. */
function passTime(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds)
}

describe('getReport', () => {
  beforeEach(async () => {
    // Only the date is set, and it runs on: sockets and timers stay real.
    vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'], shouldAdvanceTime: true })
    simulator = await startSimulator({ now: NOW, scale: 0.2 })
    setTestEnv({ ALLO_BASE_URL: simulator.url })
  })
  afterEach(async () => {
    await simulator.stop()
    vi.useRealTimers()
  })

  it('reconciles with the calls themselves, in both periods', async () => {
    const { report, fetchedAt, freshness, computedAt } = await getReport(ADMIN, 'outbound', QUERY)
    expect(report.period.range).toEqual({ from: '2026-03-25', to: '2026-04-21' })
    expect(report.comparison?.range).toEqual({ from: '2026-02-25', to: '2026-03-24' })
    const now = outboundCalls('2026-03-25', '2026-04-21')
    const before = outboundCalls('2026-02-25', '2026-03-24')
    expect(now.length).toBeGreaterThan(100)
    const dials = report.funnel.stages.find(stage => stage.stage === 'dials')
    expect(dials?.count).toMatchObject({ now: now.length, before: before.length })
    const conversions = report.funnel.stages.find(stage => stage.stage === 'conversions')
    const booked = now.filter(call => call.tags.some(tag => tag.name === 'meeting_booked' && tag.at <= NOW))
    expect(conversions?.count.now).toBe(booked.length)
    expect(freshness).toEqual({ state: 'fresh' })
    expect(computedAt).not.toBeNull()
    expect(Date.parse(fetchedAt)).toBeGreaterThanOrEqual(Date.parse(NOW))
  })

  it('asks Allo twice for 200 readers at once, and shares the answers between granularities and neighbours', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => getReport(ADMIN, 'outbound', QUERY)))
    expect(asked('outbound')).toBe(2)
    expect(new Set(answers).size).toBe(1)
    await getReport(ADMIN, 'outbound', { ...QUERY, granularity: 'week' })
    await getReport(ADMIN, 'outbound', { ...QUERY, comparison: 'none' })
    expect(asked('outbound')).toBe(2)
    // Four weeks earlier: its own period is the comparison of before.
    await getReport(ADMIN, 'outbound', { ...QUERY, period: { from: '2026-02-25', to: '2026-03-24' } })
    expect(asked('outbound')).toBe(3)
  })

  it('keeps a closed period for ten minutes and one with today for thirty seconds, and refreshes behind', async () => {
    const running = { ...QUERY, period: 'today' as const, comparison: 'none' as const }
    const closed = { ...QUERY, comparison: 'none' as const }
    await Promise.all([getReport(ADMIN, 'outbound', running), getReport(ADMIN, 'outbound', closed)])
    expect(asked('outbound')).toBe(2)
    passTime(29_000)
    expect((await getReport(ADMIN, 'outbound', running)).freshness.state).toBe('fresh')
    expect(asked('outbound')).toBe(2)
    passTime(1_500)
    expect((await getReport(ADMIN, 'outbound', running)).freshness.state).toBe('refreshing')
    await eventually(async () => (await getReport(ADMIN, 'outbound', running)).freshness.state === 'fresh')
    expect(asked('outbound')).toBe(3)
    expect((await getReport(ADMIN, 'outbound', closed)).freshness.state).toBe('fresh')
    passTime(10 * MINUTE)
    expect((await getReport(ADMIN, 'outbound', closed)).freshness.state).toBe('refreshing')
    await eventually(() => asked('outbound') === 4)
  })

  it('shows the last good numbers with their age when Allo is down, and says since when', async () => {
    const good = await getReport(ADMIN, 'outbound', QUERY)
    await simulator.stop()
    passTime(11 * MINUTE)
    await getReport(ADMIN, 'outbound', QUERY)
    await eventually(async () => (await getReport(ADMIN, 'outbound', QUERY)).freshness.state === 'failed')
    const old = await getReport(ADMIN, 'outbound', QUERY)
    expect(old.report).toEqual(good.report)
    expect(old.fetchedAt).toBe(good.fetchedAt)
    expect(old.freshness).toMatchObject({ state: 'failed', code: 'ALLO_UNREACHABLE' })
    if (old.freshness.state === 'failed')
      expect(Date.parse(old.freshness.since)).toBeGreaterThan(Date.parse(NOW) + 11 * MINUTE)
  })

  it('throws what happened when Allo is down and there is nothing to show', async () => {
    await simulator.stop()
    await expect(getReport(ADMIN, 'outbound', QUERY)).rejects.toMatchObject({ code: 'ALLO_UNREACHABLE', status: 502 })
  })

  it('comes without a comparison when only that failed', async () => {
    await getReport(ADMIN, 'outbound', { ...QUERY, comparison: 'none' })
    simulator.faults.add([
      {
        match: { operation: 'outbound' },
        kind: 'wrong_type',
        status: 500,
        milliseconds: 0,
        retryAfterSeconds: 1,
        times: null,
      },
    ])
    const { report, freshness, comparisonFailure } = await getReport(ADMIN, 'outbound', QUERY)
    expect(freshness).toEqual({ state: 'fresh' })
    expect(comparisonFailure).toMatchObject({ code: 'BAD_RESPONSE', requestId: expect.stringMatching(/^req_/) })
    expect(report.funnel.stages[0]?.count.now).toBeGreaterThan(100)
    expect(report.funnel.stages[0]?.count.before).toBeNull()
  })

  it('writes a report once, with an ETag that changes with its contents', async () => {
    const first = await getReportReply(ADMIN, 'outbound', QUERY)
    expect(await getReportReply(ADMIN, 'outbound', QUERY)).toBe(first)
    expect(JSON.parse(first.body)).toEqual(await getReport(ADMIN, 'outbound', QUERY))
    const other = await getReportReply(ADMIN, 'outbound', { ...QUERY, granularity: 'month' })
    expect(other.etag).not.toBe(first.etag)
    expect(first.etag).toMatch(/^"[\w-]{27}"$/)
  })

  it('shapes the overview from its own two questions', async () => {
    const { report } = await getReport(ADMIN, 'overview', QUERY)
    expect(asked('overview')).toBe(2)
    expect(asked('outbound')).toBe(0)
    const all = rawCalls(simulator.workspace, dayOf('2026-03-25') ?? 0, dayOf('2026-04-21') ?? 0)
    expect(report.team.totalCalls.now).toBe(all.length)
    expect(report.people.length).toBeGreaterThan(3)
  })

  it('waits out a 429 as long as Allo says, and passes none on', async () => {
    const match = { operation: 'outbound' }
    simulator.faults.add([{ match, kind: 'rate_limit', status: 429, milliseconds: 0, retryAfterSeconds: 1, times: 2 }])
    const answer = await getReport(ADMIN, 'outbound', QUERY)
    expect(answer.freshness).toEqual({ state: 'fresh' })
    expect(simulator.requests.report().operations.outbound).toEqual({ 200: 2, 429: 2 })
  })

  it('keeps to the limit of Allo: twenty different views at once wait for their turn', async () => {
    const views = Array.from({ length: 20 }, (_, n) => {
      const day = addDays(today(), -n - 1)
      return { ...QUERY, period: { from: day, to: day }, comparison: 'none' as const }
    })
    const answers = await Promise.all(views.map(view => getReport(ADMIN, 'outbound', view)))
    expect(answers.every(answer => answer.freshness.state === 'fresh')).toBe(true)
    const { outbound } = simulator.requests.report().operations
    expect(outbound?.[200]).toBe(20)
    // All at once would have sixteen refused. A machine that stands still may hand over two windows' questions in one second.
    expect(outbound?.[429] ?? 0).toBeLessThan(5)
    // 20 turns, 4 in each window: the last starts after 4 windows.
    expect(budget().statistics().other.p95Wait).toBeLessThan(6_000)
  })
})
