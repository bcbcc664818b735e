import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeShared } from '@/lib/server/shared/shared'
import { eventually, setTestEnv } from '@/lib/server/test-kit'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { startRedis } from '@/scripts/services/redis.mjs'
import { connect, dialled, measuresOf, moveTo, readWhole, setWorkspace, tally } from './board-kit'

/** A Wednesday, 11:17 in Paris, and five minutes before four on the same day. */
const NOW = '2026-04-22T09:17:05Z'
const LATER = '2026-04-22T13:55:00Z'
const VIEW = '?period=this-week'

const redis = await startRedis()

describe.skipIf(redis === null)('two instances, one after the other, with one Redis', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ now: NOW, enforceLimits: false })
  })
  afterAll(async () => {
    await closeShared()
    vi.unstubAllEnvs()
    vi.useRealTimers()
    await simulator.stop()
    await redis?.stop()
  })

  /** As a process that has just started. */
  async function start(instant: string): Promise<void> {
    await closeShared()
    vi.stubEnv('REDIS_URL', redis?.url)
    connect(simulator.url, instant)
    await moveTo(simulator.url, instant)
    setWorkspace({ goals: [{ subject: 'team', metric: 'dials', perWeek: 2000 }] })
  }

  /** How often Allo was asked for outbound numbers or lists of calls. */
  const asked = () =>
    Object.values(simulator.requests.report().operations.outbound ?? {}).reduce((sum: number, count) => sum + count, 0)

  /** Until the board of this moment is there with everything in it, and where the week would end. */
  async function readAll(instant: string): Promise<void> {
    await eventually(async () => {
      const board = await readWhole('scoreboard', VIEW)
      const isWhole = measuresOf(board)[0]?.goal?.projected !== null
      return isWhole && Date.parse(board.fetchedAt ?? '') === Date.parse(instant)
    })
  }

  it('ask for the weeks before and for days that are over once, and hours later for conversions again', async () => {
    setTestEnv()
    await start(NOW)
    await readAll(NOW)
    const once = asked()
    expect(once).toBeGreaterThan(24)

    await start(LATER)
    await readAll(LATER)
    const { conversions } = tally(await dialled(simulator.url, '2026-04-15', '2026-04-15'))
    expect(conversions).toBeGreaterThan(0)
    // This week, the days before at the same point, and which of their calls have been tagged since.
    expect(asked()).toBe(once + 2 + Math.ceil(conversions / 100))
  })
})
