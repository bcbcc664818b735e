import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { toOverviewBody } from '@/lib/report/overview'
import { toOutboundBody } from '@/lib/report/to-allo'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { metrics } from './metrics'
import { askItems, askOutbound, askOverview } from './questions'
import { eventually, setTestEnv } from './test-kit'

const NOW = '2026-04-22T09:00:00Z'
const TODAY = '2026-04-22'
const SECOND = 1000
const MINUTE = 60 * SECOND

const EVERYBODY = { people: [], lines: [], tags: [], granularity: 'day' as const }

let simulator: Simulator

/** How often Allo was asked for something. */
function asked(operation: string): number {
  const counts = simulator.requests.report().operations[operation] ?? {}
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

beforeAll(async () => {
  simulator = await startSimulator({ now: NOW, scale: 0.05, enforceLimits: false })
})
beforeEach(() => {
  // Only the date is set: sockets and timers stay real.
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  simulator.requests.clear()
})
afterAll(async () => {
  vi.useRealTimers()
  await simulator.stop()
})

describe.each([
  ['outbound', (to: string) => askOutbound(toOutboundBody({ range: { from: '2026-04-20', to }, ...EVERYBODY }), TODAY)],
  ['overview', (to: string) => askOverview(toOverviewBody({ range: { from: '2026-04-20', to }, ...EVERYBODY }), TODAY)],
])('%s', (operation, ask) => {
  it.each([
    ['with today in them', TODAY, 30 * SECOND],
    ['that are over', '2026-04-21', 10 * MINUTE],
  ])('of dates %s is asked for anew when it is old, and not before', async (_, to, lasts) => {
    const answered = await ask(to)
    expect(asked(operation)).toBe(1)
    vi.setSystemTime(Date.parse(NOW) + lasts - SECOND)
    expect((await ask(to)).freshness).toEqual({ state: 'fresh' })
    expect(asked(operation)).toBe(1)

    vi.setSystemTime(Date.parse(NOW) + lasts + SECOND)
    // Who comes first is given what there is, and that is counted.
    expect(await ask(to)).toMatchObject({ fetchedAt: answered.fetchedAt, freshness: { state: 'refreshing' } })
    const { values } = await metrics().stale.get()
    expect(values).toMatchObject([{ labels: { because: 'refreshing' }, value: 1 }])
    await eventually(() => asked(operation) === 2)
    await eventually(async () => (await ask(to)).freshness.state === 'fresh')
    expect(asked(operation)).toBe(2)
  })
})

it('calls are looked up once, in whatever order and however often they are named', async () => {
  const [one, other] = ['cll-1', 'cll-2']
  await askItems([other, one, other])
  await askItems([one, other])
  expect(asked('itemsBatch')).toBe(1)
})
