import { describe, expect, it, vi } from 'vitest'
import { installDatabase } from '@/lib/server/db/database'
import { endSessions } from '@/lib/server/db/sessions'
import { findAccess, requireCaller } from './find'
import { headers, jar, NOT_SIGNED_IN, withInes } from './find-kit'

const { database, id, sessionId, seal, start, setPerson, makeToken } = withInes()

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
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).not.toBeNull()
    installDatabase(null)
    expect(await findAccess(cookies)).not.toBeNull()
    await expect(findAccess(cookies, true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    await expect(requireCaller(cookies, headers(), true)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
  })

  it('those last seen long before are refused: they may have been sent away since', async () => {
    const cookies = jar(await seal(sessionId()))
    expect(await findAccess(cookies)).not.toBeNull()
    installDatabase(null)
    vi.useFakeTimers({ now: Date.now() + 31 * 60_000, toFake: ['Date'] })
    await expect(findAccess(cookies)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
  })

  it('others are refused, and so is whoever had been seen to be nobody', async () => {
    const stranger = jar(await seal(sessionId()))
    const ended = jar(await seal(await start()))
    expect(await findAccess(ended)).not.toBeNull()
    await endSessions(id())
    expect(await findAccess(ended)).toBeNull()
    installDatabase(null)
    for (const cookies of [stranger, ended]) {
      await expect(findAccess(cookies)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    }
    await expect(requireCaller(jar(undefined), headers())).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('a role changed meanwhile counts as soon as it is back', async () => {
    const cookies = jar(await seal(sessionId()))
    await findAccess(cookies)
    await setPerson({ role: 'viewer' })
    installDatabase(null)
    expect((await findAccess(cookies))?.role).toBe('rep')
    installDatabase(database())
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
