import { afterEach, beforeEach, expect, it } from 'vitest'
import { rejection } from '@/lib/allo/test-server'
import { conversations } from '@/lib/server/db/allo-schema'
import { type Database, installDatabase } from '@/lib/server/db/database'
import { readSyncStates } from '@/lib/server/db/sync'
import { ADMIN, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { TestSimulator } from '@/lib/simulator/testing'
import { getLatest } from './latest'
import { syncRound } from './round'

let database: Database
let sim: TestSimulator
const signal = new AbortController().signal

beforeEach(async () => {
  sim = await TestSimulator.start({ scale: 0.05, days: 30, now: '2026-04-21T09:00:00Z' })
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  database = await openTestDatabase()
})
afterEach(async () => {
  await sim.stop()
  await database.close()
})

const round = (every = 0) => syncRound({ holder: 'one', every, signal })
const gets = async () => (await sim.ask('GET', '/simulator/requests')).body

/** Every conversation of every line as the simulator lists them, and how many of each line are unread. */
async function truth() {
  const listed: string[] = []
  const unread = new Map<string, number>()
  const lines = (await sim.ask('GET', '/v2/api/numbers')).body.data.flatMap((line: { number: string | null }) =>
    line.number === null ? [] : [line.number],
  )
  for (const line of lines) {
    const address = `/v2/api/conversations?allo_number=${encodeURIComponent(line)}`
    for (let page = 1, more = true; more; page += 1) {
      const { body } = await sim.ask('GET', `${address}&size=100&page=${page}`)
      for (const row of body.data) listed.push(`${line} ${row.contact_number} ${row.last_item.id}`)
      more = body.pagination.has_more
    }
    unread.set(line, (await sim.ask('GET', `${address}&unread=true&size=1`)).body.pagination.total_count)
  }
  return { listed: listed.sort(), unread }
}

async function kept() {
  const rows = await database.db.select().from(conversations)
  const states = await readSyncStates()
  return {
    listed: rows.map(row => `${row.line} ${row.contactNumber} ${row.itemId}`).sort(),
    unread: new Map(states.map(({ line, unread }) => [line, unread])),
  }
}

it('knows what the workspace lists, and what is new three hours later', async () => {
  await round()
  const first = await truth()
  expect(first.listed.length).toBeGreaterThan(100)
  const known = await kept()
  expect(known.listed).toEqual(first.listed)
  expect([...known.unread].sort()).toEqual([...first.unread].sort())

  sim.simulator.clock.set(Date.parse('2026-04-21T12:00:00Z'), false)
  await round()
  const second = await truth()
  expect(second.listed).not.toEqual(first.listed)
  expect((await kept()).listed).toEqual(second.listed)
})

it('leaves a line alone that was read a moment ago, by whomever', async () => {
  await round()
  const before = await gets()
  await syncRound({ holder: 'two', every: 60_000, signal })
  expect((await gets()).operations.conversations).toEqual(before.operations.conversations)
})

it('keeps the failure with the line, ends the round, and forgets it after the next good one', async () => {
  const faults = [{ match: { operation: 'conversations' }, kind: 'status', status: 401 }]
  await sim.ask('POST', '/simulator/faults', faults)
  expect(await rejection(round())).toMatchObject({ code: 'ALLO_KEY_INVALID' })
  const failed = await readSyncStates()
  expect(failed.filter(({ failure }) => failure !== null)).toHaveLength(1)
  // The others are known as lines that were not read yet: nobody may take the first one for all.
  expect(failed.length).toBeGreaterThan(1)
  expect(await getLatest(ADMIN)).toMatchObject({ unread: null, syncedAt: null })
  await sim.ask('DELETE', '/simulator/faults')
  await round()
  const mended = await readSyncStates()
  expect(mended.every(({ failure, last }) => failure === null && last !== null)).toBe(true)
  expect((await kept()).listed).toEqual((await truth()).listed)
})

it('asks for nothing with a key that cannot read conversations', async () => {
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url, ALLO_API_KEY: 'ak_sim_no_scopes' })
  installDatabase(database)
  await round()
  expect((await gets()).operations.conversations).toBeUndefined()
})

it('stops at once when the server does', async () => {
  const stopping = new AbortController()
  const running = syncRound({ holder: 'one', every: 0, signal: stopping.signal })
  stopping.abort(new Error('stopping'))
  expect(await rejection(running)).toMatchObject({ message: 'stopping' })
  await round()
  expect((await kept()).listed).toEqual((await truth()).listed)
})
