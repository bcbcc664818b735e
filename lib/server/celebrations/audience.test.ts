import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installDatabase } from '@/lib/server/db/database'
import { isLeased } from '@/lib/server/db/leases'
import { takeBeat } from '@/lib/server/screens/beats'
import { BEAT, bearing, held, NEW, withFleet } from '@/lib/server/screens/fleet-kit'
import { eventually, setTestEnv } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'
import { TestSimulator } from '@/lib/simulator/testing'

const { pair, database } = withFleet()

let sim: TestSimulator

beforeEach(async () => {
  sim = await TestSimulator.start({ days: 3, now: new Date() })
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  installDatabase(database())
  await refreshWorkspace()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(200_000)
  vi.useRealTimers()
  await sim.stop()
})

const beat = (secret: string) => takeBeat(held(secret), bearing(), async () => ({ ...BEAT, mode: 'plain' }))
const isWatched = () => isLeased('celebrations watch')
const looks = async (): Promise<number> =>
  (await sim.ask('GET', '/simulator/requests')).body.operations.searchItems?.[200] ?? 0
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
/** What is asked of Allo waits by the clock too, now and then. */
const soon = (holds: () => Promise<boolean>) =>
  eventually(async () => {
    await pass(0.1)
    return holds()
  })

it('conversions are looked for while screens without a stream come back, and no longer', async () => {
  const { secret } = await pair()
  expect(await isWatched()).toBe(false)
  await beat(secret)
  await soon(async () => (await looks()) > 0)
  for (const seconds of [60, 80]) {
    await pass(seconds)
    expect(await isWatched()).toBe(true)
    await beat(secret)
  }
  await pass(91)
  await soon(async () => !(await isWatched()))
  await beat(secret)
  await soon(isWatched)
})

it('a screen that celebrates nothing has nobody look', async () => {
  const { secret } = await pair({ show: { ...NEW.show, celebrates: false } })
  await beat(secret)
  await pass(60)
  expect([await isWatched(), await looks()]).toEqual([false, 0])
})
