import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { json, rejection, serve } from '@/lib/allo/test-server'
import { budget } from '@/lib/server/allo'
import { celebrationsFrom, setOptOut } from '@/lib/server/db/celebrations'
import { type Database, installDatabase, query } from '@/lib/server/db/database'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { tagSets } from '@/lib/server/db/schema'
import { readSyncStates } from '@/lib/server/db/sync'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { type RawCall, TestSimulator } from '@/lib/simulator/testing'
import { celebrationRound } from './round'

const NOW = Date.parse('2026-04-21T09:30:00Z')
const signal = new AbortController().signal

let database: Database
let sim: TestSimulator
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  sim = await TestSimulator.start({ days: 10, now: new Date(NOW) })
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  database = await openTestDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  await sim.stop()
  await database.close()
})

const round = (holder = 'one') => celebrationRound(holder, signal)
const rows = async () => (await celebrationsFrom(new Date(0))).sort((one, other) => one.seq - other.seq)
const rowOf = async (id: string) => (await rows()).find(({ callId }) => callId === id)

/** Outbound calls that ended less than half an hour ago and bear no tag, oldest first. */
async function recent(): Promise<RawCall[]> {
  const calls = await sim.raw('2026-04-21', '2026-04-21')
  return calls.filter(
    ({ ended, direction, tags, user_id }) =>
      Date.parse(ended) > NOW - 25 * 60_000 && direction === 'OUTBOUND' && tags.length === 0 && user_id !== null,
  )
}

async function nthRecent(index = 0): Promise<RawCall> {
  const call = (await recent())[index]
  if (!call) throw new Error('too few calls')
  return call
}

async function tag(id: string, name = 'meeting_booked'): Promise<void> {
  expect((await sim.ask('POST', `/v2/api/conversations/items/${id}/tags`, { tags: [name] })).status).toBe(200)
}
async function untag(id: string, name = 'meeting_booked'): Promise<void> {
  expect((await sim.ask('DELETE', `/v2/api/conversations/items/${id}/tags/${name}`)).status).toBe(200)
}

/** Another life of the server, on the same database. */
function restart(url = sim.simulator.url): void {
  setTestEnv({ ALLO_BASE_URL: url })
  installDatabase(database)
}

/** Outbound calls of yesterday and today with a tag, as plain facts. */
async function tagged(name: string): Promise<string[]> {
  const calls = await sim.raw('2026-04-20', '2026-04-21')
  return calls
    .filter(({ direction, tags }) => direction === 'OUTBOUND' && tags.some(each => each.name === name))
    .map(({ id }) => id)
}

it('records what is there already without celebrating it, at the first time ever', async () => {
  const { id } = await nthRecent()
  await tag(id)
  expect(await round()).toBe(true)
  const kept = await rows()
  expect(kept.map(({ callId }) => callId).sort()).toEqual((await tagged('meeting_booked')).sort())
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.every(({ isQuiet }) => isQuiet)).toBe(true)
  expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1))
})

it('sees a new conversion once, with the names and under the next number', async () => {
  await round()
  const before = (await rows()).length
  const call = await nthRecent()
  await tag(call.id)
  await round()
  const { body } = await sim.ask('GET', `/v2/api/conversations/items/${call.id}`)
  const expected = {
    callId: call.id,
    seq: before + 1,
    userId: call.user_id,
    userName: body.data.user.name,
    tags: ['meeting_booked'],
    contactName: body.data.contacts[0]?.name ?? null,
    company: body.data.contacts[0]?.company?.name ?? null,
    calledAt: new Date(call.start),
    seenAt: new Date(NOW),
    withdrawnAt: null,
    isQuiet: false,
  }
  expect(await rowOf(call.id)).toEqual(expected)
  await round()
  restart()
  await round('two')
  expect(await rows()).toHaveLength(before + 1)
  expect(await rowOf(call.id)).toEqual(expected)
})

it('celebrates also after a restart, and a first conversion where there was none', async () => {
  for (const id of await tagged('qualified')) await untag(id, 'qualified')
  await query(db => db.update(tagSets).set({ tags: ['qualified'] }))
  await round()
  expect(await rows()).toEqual([])
  restart()
  const { id } = await nthRecent()
  await tag(id, 'qualified')
  await round()
  expect(await rows()).toMatchObject([{ callId: id, seq: 1, isQuiet: false }])
})

it('is quiet about a call that was over for more than half an hour when its tag was first seen', async () => {
  await round()
  const calls = (await sim.raw('2026-04-20', '2026-04-21')).filter(
    ({ direction, tags }) => direction === 'OUTBOUND' && tags.length === 0,
  )
  const old = calls.findLast(({ ended }) => Date.parse(ended) < NOW - 31 * 60_000)
  await tag(old?.id ?? '')
  await round()
  expect(await rowOf(old?.id ?? '')).toMatchObject({ isQuiet: true, withdrawnAt: null })
})

it('leaves inbound calls alone: they are no conversion of the reports', async () => {
  await round()
  const calls = await sim.raw('2026-04-21', '2026-04-21')
  const inbound = calls.findLast(({ direction, tags }) => direction === 'INBOUND' && tags.length === 0)
  await tag(inbound?.id ?? '')
  await round()
  expect(await rowOf(inbound?.id ?? '')).toBeUndefined()
})

it('takes back once what has lost its tag, and does not celebrate it again when the tag is back', async () => {
  await round()
  const { id } = await nthRecent()
  await tag(id)
  await round()
  const { seq = 0 } = (await rowOf(id)) ?? {}
  await untag(id)
  await round()
  const taken = { seq: seq + 1, withdrawnAt: new Date(NOW), isQuiet: false }
  expect(await rowOf(id)).toMatchObject(taken)
  vi.setSystemTime(NOW + 60_000)
  await round()
  expect(await rowOf(id)).toMatchObject(taken)
  await tag(id)
  await round()
  expect(await rowOf(id)).toMatchObject({ seq: seq + 1, withdrawnAt: null, isQuiet: true })
})

it('is quiet for who does not want to be celebrated', async () => {
  await round()
  const first = await nthRecent()
  const other = (await recent()).find(({ user_id }) => user_id !== first.user_id)
  await query(db => setOptOut(db, first.user_id ?? '', true))
  await tag(first.id)
  await tag(other?.id ?? '')
  await round()
  expect(await rowOf(first.id)).toMatchObject({ isQuiet: true })
  expect(await rowOf(other?.id ?? '')).toMatchObject({ isQuiet: false })
})

it('records quietly what counts only since the tags were changed, and goes on from there', async () => {
  await round()
  const before = await rows()
  await tag((await nthRecent()).id, 'interested')
  await query(db => db.update(tagSets).set({ tags: ['interested', 'meeting_booked'] }))
  restart()
  await round('two')
  const after = await rows()
  const fresh = after.slice(before.length)
  expect(fresh.length).toBeGreaterThan(0)
  expect(fresh.every(({ isQuiet }) => isQuiet)).toBe(true)
  // What counted before still stands, and is not taken back when its tag no longer counts.
  await query(db => db.update(tagSets).set({ tags: ['interested'] }))
  await round()
  expect((await rows()).filter(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([])
  const { id } = await nthRecent(1)
  await tag(id, 'interested')
  await round()
  expect(await rowOf(id)).toMatchObject({ isQuiet: false, tags: ['interested'] })
})

it('asks one question of Allo when nothing has changed', async () => {
  await round()
  await sim.ask('DELETE', '/simulator/requests')
  await round()
  await round()
  const { operations } = (await sim.ask('GET', '/simulator/requests')).body
  expect(operations).toEqual({ searchItems: { 200: 2 } })
})

it('writes nothing when Allo fails, and all of it later', async () => {
  await round()
  const { id } = await nthRecent()
  await tag(id)
  await sim.ask('POST', '/simulator/faults', [{ match: { operation: 'searchItems' }, kind: 'status', status: 401 }])
  expect(await rejection(round())).toMatchObject({ code: 'ALLO_KEY_INVALID' })
  expect(await rowOf(id)).toBeUndefined()
  await sim.ask('DELETE', '/simulator/faults')
  await round()
  expect(await rowOf(id)).toMatchObject({ isQuiet: false })
})

it('leaves it to the instance that is looking', async () => {
  expect(await takeLease('celebrations', 'two')).toBe(true)
  expect(await round()).toBe(false)
  expect(await rows()).toEqual([])
  await releaseLease('celebrations', 'two')
  const looked = await Promise.all([round('one'), round('two')])
  expect(looked).toContain(true)
  const kept = await rows()
  expect(new Set(kept.map(({ seq }) => seq)).size).toBe(kept.length)
})

it('is not taken for a line by the sync', async () => {
  await round()
  expect(await readSyncStates()).toEqual([])
})

type Item = ReturnType<typeof itemAt>

/** Calls of a list of our own, a minute apart, the newest first. */
const itemAt = (index: number, tags: string[] = ['meeting_booked']) => ({
  id: `cll-${index}`,
  type: 'CALL',
  direction: 'OUTBOUND',
  contact_number: '+33612345678',
  date: new Date(NOW - index * 60_000).toISOString(),
  duration: 61,
  tags,
})

interface Allo {
  /** What a search goes through, and what can be looked up. */
  searched: Item[]
  held?: Item[]
  /** Called before each page of a search with how many went before. Answers false for one that fails. */
  before?: (request: number) => boolean
}

/** Allo with conversions of our own. Answers what was asked for. */
async function allo({ searched, held = searched, before = () => true }: Allo) {
  let searches = 0
  const { url, seen } = await serve(({ path, body }, response) => {
    if (path.endsWith('/me')) return json(response, 401, { error: { code: 'API_KEY_INVALID' } })
    if (path.endsWith('/batch')) {
      const { ids }: { ids: string[] } = JSON.parse(body)
      return json(response, 200, { data: held.filter(({ id }) => ids.includes(id)) })
    }
    searches += 1
    if (!before(searches - 1)) return json(response, 401, { error: { code: 'API_KEY_REVOKED' } })
    const { page, size }: { page: number; size: number } = JSON.parse(body)
    const data = searched.slice((page - 1) * size, page * size)
    const pagination = { page, size, total_count: searched.length, has_more: page * size < searched.length }
    return json(response, 200, { data, pagination })
  })
  restart(url)
  budget().limit({ get: 100_000, other: 100_000 })
  return { asked: () => seen.map(({ path }) => path.split('/').at(-1)).filter(name => name !== 'me') }
}

it('reads on only while a page shows something new, and loses and takes back nothing while pages shift', async () => {
  const searched = Array.from({ length: 250 }, (_, index) => itemAt(index))
  // Between the first page and the second, three more come.
  const before = (request: number) => {
    if (request === 1) searched.unshift(itemAt(-3), itemAt(-2), itemAt(-1))
    return true
  }
  const { asked } = await allo({ searched, before })
  await round()
  expect(await rows()).toHaveLength(250)
  await round()
  expect(await rows()).toHaveLength(253)
  expect(asked()).toEqual(Array.from({ length: 5 }, () => 'search'))
  expect((await rows()).every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true)
})

it('records nothing when Allo fails half way, and all of it at the next look', async () => {
  const searched = Array.from({ length: 250 }, (_, index) => itemAt(index))
  await allo({ searched, before: request => request !== 2 })
  expect(await rejection(round())).toMatchObject({ code: 'ALLO_KEY_REVOKED' })
  expect(await rows()).toEqual([])
  await round()
  expect(await rows()).toHaveLength(250)
  expect((await rows()).every(({ isQuiet }) => isQuiet)).toBe(true)
})

it('asks for the call itself before it takes anything back', async () => {
  const searched = [0, 1, 2].map(index => itemAt(index))
  // The second has lost its tag; the third has not, whatever the search says; the first is gone altogether.
  const held = [itemAt(1, ['qualified']), itemAt(2)]
  const { asked } = await allo({ searched, held })
  await round()
  searched.length = 0
  await round()
  expect(asked()).toEqual(['search', 'search', 'batch'])
  const taken = (await rows()).filter(({ withdrawnAt }) => withdrawnAt !== null)
  expect(taken.map(({ callId }) => callId)).toEqual(['cll-1'])
  expect(await rows()).toHaveLength(3)
})

it('believes no search that was not narrowed as asked', async () => {
  const searched = [itemAt(0, ['qualified']), { ...itemAt(1), direction: 'INBOUND' }, { ...itemAt(2), type: 'SMS' }]
  await allo({ searched: [...searched, itemAt(4 * 24 * 60)] })
  await round()
  expect(await rows()).toEqual([])
})
