import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { budget } from './allo'
import { type Database, installDatabase, query } from './db/database'
import { workspaces } from './db/schema'
import { ADMIN, openTestDatabase, setTestEnv } from './test-kit'
import { firstSettings, refreshWorkspace } from './workspace'
import { compareZones } from './zone-check'

/** A few days after European clocks changed, on 29 March; American ones changed on 8 March. */
const NOW = '2026-04-08T09:00:00Z'

let database: Database
let simulator: Simulator

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(() => database.close())
afterEach(async () => {
  await simulator.stop()
  vi.useRealTimers()
})

/** An Allo that counts in one zone, and a workspace that is set to another. */
async function start(allo: string, ours: string, scale = 0.1): Promise<void> {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'], shouldAdvanceTime: true })
  simulator = await startSimulator({ now: NOW, zone: allo, scale, enforceLimits: false })
  setTestEnv({ ALLO_BASE_URL: simulator.url, CALLBOARD_TIME_ZONE: ours })
  // Requests are counted here, not timed.
  budget().limit({ get: 1000, other: 1000 })
  installDatabase(database)
  await query(db => db.update(workspaces).set({ settings: firstSettings() }))
  await refreshWorkspace()
}

/** Dials of a date in a zone, counted from single calls by the platform's own calendar. */
function dialsOn(date: string, zone: string): number {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  const middle = dayOf(date) ?? 0
  return rawCalls(simulator.workspace, middle - 2, middle + 2).filter(
    call => call.direction === 'OUTBOUND' && calendar.format(new Date(call.start)) === date,
  ).length
}

function asked(): number {
  const statuses = simulator.requests.report().operations.outbound ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

describe('compareZones', () => {
  it('finds that Allo counts in another zone, on both sides of a clock change', async () => {
    await start('America/Los_Angeles', 'UTC')
    const check = await compareZones(ADMIN)
    expect(check.verdict).toBe('other')
    expect(check.best[0]?.zone).toBe('America/Los_Angeles')
    expect(check.hours).toEqual(['America/Los_Angeles'])
    expect(check.days.length).toBeGreaterThan(15)
    const changed = check.days.filter(({ date }) => ['2026-03-27', '2026-03-30'].includes(date))
    expect(changed).toHaveLength(2)
    for (const { date, allo, inBest } of check.days) {
      expect([date, allo, inBest]).toEqual([date, dialsOn(date, 'America/Los_Angeles'), allo])
    }
    // Of Allo's calls of a day, those that were made after midnight UTC lie on the next one.
    expect(check.days.some(({ allo, ours }) => ours < allo)).toBe(true)
  })

  it('cannot tell by the days of a team that phones by day, but by its hours', async () => {
    await start('Europe/Paris', 'Europe/Paris')
    const check = await compareZones(ADMIN)
    expect(check).toMatchObject({ verdict: 'unclear', nearMidnight: 0, hours: ['Europe/Paris'] })
    expect(check.fitting).toBe(check.days.length)
    expect(check.best[0]?.zone).toBe('Europe/Paris')
    for (const { date, allo, ours } of check.days) {
      expect([date, ours, allo]).toEqual([date, allo, dialsOn(date, 'Europe/Paris')])
    }
  })

  it('sees that the calls of one afternoon lie on two days of a workspace far away', async () => {
    await start('Europe/Paris', 'Asia/Tokyo')
    const wrong = await compareZones(ADMIN)
    expect(wrong.verdict).toBe('other')
    expect(wrong.nearMidnight).toBeGreaterThan(0)
    expect(wrong.hours).toEqual(['Europe/Paris'])
    expect(wrong.best.map(({ zone }) => zone)).toContain('Europe/Paris')
  })

  it('keeps to a small number of requests, and asks again only for what is not known', async () => {
    await start('Europe/Paris', 'Europe/Paris', 1)
    const check = await compareZones(ADMIN)
    expect(check.days.length).toBeGreaterThan(3)
    expect(asked()).toBeLessThanOrEqual(26)
    const before = asked()
    await compareZones(ADMIN)
    expect(asked()).toBe(before)
  })

  it('has nothing to say of a workspace without calls', async () => {
    await start('Europe/Paris', 'Europe/Paris', 0)
    expect(await compareZones(ADMIN)).toMatchObject({ verdict: 'unclear', days: [], hours: null })
  })

  it('is for administrators', async () => {
    await start('Europe/Paris', 'Europe/Paris', 0)
    await expect(compareZones({ ...ADMIN, role: 'manager' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
