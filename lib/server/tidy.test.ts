import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Database, transaction } from './db/database'
import { insertPerson } from './db/people'
import { endSession, listSessions, startSession } from './db/sessions'
import { forgetAll } from './remember'
import { openTestDatabase, setTestEnv } from './test-kit'
import { dropOld } from './tidy'

const DAY = 86_400_000

let database: Database

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(async () => {
  vi.useRealTimers()
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
