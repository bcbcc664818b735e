import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getDemoAccounts } from './accounts'
import { addressOf } from './attempts'
import { authOptions, authorize, sessionCookie, stayHere } from './auth'
import { forgetAll } from './remember'
import { setTestEnv, TEST_ENV } from './test-kit'

const ADMIN = { email: TEST_ENV.CALLBOARD_ADMIN_EMAIL, password: TEST_ENV.CALLBOARD_ADMIN_PASSWORD, demo: '' }
const WRONG = { ...ADMIN, password: 'not the password' }

/** What an attempt came to: the account's id, null, or the seconds to wait. */
async function outcome(fields: typeof ADMIN, forwardedFor?: string): Promise<string | null> {
  try {
    return (await authorize(fields, forwardedFor))?.id ?? null
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'no error'
  }
}

describe('signing in', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-04-22T10:00:00Z') })
    setTestEnv()
  })
  afterEach(() => {
    vi.useRealTimers()
    forgetAll()
  })

  it('opens the administrator, whatever the capitals and spaces of the address', async () => {
    expect(await outcome(ADMIN)).toBe('admin')
    expect(await outcome({ ...ADMIN, email: ` ${ADMIN.email.toUpperCase()} ` })).toBe('admin')
  })

  it('answers alike to an unknown address, a wrong password, and another account', async () => {
    expect(await outcome(WRONG)).toBeNull()
    expect(await outcome({ ...ADMIN, email: 'nobody@example.com' })).toBeNull()
    expect(await outcome({ email: '', password: '', demo: '' })).toBeNull()
    expect(await outcome({ ...ADMIN, password: 'x'.repeat(300) })).toBeNull()
  })

  it('allows five attempts in a quarter of an hour, the same for accounts that do not exist', async () => {
    for (const email of [ADMIN.email, 'nobody@example.com']) {
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await outcome({ ...WRONG, email })).toBeNull()
      expect(await outcome({ ...WRONG, email })).toBe('TOO_MANY_ATTEMPTS:900')
    }
    // Also the right password has to wait: else the limit would tell when it was found.
    expect(await outcome(ADMIN)).toBe('TOO_MANY_ATTEMPTS:900')
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(await outcome(ADMIN)).toBe('TOO_MANY_ATTEMPTS:300')
    await vi.advanceTimersByTimeAsync(5 * 60_000 + 1)
    expect(await outcome(ADMIN)).toBe('admin')
  })

  it('clears the count of an account that was opened', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) expect(await outcome(WRONG)).toBeNull()
      expect(await outcome(ADMIN)).toBe('admin')
    }
  })

  it('allows thirty attempts from one address, however many accounts are tried', async () => {
    setTestEnv({ CALLBOARD_TRUST_PROXY: '1' })
    const from = '203.0.113.7'
    for (let n = 0; n < 30; n += 1) expect(await outcome({ ...WRONG, email: `a${n}@example.com` }, from)).toBeNull()
    expect(await outcome(ADMIN, from)).toBe('TOO_MANY_ATTEMPTS:900')
    expect(await outcome(ADMIN, '203.0.113.8')).toBe('admin')
  })

  it('does not believe an address that visitors can write themselves', () => {
    expect(addressOf('198.51.100.1', false)).toBeNull()
    expect(addressOf('1.2.3.4, 198.51.100.1', true)).toBe('198.51.100.1')
    expect(addressOf(undefined, true)).toBeNull()
    expect(addressOf('', true)).toBeNull()
  })

  it('opens ready-made accounts by one click, in the demo only, and nobody else that way', async () => {
    const maya = { email: 'maya@callboard.example', password: '', demo: '1' }
    expect(await outcome(maya)).toBeNull()
    expect(getDemoAccounts()).toEqual([])
    setTestEnv({ CALLBOARD_DEMO: '1' })
    expect(getDemoAccounts().map(account => account.name)).toEqual(['Maya Reyes', 'Inès Caron'])
    expect(await outcome(maya)).toBe('demo-maya')
    expect(await outcome({ ...ADMIN, demo: '1' })).toBeNull()
    expect(await outcome({ ...maya, demo: '' })).toBeNull()
  })

  it('keeps redirects on this site', () => {
    const home = 'https://callboard.example'
    expect(stayHere('/outbound?period=today', home)).toBe(`${home}/outbound?period=today`)
    expect(stayHere(`${home}/outbound`, home)).toBe(`${home}/outbound`)
    for (const url of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      'http://callboard.example/',
      'https://callboard.example.evil/',
    ]) {
      expect(stayHere(url, home)).toBe(home)
    }
  })

  it('takes the secure cookie under https', () => {
    expect(sessionCookie()).toBe('next-auth.session-token')
    setTestEnv({ NEXTAUTH_URL: 'https://callboard.example' })
    expect(sessionCookie()).toBe('__Secure-next-auth.session-token')
  })

  it('puts nothing but the account into the token', async () => {
    const user = { id: 'admin', name: 'ana', email: 'ana@example.com', stamp: 's', password: 'pw' }
    const token = await authOptions().callbacks?.jwt?.({ token: { picture: 'p' }, user, account: null })
    expect(token).toEqual({ sub: 'admin', name: 'ana', email: 'ana@example.com', stamp: 's' })
  })
})
