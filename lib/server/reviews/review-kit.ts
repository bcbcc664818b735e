import 'server-only'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { ROLES, type Role } from '@/lib/permissions'
import type { PersonAccess } from '@/lib/server/access/access'
import { budget } from '@/lib/server/allo'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { reviews } from '@/lib/server/db/reviews-schema'
import { audit, leases } from '@/lib/server/db/schema'
import { ADMIN, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'

/** Wednesday of W17; W16 is over. */
export const NOW = '2026-04-22T09:00:00Z'
export const WEEK = '2026-W16'
export const WEEK_RANGE = { from: '2026-04-13', to: '2026-04-19' }
export const ORIGIN = { address: '192.0.2.1', userAgent: 'test', requestId: 'req-review' }
export const INES = 'usr-k3f9a1'
export const TOM = 'usr-m7x2c8'

/** Sets our own clock; the simulator's is its own. Sockets and timers stay real. */
export function at(instant: string): void {
  vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'], shouldAdvanceTime: true })
}

/** What the tests need of a simulator. */
interface Simulated {
  url: string
  clock: { set(now: number, running: boolean): void }
  faults: { clear(): void }
  requests: { report(): { total: number } }
  stop(): Promise<void>
}

/** A simulator and an empty database for the tests of a file, with nothing remembered at the start of each test. */
export function withReviews<S extends Simulated>(start: () => Promise<S>) {
  let simulator: S
  let database: Database

  async function forget(): Promise<void> {
    setTestEnv({ ALLO_BASE_URL: simulator.url })
    installDatabase(database)
    budget().limit({ get: 10_000, other: 10_000 })
    await refreshWorkspace()
  }

  beforeAll(async () => {
    at(NOW)
    simulator = await start()
    setTestEnv({ ALLO_BASE_URL: simulator.url })
    database = await openTestDatabase()
    for (const role of ROLES) await addPerson(role)
  })
  beforeEach(async () => {
    at(NOW)
    simulator.faults.clear()
    simulator.clock.set(Date.parse(NOW), false)
    await forget()
    for (const table of [reviews, audit, leases]) await query(db => db.delete(table))
  })
  afterAll(async () => {
    vi.useRealTimers()
    await database.close()
    await simulator.stop()
  })

  return {
    simulator: () => simulator,
    /** Forgets all answers, as another instance that has just started. */
    forget,
    /** Questions that Allo was asked so far. */
    asked: () => simulator.requests.report().total,
  }
}

async function addPerson(role: Role): Promise<void> {
  const person = { email: `${role}@example.com`, name: role, role, passwordHash: null }
  await transaction(async tx => {
    const { id } = await insertPerson(tx, person)
    known.set(role, id)
  })
}

const known = new Map<Role, string>()

/** Somebody with a row in the database. */
export function person(role: Role, alloUserId: string | null = null): PersonAccess {
  return { ...ADMIN, id: known.get(role) ?? '', name: role, role, alloUserId }
}
