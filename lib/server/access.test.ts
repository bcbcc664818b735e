import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findAccess, requireAccess } from './access'
import { checkPassword } from './accounts'
import { forgetAll } from './remember'
import { setTestEnv, TEST_ENV } from './test-kit'

const jar = (token: string | undefined) => ({
  get: (name: string) => (token !== undefined && name === 'next-auth.session-token' ? { value: token } : undefined),
})

function session(secret = TEST_ENV.NEXTAUTH_SECRET): Promise<string> {
  const account = checkPassword(TEST_ENV.CALLBOARD_ADMIN_EMAIL, TEST_ENV.CALLBOARD_ADMIN_PASSWORD)
  return encode({ token: { sub: account?.id, stamp: account?.stamp }, secret, maxAge: 3600 })
}

describe('access', () => {
  beforeEach(() => setTestEnv())
  afterEach(() => {
    vi.useRealTimers()
    forgetAll()
  })

  it('is the account of the session cookie', async () => {
    const cookies = jar(await session())
    const access = { kind: 'person', id: 'admin', email: 'ana@example.com', name: 'ana', role: 'admin' }
    expect(await findAccess(cookies)).toEqual(access)
    expect(await requireAccess(cookies)).toEqual(access)
  })

  it.each([undefined, '', 'rubbish', 'a.b.c.d.e'])('is none for the cookie %j', async token => {
    expect(await findAccess(jar(token))).toBeNull()
    await expect(requireAccess(jar(token))).rejects.toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 })
  })

  it('is none for a session sealed with another secret', async () => {
    expect(await findAccess(jar(await session('another secret of thirty-two characters')))).toBeNull()
  })

  it('ends with the session, also when the cookie was read before', async () => {
    const cookies = jar(await session())
    expect(await findAccess(cookies)).not.toBeNull()
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] })
    expect(await findAccess(cookies)).toBeNull()
  })

  it('ends when the password or the account changes', async () => {
    const token = await session()
    setTestEnv({ CALLBOARD_ADMIN_PASSWORD: 'another password' })
    expect(await findAccess(jar(token))).toBeNull()
    setTestEnv({ CALLBOARD_ADMIN_EMAIL: 'ben@example.com' })
    expect(await findAccess(jar(token))).toBeNull()
    setTestEnv()
    expect(await findAccess(jar(token))).not.toBeNull()
  })
})
