import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { celebrationsFrom, lastSeq } from './db/celebrations'
import { type Database, query, transaction } from './db/database'
import { hashSecret } from './db/ids'
import { findOpenLink, insertLink } from './db/links'
import { findPairing } from './db/pairings'
import { insertPerson } from './db/people'
import { celebrations } from './db/screens-schema'
import { endSession, listSessions, startSession } from './db/sessions'
import { noteDelivery } from './db/webhooks'
import { forgetAll } from './remember'
import { beginPairing } from './screens/pairing'
import { openTestDatabase, setTestEnv } from './test-kit'
import { dropOld } from './tidy'

const DAY = 86_400_000

let database: Database

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await database.close()
  forgetAll()
})

it('drops sessions a month after they expired or ended, and none that stands', async () => {
  const person = { email: 'ana@example.com', name: 'Ana', role: 'viewer', passwordHash: null } as const
  const { id } = await transaction(tx => insertPerson(tx, person))
  const start = (days: number) =>
    startSession({ personId: id, provider: 'credentials', userAgent: null, address: null, seconds: days * 86_400 })
  const now = Date.now()
  await start(1)
  const ended = await start(90)
  const standing = await start(90)
  expect(await endSession(id, ended)).toBe(true)

  vi.useFakeTimers({ now: now + 30 * DAY - 1000, toFake: ['Date'] })
  expect((await dropOld()).sessions).toBe(0)
  vi.setSystemTime(now + 30 * DAY + 5000)
  expect((await dropOld()).sessions).toBe(1)
  vi.setSystemTime(now + 31 * DAY + 5000)
  expect((await dropOld()).sessions).toBe(1)
  expect((await listSessions(id)).map(session => session.id)).toEqual([standing])
})

it('drops links that let somebody in a month after they expired, used or not, and none that opens', async () => {
  vi.useRealTimers()
  const now = Date.now()
  const link = (email: string, days: number) => {
    const given = { kind: 'invitation', email, role: 'viewer', personId: null, createdBy: null } as const
    return transaction(tx => insertLink(tx, { ...given, seconds: days * 86_400 }))
  }
  await link('week@example.com', 7)
  // In the place of the one before, which is thereby revoked.
  await link('week@example.com', 7)
  const { secret } = await link('year@example.com', 365)
  vi.useFakeTimers({ now: now + 37 * DAY - 5000, toFake: ['Date'] })
  expect((await dropOld()).links).toBe(0)
  vi.setSystemTime(now + 37 * DAY + 5000)
  expect((await dropOld()).links).toBe(2)
  expect((await dropOld()).links).toBe(0)
  expect((await findOpenLink('invitation', secret))?.link.email).toBe('year@example.com')
})

it('drops conversions two weeks after they were seen, but for the last, whose number counts on', async () => {
  const now = Date.parse('2026-04-21T09:00:00Z')
  const rows = [15, 14.5, 13, 20].map((days, index) => {
    const seenAt = new Date(now - days * DAY)
    return { callId: `cll-${index}`, seq: index + 1, tags: ['meeting_booked'], calledAt: seenAt, seenAt }
  })
  await query(db => db.insert(celebrations).values(rows))
  vi.setSystemTime(now)
  expect((await dropOld()).celebrations).toBe(2)
  expect((await celebrationsFrom(new Date(0))).map(({ callId }) => callId).sort()).toEqual(['cll-2', 'cll-3'])
  vi.setSystemTime(now + 30 * DAY)
  expect((await dropOld()).celebrations).toBe(1)
  expect(await query(lastSeq)).toBe(4)
})

it('forgets deliveries of webhooks when nobody delivers them any more', async () => {
  vi.useRealTimers()
  const now = Date.now()
  expect(await noteDelivery('msg_1')).toBe(true)
  expect(await noteDelivery('msg_1')).toBe(false)
  vi.useFakeTimers({ now: now + 3 * DAY - 60_000, toFake: ['Date'] })
  expect((await dropOld()).deliveries).toBe(0)
  vi.setSystemTime(now + 3 * DAY + 60_000)
  expect((await dropOld()).deliveries).toBe(1)
  expect(await noteDelivery('msg_1')).toBe(true)
})

it('drops the codes of screens a day after they expired', async () => {
  const { secret } = await beginPairing(null, { address: null })
  // Good for ten minutes.
  const expired = Date.now() + 600_000
  vi.useFakeTimers({ now: expired + DAY - 5000, toFake: ['Date'] })
  expect((await dropOld()).pairings).toBe(0)
  vi.setSystemTime(expired + DAY + 5000)
  expect((await dropOld()).pairings).toBe(1)
  expect((await findPairing(hashSecret(secret))).pairing).toBeNull()
})
