import { encode } from 'next-auth/jwt'
import { describe, expect, it, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { installDatabase, transaction } from '@/lib/server/db/database'
import { workspaces } from '@/lib/server/db/schema'
import { endSession, endSessions } from '@/lib/server/db/sessions'
import { bumpRevision } from '@/lib/server/db/workspaces'
import { TEST_ENV } from '@/lib/server/test-kit'
import { workspaceState } from '@/lib/server/workspace'
import { findAccess, readTicket, requireCaller } from './find'
import { headers, jar, NOT_SIGNED_IN, withInes } from './find-kit'

const { database, id, sessionId, seal, start, setPerson } = withInes()

describe('a session', () => {
  it('is the person as the database has them', async () => {
    const access = {
      kind: 'person',
      id: id(),
      email: 'ines@example.com',
      name: 'Inès',
      role: 'rep',
      alloUserId: 'usr-ines',
      sessionId: sessionId(),
    }
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).toEqual(access)
    expect(await requireCaller(cookies, headers())).toEqual(access)
  })

  it.each([undefined, '', 'rubbish', 'a.b.c.d.e'])('is none for the cookie %j', async token => {
    expect(await findAccess(jar(token))).toBeNull()
    await expect(requireCaller(jar(token), headers())).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('is none when sealed with another secret, or naming no session of ours', async () => {
    const forged = await seal(sessionId(), { secret: 'another secret of thirty-two characters' })
    expect(await findAccess(jar(forged))).toBeNull()
    expect(await findAccess(jar(await seal('ses_nothing')))).toBeNull()
    const bare = await encode({ token: { sub: id() }, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 })
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
    const cookies = jar(await seal(sessionId()))
    for (const role of ['rep', 'viewer', 'admin', 'manager'] as const) {
      await setPerson({ role })
      expect((await findAccess(cookies))?.role).toBe(role)
    }
  })

  it('is nobody on the next request once its person is removed', async () => {
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).not.toBeNull()
    await setPerson({ removedAt: new Date() })
    expect(await findAccess(cookies)).toBeNull()
  })

  it('is nobody on the next request once it has ended; others of the same person go on', async () => {
    const other = jar(await seal(await start()))
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).not.toBeNull()
    await endSession(id(), sessionId())
    expect(await findAccess(cookies)).toBeNull()
    expect(await findAccess(other)).not.toBeNull()
    await endSessions(id())
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
    await findAccess(jar(await seal(sessionId())))
    expect(workspaceState()).toMatchObject({ revision: before.revision + 1, settings: { repsSee } })
  })
})

describe('a database that other instances write to as well', () => {
  it('is asked on every request', async () => {
    installDatabase({ ...database(), writes: () => null })
    const cookies = jar(await seal(sessionId()))
    expect((await findAccess(cookies))?.role).toBe('rep')
    // As another instance would: this one has no way to know but to ask.
    await setPerson({ role: 'viewer' })
    expect((await findAccess(cookies))?.role).toBe('viewer')
    await setPerson({ removedAt: new Date() })
    expect(await findAccess(cookies)).toBeNull()
  })
})

describe('a database that this process alone writes to', () => {
  it('is not asked again while nothing was written, and at once when something was', async () => {
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).not.toBeNull()
    const writes = database().writes()
    if (writes === null) throw new Error('the embedded database counts its writes')
    const mute = (count: number) =>
      installDatabase({
        ...database(),
        writes: () => count,
        check() {
          throw new CallboardError('STORAGE_DOWN', 'it was asked')
        },
      })
    mute(writes)
    expect(await findAccess(cookies, true)).not.toBeNull()
    mute(writes + 1)
    await expect(findAccess(cookies, true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    installDatabase(database())
    expect(await endSessions(id())).toBeGreaterThan(0)
    expect(await findAccess(cookies)).toBeNull()
  })
})
