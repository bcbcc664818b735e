import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import type { Role } from '@/lib/permissions'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson, type Person } from '@/lib/server/db/people'
import { people, workspaces } from '@/lib/server/db/schema'
import { endSession, endSessions, startSession } from '@/lib/server/db/sessions'
import { insertToken, revokeToken } from '@/lib/server/db/tokens'
import { bumpRevision } from '@/lib/server/db/workspaces'
import { forgetAll } from '@/lib/server/remember'
import { openTestDatabase, setTestEnv, TEST_ENV } from '@/lib/server/test-kit'
import { refreshWorkspace, workspaceState } from '@/lib/server/workspace'
import { findAccess, readTicket, requireCaller } from './find'

const jar = (token: string | undefined) => ({
  get: (name: string) => (token !== undefined && name === 'next-auth.session-token' ? { value: token } : undefined),
})
const headers = (authorization?: string) => new Headers(authorization === undefined ? {} : { authorization })
const NOT_SIGNED_IN = { code: 'NOT_SIGNED_IN', status: 401 }

let database: Database
let person: Person
let sessionId: string

/** The cookie of a session, as next-auth seals it. */
function seal(sid: string, { secret = TEST_ENV.NEXTAUTH_SECRET, seconds = 3600 } = {}): Promise<string> {
  return encode({ token: { sub: person.id, sid }, secret, maxAge: seconds })
}

function start(seconds = 3600): Promise<string> {
  return startSession({ personId: person.id, provider: 'credentials', userAgent: null, address: null, seconds })
}

function makeToken(given: Partial<Parameters<typeof insertToken>[1]> = {}): Promise<{ id: string; secret: string }> {
  const api = { kind: 'api' as const, name: 'warehouse', scope: null, createdBy: person.id, expiresAt: null }
  return transaction(tx => insertToken(tx, { ...api, ...given }))
}

function setPerson(change: { role?: Role; removedAt?: Date | null }): Promise<unknown> {
  return query(db => db.update(people).set(change).where(eq(people.id, person.id)))
}

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  const given = { email: 'Ines@Example.com', name: 'Inès', role: 'rep' as const, passwordHash: null }
  person = await transaction(tx => insertPerson(tx, { ...given, alloUserId: 'usr-ines' }))
})
beforeEach(async () => {
  setTestEnv()
  installDatabase(database)
  await refreshWorkspace()
  await setPerson({ role: 'rep', removedAt: null })
  sessionId = await start()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(async () => {
  forgetAll()
  await database.close()
})

describe('a session', () => {
  it('is the person as the database has them', async () => {
    const access = {
      kind: 'person',
      id: person.id,
      email: 'ines@example.com',
      name: 'Inès',
      role: 'rep',
      alloUserId: 'usr-ines',
      sessionId,
    }
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).toEqual(access)
    expect(await requireCaller(cookies, headers())).toEqual(access)
  })

  it.each([undefined, '', 'rubbish', 'a.b.c.d.e'])('is none for the cookie %j', async token => {
    expect(await findAccess(jar(token))).toBeNull()
    await expect(requireCaller(jar(token), headers())).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('is none when sealed with another secret, or naming no session of ours', async () => {
    const forged = await seal(sessionId, { secret: 'another secret of thirty-two characters' })
    expect(await findAccess(jar(forged))).toBeNull()
    expect(await findAccess(jar(await seal('ses_nothing')))).toBeNull()
    const bare = await encode({ token: { sub: person.id }, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 })
    expect(await findAccess(jar(bare))).toBeNull()
  })

  it('ends with the cookie’s time, also when the cookie was read before', async () => {
    const cookies = jar(await seal(await start(7200), { seconds: 3600 }))
    expect(await findAccess(cookies)).not.toBeNull()
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] })
    expect(await findAccess(cookies)).toBeNull()
    expect(await readTicket(cookies)).toBeNull()
  })

  it('ends with the session’s own time, whatever the cookie says', async () => {
    const cookies = jar(await seal(await start(60), { seconds: 3600 }))
    expect(await findAccess(cookies)).not.toBeNull()
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
    expect(await readTicket(cookies)).not.toBeNull()
    expect(await findAccess(cookies)).toBeNull()
  })

  it('has a changed role on the next request', async () => {
    const cookies = jar(await seal(sessionId))
    for (const role of ['rep', 'viewer', 'admin', 'manager'] as const) {
      await setPerson({ role })
      expect((await findAccess(cookies))?.role).toBe(role)
    }
  })

  it('is nobody on the next request once its person is removed', async () => {
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).not.toBeNull()
    await setPerson({ removedAt: new Date() })
    expect(await findAccess(cookies)).toBeNull()
  })

  it('is nobody on the next request once it has ended; others of the same person go on', async () => {
    const other = jar(await seal(await start()))
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).not.toBeNull()
    await endSession(person.id, sessionId)
    expect(await findAccess(cookies)).toBeNull()
    expect(await findAccess(other)).not.toBeNull()
    await endSessions(person.id)
    expect(await findAccess(other)).toBeNull()
  })

  it('brings the newest settings along, when somebody else changed them', async () => {
    const before = workspaceState()
    const repsSee = before.settings.repsSee === 'own' ? 'everybody' : 'own'
    // As another instance would: our own snapshot is not told.
    await transaction(async tx => {
      await tx.update(workspaces).set({ settings: { ...before.settings, repsSee } })
      await bumpRevision(tx)
    })
    expect(workspaceState().settings.repsSee).toBe(before.settings.repsSee)
    await findAccess(jar(await seal(sessionId)))
    expect(workspaceState()).toMatchObject({ revision: before.revision + 1, settings: { repsSee } })
  })
})

describe('a database that this process alone writes to', () => {
  it('is not asked again while nothing was written, and at once when something was', async () => {
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).not.toBeNull()
    const writes = database.writes()
    if (writes === null) throw new Error('the embedded database counts its writes')
    const mute = (count: number) =>
      installDatabase({
        ...database,
        writes: () => count,
        check() {
          throw new CallboardError('STORAGE_DOWN', 'it was asked')
        },
      })
    mute(writes)
    expect(await findAccess(cookies, true)).not.toBeNull()
    mute(writes + 1)
    await expect(findAccess(cookies, true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    installDatabase(database)
    expect(await endSessions(person.id)).toBeGreaterThan(0)
    expect(await findAccess(cookies)).toBeNull()
  })
})

describe('while the database is away', () => {
  it('those seen before go on as they were last, for a day', async () => {
    await setPerson({ role: 'manager' })
    const cookies = jar(await seal(await start(30 * 86_400), { seconds: 30 * 86_400 }))
    const seen = await findAccess(cookies)
    installDatabase(null)
    expect(await findAccess(cookies)).toEqual(seen)
    expect(seen?.role).toBe('manager')
    vi.useFakeTimers({ now: Date.now() + 86_401_000, toFake: ['Date'] })
    await expect(findAccess(cookies)).rejects.toMatchObject({ code: 'STORAGE_DOWN', status: 503 })
  })

  it('nobody changes anything by what is remembered of them', async () => {
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).not.toBeNull()
    installDatabase(null)
    expect(await findAccess(cookies)).not.toBeNull()
    await expect(findAccess(cookies, true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    await expect(requireCaller(cookies, headers(), true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
  })

  it('those last seen long before are refused: they may have been sent away since', async () => {
    const cookies = jar(await seal(sessionId))
    expect(await findAccess(cookies)).not.toBeNull()
    installDatabase(null)
    vi.useFakeTimers({ now: Date.now() + 31 * 60_000, toFake: ['Date'] })
    await expect(findAccess(cookies)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
  })

  it('others are refused, and so is whoever had been seen to be nobody', async () => {
    const stranger = jar(await seal(sessionId))
    const ended = jar(await seal(await start()))
    expect(await findAccess(ended)).not.toBeNull()
    await endSessions(person.id)
    expect(await findAccess(ended)).toBeNull()
    installDatabase(null)
    for (const cookies of [stranger, ended]) {
      await expect(findAccess(cookies)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    }
    await expect(requireCaller(jar(undefined), headers())).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('a role changed meanwhile counts as soon as it is back', async () => {
    const cookies = jar(await seal(sessionId))
    await findAccess(cookies)
    await setPerson({ role: 'viewer' })
    installDatabase(null)
    expect((await findAccess(cookies))?.role).toBe('rep')
    installDatabase(database)
    expect((await findAccess(cookies))?.role).toBe('viewer')
  })

  it('no token is taken', async () => {
    const { secret } = await makeToken()
    await requireCaller(jar(undefined), headers(`Bearer ${secret}`))
    installDatabase(null)
    await expect(requireCaller(jar(undefined), headers(`Bearer ${secret}`))).rejects.toMatchObject({
      code: 'STORAGE_DOWN',
    })
  })
})

describe('a token', () => {
  it('is its bearer, also beside a cookie', async () => {
    const { id, secret } = await makeToken()
    const access = { kind: 'api', id, name: 'warehouse' }
    expect(await requireCaller(jar(undefined), headers(`Bearer ${secret}`))).toEqual(access)
    expect(await requireCaller(jar(await seal(sessionId)), headers(`Bearer ${secret}`))).toEqual(access)
  })

  it.each(['screen', 'share'] as const)('of a %s carries its scope', async kind => {
    const scope = { reports: ['?period=today'] }
    const { id, secret } = await makeToken({ kind, scope })
    const access = await requireCaller(jar(undefined), headers(`Bearer ${secret}`))
    expect(access).toEqual({ kind, id, name: 'warehouse', reports: ['?period=today'] })
  })

  it('is nobody once revoked or expired', async () => {
    const revoked = await makeToken()
    const expired = await makeToken({ expiresAt: new Date(Date.now() + 60_000) })
    const ask = ({ secret }: { secret: string }) => requireCaller(jar(undefined), headers(`Bearer ${secret}`))
    await Promise.all([ask(revoked), ask(expired)])
    await transaction(tx => revokeToken(tx, revoked.id, 'api'))
    await expect(ask(revoked)).rejects.toMatchObject(NOT_SIGNED_IN)
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
    await expect(ask(expired)).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('that is no good never falls back on the cookie beside it', async () => {
    const cookies = jar(await seal(sessionId))
    const { secret } = await makeToken()
    for (const authorization of [
      'Bearer',
      'Bearer ',
      `Bearer ${secret}x`,
      `Bearer ${secret.slice(0, -1)}`,
      `Bearer ${secret} ${secret}`,
      'Bearer cb_0000000000000000000000000000000000000000000',
    ]) {
      await expect(requireCaller(cookies, headers(authorization)), authorization).rejects.toMatchObject(NOT_SIGNED_IN)
    }
  })

  it('is not what another scheme shows, which browsers send by themselves', async () => {
    const { secret } = await makeToken()
    for (const authorization of ['', `Basic ${secret}`, secret]) {
      const access = await requireCaller(jar(await seal(sessionId)), headers(authorization))
      expect(access.kind, authorization).toBe('person')
      await expect(requireCaller(jar(undefined), headers(authorization))).rejects.toMatchObject(NOT_SIGNED_IN)
    }
  })
})
