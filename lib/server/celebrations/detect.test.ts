import { afterEach, beforeEach, expect, it } from 'vitest'
import { json, serve } from '@/lib/allo/test-server'
import type { CelebrationRow } from '@/lib/server/db/celebrations'
import { type Database, installDatabase, query } from '@/lib/server/db/database'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { celebrations } from '@/lib/server/db/screens-schema'
import { ADMIN, eventually, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { TestSimulator } from '@/lib/simulator/testing'
import { hintCelebrations, waitAfterLook, watchCelebrations } from './detect'
import { celebrationsSince, getTicker, latestSeq, onCelebration } from './feed'

const INES = 'usr-k3f9a1'

let database: Database
let sim: TestSimulator
const ends: (() => void)[] = []

beforeEach(async () => {
  // By the machine's clock, which the server goes by as well.
  sim = await TestSimulator.start({ days: 10, now: new Date() })
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  database = await openTestDatabase()
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await sim.stop()
  await database.close()
})

const looks = async (): Promise<number> => {
  const { operations } = (await sim.ask('GET', '/simulator/requests')).body
  return operations.searchItems?.[200] ?? 0
}

const convert = async (): Promise<string> =>
  (await sim.ask('POST', '/simulator/calls', { user_id: INES, tags: ['meeting_booked'] })).body.id

/** Listens as a screen does, after the first look. */
async function listen(): Promise<CelebrationRow[]> {
  const heard: CelebrationRow[] = []
  ends.push(
    onCelebration(row => heard.push(row)),
    watchCelebrations(),
  )
  await eventually(async () => (await looks()) > 0)
  return heard
}

it('looks as soon as a screen listens, and at a hint tells what is new, once, and what is gone', async () => {
  const heard = await listen()
  const celebrated = () => heard.filter(({ isQuiet }) => !isQuiet)
  const id = await convert()
  hintCelebrations()
  await eventually(() => celebrated().length === 1)
  expect(celebrated()).toMatchObject([{ callId: id, userId: INES, userName: 'Inès Caron', withdrawnAt: null }])
  const [{ seq = 0 } = {}] = celebrated()
  expect(await latestSeq()).toBe(seq)
  expect(await celebrationsSince(seq - 1)).toEqual(celebrated())
  expect(await celebrationsSince(seq)).toEqual([])

  expect((await sim.ask('DELETE', `/v2/api/conversations/items/${id}/tags/meeting_booked`)).status).toBe(200)
  hintCelebrations()
  await eventually(() => celebrated().length === 2)
  expect(celebrated()[1]).toMatchObject({ callId: id, seq: seq + 1 })
  expect(celebrated()[1]?.withdrawnAt).not.toBeNull()
})

it('tells nothing of what was before', async () => {
  await listen()
  await convert()
  hintCelebrations()
  await eventually(async () => (await celebrationsSince(0)).some(({ isQuiet }) => !isQuiet))
  const late: CelebrationRow[] = []
  ends.push(onCelebration(row => late.push(row)))
  const id = await convert()
  hintCelebrations()
  await eventually(() => late.length > 0)
  expect(late.map(({ callId }) => callId)).toEqual([id])
})

it('takes many hints for one, and none is lost that comes while it looks', async () => {
  const item = (id: string) => ({
    id,
    type: 'CALL',
    direction: 'OUTBOUND',
    contact_number: '+33612345678',
    date: new Date().toISOString(),
    duration: 61,
    tags: ['meeting_booked'],
  })
  const data: ReturnType<typeof item>[] = []
  const waiting: (() => void)[] = []
  let searches = 0
  const { url } = await serve(({ path }, response) => {
    if (path.endsWith('/me')) return json(response, 401, { error: { code: 'API_KEY_INVALID' } })
    searches += 1
    const pagination = { page: 1, size: 100, total_count: data.length, has_more: false }
    // What it will answer is settled when it is asked.
    const answer = { data: [...data], pagination }
    if (searches === 2) waiting.push(() => json(response, 200, answer))
    else json(response, 200, answer)
  })
  setTestEnv({ ALLO_BASE_URL: url })
  installDatabase(database)
  const heard: CelebrationRow[] = []
  ends.push(
    onCelebration(row => heard.push(row)),
    watchCelebrations(),
  )
  await eventually(() => searches === 1)
  for (let index = 0; index < 50; index += 1) hintCelebrations()
  await eventually(() => waiting.length === 1)
  data.push(item('cll-1'))
  for (let index = 0; index < 50; index += 1) hintCelebrations()
  waiting[0]?.()
  await eventually(() => heard.length === 1)
  expect(heard).toMatchObject([{ callId: 'cll-1', isQuiet: false }])
  expect(searches).toBe(3)
})

it('asks nothing while no screen listens anywhere, and at a hint when one does elsewhere', async () => {
  hintCelebrations()
  const end = watchCelebrations()
  await eventually(async () => (await looks()) === 1)
  end()
  end()
  const free = async () => (await takeLease('celebrations watch', 'two')) === true
  await eventually(free)
  expect(await looks()).toBe(1)
  hintCelebrations()
  await eventually(async () => (await looks()) === 2)
  await releaseLease('celebrations watch', 'two')
})

it('has one instance look by the clock, however many have screens', async () => {
  expect(await takeLease('celebrations watch', 'two')).toBe(true)
  ends.push(watchCelebrations())
  const id = await convert()
  hintCelebrations()
  await eventually(async () => (await looks()) === 1)
  await eventually(async () => (await celebrationsSince(0)).some(({ callId }) => callId === id))
  expect(await looks()).toBe(1)
})

it('shows in the footer who booked last today, and of the contact only what may stand there', async () => {
  const all = { showsContacts: true, showsCompanies: true }
  expect(await getTicker(ADMIN, all)).toBeNull()
  const seenAt = new Date('2026-04-21T09:00:00Z')
  const contact = { contactName: '+33 6 12 34 56 78', company: 'Acme (06.12.34.56.78)' }
  const row = { userId: INES, tags: ['meeting_booked'], ...contact, calledAt: seenAt, seenAt }
  await query(db =>
    db.insert(celebrations).values([
      { ...row, callId: 'cll-1', seq: 1, userName: 'Inès Caron' },
      { ...row, callId: 'cll-2', seq: 2, seenAt: new Date('2026-04-21T09:05:00Z'), isQuiet: true },
      { ...row, callId: 'cll-3', seq: 3, seenAt: new Date('2026-04-21T09:06:00Z'), withdrawnAt: seenAt },
    ]),
  )
  const noon = new Date('2026-04-21T12:00:00Z')
  const shown = { userId: INES, userName: 'Inès Caron', company: 'Acme •••)', contact: '•••', at: seenAt }
  expect(await getTicker(ADMIN, all, noon)).toEqual(shown)
  const nobody = { showsContacts: false, showsCompanies: false }
  expect(await getTicker(ADMIN, nobody, noon)).toEqual({ ...shown, company: null, contact: null })
  // Midnight in Paris.
  expect(await getTicker(ADMIN, all, new Date('2026-04-21T21:59:59Z'))).toEqual(shown)
  expect(await getTicker(ADMIN, all, new Date('2026-04-21T22:00:00Z'))).toBeNull()
})

it('waits longer with each failure, and as long as Allo says', () => {
  const waits = [0, 1, 2, 3, 9].map(failures => waitAfterLook(failures))
  expect(waits).toEqual([15_000, 30_000, 60_000, 120_000, 120_000])
  expect(waitAfterLook(1, 45)).toBe(45_000)
  expect(waitAfterLook(0, 600)).toBe(600_000)
})
