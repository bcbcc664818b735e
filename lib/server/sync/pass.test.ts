import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Handler, json, rejection, serve } from '@/lib/allo/test-server'
import { budget } from '@/lib/server/allo'
import { conversations, syncState } from '@/lib/server/db/allo-schema'
import { type Database, installDatabase, query } from '@/lib/server/db/database'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { leases } from '@/lib/server/db/schema'
import { readSyncStates } from '@/lib/server/db/sync'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { LEASE, syncLine } from './pass'
import { NOTHING_YET } from './state'

const LINE = '+33140000001'
const T0 = Date.parse('2026-04-20T08:00:00Z')

let database: Database
beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.delete(conversations)
  await database.db.delete(syncState)
  await database.db.delete(leases)
})

/** A line's conversations as Allo holds them: outside number → seconds after T0 of the latest activity. */
class Line {
  readonly at = new Map<string, number>()
  clock: number

  constructor(count: number) {
    for (let index = 0; index < count; index += 1) this.at.set(numberOf(index), index * 60)
    this.clock = count * 60
  }

  sorted(): [string, number][] {
    return [...this.at].sort(([, one], [, other]) => other - one)
  }

  /** New activity, now; of somebody new when the number is new. */
  lift(index: number): void {
    this.clock += 1
    this.at.set(numberOf(index), this.clock)
  }

  answer(address: string) {
    const search = new URL(address, 'http://x').searchParams
    const [page, size] = [Number(search.get('page')), Number(search.get('size'))]
    const since = search.get('last_activity_since')
    const rows = this.sorted().filter(([, at]) => since === null || T0 + at * 1000 > Date.parse(since))
    const data = rows.slice((page - 1) * size, page * size).map(([contact_number, at]) => ({
      contact_number,
      contacts: [],
      last_activity: new Date(T0 + at * 1000).toISOString(),
      last_item: {
        id: `cll-${contact_number}-${at}`,
        type: 'CALL',
        direction: 'OUTBOUND',
        allo_number: LINE,
        contact_number,
        date: new Date(T0 + at * 1000).toISOString(),
        duration: 61,
        result: 'ANSWERED',
      },
    }))
    return { data, pagination: { page, size, total_count: rows.length, has_more: page * size < rows.length } }
  }
}

const numberOf = (index: number) => `+336${String(10_000_000 + index)}`

/** A server of a line; before each answer `meanwhile` happens. Answers the pages as they were asked for. */
async function allo(
  line: Line,
  meanwhile: (request: number) => void = () => {},
  broken: (request: number) => boolean = () => false,
) {
  const handler: Handler = ({ path }, response, request) => {
    meanwhile(request)
    if (broken(request)) json(response, 401, { error: { code: 'API_KEY_REVOKED', message: 'revoked' } })
    else json(response, 200, line.answer(path))
  }
  const { url, seen } = await serve(handler)
  setTestEnv({ ALLO_BASE_URL: url })
  installDatabase(database)
  budget().limit({ get: 100_000, other: 100_000 })
  return { pages: () => seen.map(({ path }) => Number(new URL(path, url).searchParams.get('page'))) }
}

/** One pass by one instance. */
async function pass(holder = 'one') {
  const [sync = { line: LINE, newestActivity: null, ...NOTHING_YET }] = await readSyncStates()
  expect(await takeLease(LEASE, holder)).toBe(true)
  try {
    return await syncLine(sync, { holder, call: {}, pace: async () => {} })
  } finally {
    await releaseLease(LEASE, holder)
  }
}

/** What we know, as the line has it. */
async function known(): Promise<[string, number][]> {
  const rows = await query(db => db.select().from(conversations))
  for (const { itemId, contactNumber, date } of rows) {
    expect(itemId).toBe(`cll-${contactNumber}-${((date?.getTime() ?? 0) - T0) / 1000}`)
  }
  return rows
    .map(({ contactNumber, lastActivity }): [string, number] => [contactNumber, (lastActivity.getTime() - T0) / 1000])
    .sort(([, one], [, other]) => other - one)
}

it('reads everything once, and then only what is new', async () => {
  const line = new Line(1050)
  const { pages } = await allo(line)
  expect(await pass()).toEqual({ news: true, requests: 11 })
  expect(await known()).toEqual(line.sorted())
  const [state] = await readSyncStates()
  expect(state).toMatchObject({
    newestActivity: new Date(T0 + 1049 * 60_000).toISOString(),
    pass: null,
    last: { requests: 11 },
  })

  expect(await pass()).toEqual({ news: false, requests: 1 })
  line.lift(3)
  line.lift(2000)
  expect(await pass()).toEqual({ news: true, requests: 1 })
  expect(await known()).toEqual(line.sorted())
  expect(pages()).toEqual([...Array.from({ length: 11 }, (_, index) => index + 1), 1, 1])
})

it('loses and doubles nothing while conversations come, rise and leave between two pages', async () => {
  const line = new Line(750)
  // On each request one rises from far below, one comes, and now and then some leave from above: archived in Allo.
  const gone = new Set<string>()
  await allo(line, request => {
    if (request > 20) return
    line.lift(request * 7)
    line.lift(5000 + request)
    if (request % 3 !== 2) return
    for (const [number] of line.sorted().slice(50, 54)) {
      gone.add(number)
      line.at.delete(number)
    }
  })
  await pass()
  await pass()
  const found = await known()
  expect(new Set(found.map(([number]) => number)).size).toBe(found.length)
  // What left was known before it did, and stays until everything has been read twice without it.
  expect(found.filter(([number]) => !gone.has(number))).toEqual(line.sorted())
})

it('reads the page before again when something left the list above it', async () => {
  const line = new Line(300)
  const { pages } = await allo(line, request => {
    if (request === 1) line.at.delete(numberOf(299))
  })
  await pass()
  expect(pages()).toEqual([1, 2, 1, 2, 3])
  // Without that, the row that moved up from page 2 to page 1 would be missing.
  expect((await known()).map(([number]) => number)).toEqual(
    expect.arrayContaining(line.sorted().map(([number]) => number)),
  )
})

it('goes on where it was when Allo fails half way, also in another life', async () => {
  const line = new Line(1200)
  let revoked = true
  const { pages } = await allo(
    line,
    () => {},
    request => revoked && request >= 6,
  )
  expect(await rejection(pass())).toMatchObject({ code: 'ALLO_KEY_REVOKED' })
  expect((await known()).length).toBe(600)
  const [half] = await readSyncStates()
  expect(half).toMatchObject({
    newestActivity: null,
    pass: { page: 7, total: 1200, newest: new Date(T0 + 1199 * 60_000).toISOString() },
  })

  // Meanwhile somebody calls: newer than the pass, so it is for the next one.
  line.lift(10)
  revoked = false
  await pass('another')
  const [whole] = await readSyncStates()
  expect(whole).toMatchObject({ newestActivity: new Date(T0 + 1199 * 60_000).toISOString(), pass: null, failure: null })
  expect(pages()).toEqual([1, 2, 3, 4, 5, 6, 7, 6, 7, 8, 9, 10, 11, 12])
  await pass('another')
  expect(await known()).toEqual(line.sorted())
})

it('leaves the newest activity alone until a pass is complete', async () => {
  const line = new Line(150)
  let failing = false
  await allo(
    line,
    () => {},
    () => failing,
  )
  await pass()
  const [before] = await readSyncStates()
  failing = true
  line.lift(5)
  await rejection(pass())
  expect((await readSyncStates())[0]?.newestActivity).toBe(before?.newestActivity)
})

it('keeps the newest activity that it knew when that has left the list', async () => {
  const line = new Line(150)
  await allo(line)
  await pass()
  const newest = new Date(T0 + 149 * 60_000).toISOString()
  line.at.delete(numberOf(149))
  await pass()
  expect((await readSyncStates())[0]?.newestActivity).toBe(newest)
})

it('finds what Allo lists late, with a date before the newest', async () => {
  const line = new Line(200)
  await allo(line)
  await pass()
  line.at.set(numberOf(9000), 199 * 60 - 45 * 60)
  await pass()
  expect(await known()).toEqual(line.sorted())
})

it('forgets what two readings of everything did not meet, and not what one did not', async () => {
  const HOUR = 3_600_000
  const line = new Line(150)
  const began = Date.parse('2026-04-22T09:00:00Z')
  vi.useFakeTimers({ now: began, toFake: ['Date'] })
  await allo(line)
  await pass()
  const all = line.sorted()
  line.at.delete(numberOf(3))
  // Everything is read once a day; what is read in between says nothing of what is not met.
  for (const [hours, expected] of [
    [23, all],
    [25, all],
    [48, all],
    [50, line.sorted()],
  ] as const) {
    vi.setSystemTime(began + hours * HOUR)
    await pass()
    expect([hours, await known()]).toEqual([hours, expected])
  }
})

it('writes nothing once another instance has taken over', async () => {
  const line = new Line(300)
  await allo(line, request => {
    if (request === 1) {
      void database.db.update(leases).set({ holder: 'two' }).execute()
    }
  })
  expect(await rejection(pass('one'))).toMatchObject({ code: 'CONFLICT' })
  expect((await known()).length).toBe(100)
})

it('is for one instance at a time, until it gives up or is silent for long', async () => {
  expect(await takeLease(LEASE, 'one')).toBe(true)
  expect(await takeLease(LEASE, 'one')).toBe(true)
  expect(await takeLease(LEASE, 'two')).toBe(false)
  await releaseLease(LEASE, 'two')
  expect(await takeLease(LEASE, 'two')).toBe(false)
  await database.db.update(leases).set({ until: new Date(Date.now() - 1000) })
  expect(await takeLease(LEASE, 'two')).toBe(true)
  await releaseLease(LEASE, 'two')
  expect(await takeLease(LEASE, 'one')).toBe(true)
})
