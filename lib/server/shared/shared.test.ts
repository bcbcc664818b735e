import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { toOverviewBody } from '@/lib/report/overview'
import { toOutboundBody } from '@/lib/report/to-allo'
import { askAllCalls } from '@/lib/server/all-calls'
import { budget } from '@/lib/server/allo'
import {
  askItem,
  askItems,
  askMe,
  askNumbers,
  askOutbound,
  askOverview,
  askTags,
  askUsers,
} from '@/lib/server/questions'
import { setTestEnv } from '@/lib/server/test-kit'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { startRedis } from '@/scripts/services/redis.mjs'
import { closeShared, sharedState } from './shared'

const redis = await startRedis()
const TODAY = '2026-04-22'
const RANGE = { from: '2026-04-01', to: '2026-04-21' }
const ALL = { people: [], lines: [] }

/** Every kind of answer there is. */
async function askEverything() {
  const whole = {
    range: RANGE,
    ...ALL,
    tags: ['meeting_booked'],
    granularity: 'day',
    stage: 'conversions',
    weekdays: null,
    hours: null,
  } as const
  const calls = await askAllCalls(whole, TODAY)
  const ids = calls.value.slice(0, 20).map(row => row.id)
  return {
    me: await askMe(),
    active: await askUsers('ACTIVE'),
    blocked: await askUsers('BLOCKED'),
    numbers: await askNumbers(),
    tags: await askTags(),
    outbound: await askOutbound(
      toOutboundBody({ range: RANGE, ...ALL, tags: ['meeting_booked'], granularity: 'day' }),
      TODAY,
    ),
    overview: await askOverview(toOverviewBody({ range: RANGE, ...ALL }), TODAY),
    calls,
    items: await askItems(ids),
    item: await askItem(ids[0] ?? ''),
  }
}

describe('what is shared', () => {
  afterEach(async () => {
    await closeShared()
    vi.unstubAllEnvs()
  })

  it('is nothing without REDIS_URL', () => {
    setTestEnv()
    expect(sharedState()).toEqual({
      configured: false,
      connected: false,
      since: null,
      latency: null,
      instances: 1,
      commands: 0,
      failures: 0,
      outages: 0,
    })
  })
})

describe.skipIf(redis === null)('two instances, one after the other, with one Redis', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({
      now: `${TODAY}T09:00:00Z`,
      scale: 0.2,
      limits: { readPerSecond: 10, writePerSecond: 3 },
    })
  })
  afterAll(async () => {
    await simulator.stop()
    await redis?.stop()
  })

  /** As a process that has just started. */
  async function start(): Promise<void> {
    await closeShared()
    vi.stubEnv('REDIS_URL', redis?.url)
    setTestEnv({ ALLO_BASE_URL: simulator.url })
  }

  it('give the same answers to the letter, asked once, and keep to the same limits', async () => {
    setTestEnv()
    await start()
    const first = await askEverything()
    expect(first.calls.value.length).toBeGreaterThan(10)
    expect(sharedState()).toMatchObject({ configured: true, connected: true, failures: 0 })
    const { total } = simulator.requests.report()

    await start()
    expect(await askEverything()).toStrictEqual(first)
    expect(simulator.requests.report().total).toBe(total)
    // A tenth below Allo's limit of reads and one below that of writes, although this instance never asked Allo for them.
    expect(budget().statistics()).toMatchObject({ get: { perSecond: 9 }, other: { perSecond: 2 } })
    await closeShared()
  })
})
