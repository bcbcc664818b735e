import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { authOptions, authorize, stayHere } from './auth'
import { changeEnv, cheapHash, ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { installDatabase, query } from './db/database'
import { findPerson } from './db/people'
import { people, sessions } from './db/schema'
import { findLiveSession } from './db/sessions'
import { demoPeople, ensureDemoPeople } from './demo'
import { fitsPassword } from './passwords'
import { sessionCookie } from './session-cookie'

const ANA = { email: 'ana@example.com', password: 'correct horse battery', demo: '' }
const WRONG = { ...ANA, password: 'not the password' }

/** What an attempt came to: the account's address, null, or the words that next-auth gets. */
async function outcome(fields: typeof ANA, address: string | null = ORIGIN.address): Promise<string | null> {
  try {
    return (await authorize(fields, { ...ORIGIN, address }))?.email ?? null
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'no error'
  }
}

describe('signing in by password', () => {
  useDatabase()
  afterEach(() => {
    vi.useRealTimers()
  })
  const ana = () => person(ANA.email, 'admin', ANA.password)

  it('opens the account, whatever the capitals and spaces of the address', async () => {
    await ana()
    expect(await outcome(ANA)).toBe(ANA.email)
    expect(await outcome({ ...ANA, email: ` ${ANA.email.toUpperCase()} ` })).toBe(ANA.email)
  })

  it('answers alike to an unknown address, a wrong password, a removed person and one without a password', async () => {
    await ana()
    const gone = await person('gone@example.com', 'admin', ANA.password)
    await query(db => db.update(people).set({ removedAt: new Date() }).where(eq(people.id, gone.id)))
    await person('google@example.com')
    for (const fields of [
      WRONG,
      { ...ANA, email: 'nobody@example.com' },
      { ...ANA, email: 'gone@example.com' },
      { ...ANA, email: 'google@example.com', password: '' },
      { email: '', password: '', demo: '' },
      { ...ANA, password: 'x'.repeat(300) },
      { ...ANA, email: `${'x'.repeat(300)}@example.com` },
    ])
      expect(await outcome(fields)).toBeNull()
  })

  it.each<[string, unknown]>([
    ['a NUL in the address', { ...ANA, email: 'ana\0@example.com' }],
    ['another control character there', { ...ANA, email: 'ana\u001b@example.com' }],
    ['a NUL in the password', { ...ANA, password: `${ANA.password}\0` }],
    ['a NUL in the click on an account', { ...ANA, email: 'ana\0@example.com', demo: '1' }],
    ['fields that are no text', { email: { x: 1 }, password: [] }],
    ['no fields', undefined],
  ])('refuses %s like anything wrong', async (_, fields) => {
    await ana()
    expect(await authorize(fields, ORIGIN)).toBeNull()
  })

  it('makes people wait while too many passwords are compared, and counts no attempt', async () => {
    await ana()
    const hash = cheapHash('anything')
    const load = Promise.allSettled(Array.from({ length: 60 }, () => fitsPassword('a guess', hash)))
    const [credentials] = authOptions(ORIGIN).providers
    if (credentials?.type !== 'credentials') throw new Error('passwords come first')
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => credentials.options.authorize(ANA)))
    const wait = { status: 'rejected', reason: { message: 'TOO_MANY_ATTEMPTS:5' } }
    expect(tries).toMatchObject(Array(8).fill(wait))
    await load
    expect(await outcome(ANA)).toBe(ANA.email)
  })

  it('lets two in at once who make the same outdated hash anew', async () => {
    await ana()
    expect(await Promise.all([outcome(ANA), outcome(ANA)])).toEqual([ANA.email, ANA.email])
  })

  it('is off where the environment says so, also with the right password', async () => {
    await ana()
    changeEnv({ CALLBOARD_PASSWORD_SIGN_IN: '0' })
    expect(await outcome(ANA)).toBeNull()
  })

  it('allows five attempts in a quarter of an hour, the same for accounts that do not exist', async () => {
    await ana()
    vi.useFakeTimers({ now: new Date('2026-04-22T10:00:00Z'), toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    for (const email of [ANA.email, 'nobody@example.com']) {
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await outcome({ ...WRONG, email })).toBeNull()
      expect(await outcome({ ...WRONG, email })).toBe('TOO_MANY_ATTEMPTS:900')
    }
    // Also the right password has to wait: else the limit would tell when it was found.
    expect(await outcome(ANA)).toBe('TOO_MANY_ATTEMPTS:900')
    await vi.advanceTimersByTimeAsync(15 * 60_000 + 1)
    expect(await outcome(ANA)).toBe(ANA.email)
  })

  it('tells the audit log of refusals up to the limit and not beyond', async () => {
    for (let attempt = 0; attempt < 40; attempt += 1) await outcome({ ...WRONG, email: 'nobody@example.com' })
    expect(await told()).toEqual(Array(5).fill('nobody sign-in.refused nobody@example.com'))
  })

  it('clears the count of an account that was opened', async () => {
    await ana()
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) expect(await outcome(WRONG)).toBeNull()
      expect(await outcome(ANA)).toBe(ANA.email)
    }
  })

  it('makes a hash of another cost anew, and the password goes on fitting', async () => {
    const { id, passwordHash: old } = await ana()
    expect(await outcome(WRONG)).toBeNull()
    expect((await findPerson(id))?.passwordHash).toBe(old)
    expect(await outcome(ANA)).toBe(ANA.email)
    expect((await findPerson(id))?.passwordHash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
    expect(await outcome(ANA)).toBe(ANA.email)
  })
})

describe('the ready-made accounts', () => {
  useDatabase()

  it('open by one click, one of each role, in the demo only, and nobody else that way', async () => {
    const maya = { email: 'maya@callboard.example', password: '', demo: '1' }
    await person(maya.email)
    expect(await outcome(maya)).toBeNull()
    expect(demoPeople()).toEqual([])
    changeEnv({ CALLBOARD_DEMO: '1' })
    await ensureDemoPeople()
    expect(demoPeople().map(({ role }) => role)).toEqual(['manager', 'rep', 'viewer', 'admin'])
    for (const { email } of demoPeople()) expect(await outcome({ ...maya, email })).toBe(email)
    await person(ANA.email, 'admin', ANA.password)
    expect(await outcome({ ...ANA, demo: '1' })).toBeNull()
    expect(await outcome({ ...maya, demo: '' })).toBeNull()
  })

  it('stay as somebody changed them, over a restart', async () => {
    changeEnv({ CALLBOARD_DEMO: '1' })
    await ensureDemoPeople()
    const [victor] = await query(db =>
      db.update(people).set({ role: 'rep' }).where(eq(people.email, 'victor@callboard.example')).returning(),
    )
    await ensureDemoPeople()
    expect((await findPerson(victor?.id ?? ''))?.role).toBe('rep')
    expect(await query(db => db.select().from(people))).toHaveLength(4)
  })
})

describe('a session', () => {
  useDatabase()

  /** Goes through next-auth's callbacks as it does for a password. */
  async function enter(fields: typeof ANA) {
    const options = authOptions(ORIGIN)
    const [credentials] = options.providers
    if (credentials?.type !== 'credentials') throw new Error('passwords come first')
    const user = await credentials.options.authorize(fields)
    const account = { provider: 'credentials', type: 'credentials' as const, providerAccountId: '' }
    const allowed = await options.callbacks?.signIn?.({ user: user ?? { id: '', name: '', email: '' }, account })
    const token = await options.callbacks?.jwt?.({
      token: { name: 'n', email: 'e', picture: 'p', sub: 's' },
      user,
      account,
    })
    return { options, allowed, token }
  }

  it('is new at each sign-in, and the cookie holds nothing but its name', async () => {
    const { id } = await person(ANA.email, 'admin', ANA.password)
    const first = await enter(ANA)
    const second = await enter(ANA)
    expect(first.allowed).toBe(true)
    expect(Object.keys(first.token ?? {}).sort()).toEqual(['sid', 'sub'])
    expect(first.token?.sub).toBe(id)
    expect(first.token?.sid).not.toBe(second.token?.sid)
    expect(await findLiveSession(first.token?.sid ?? '')).toMatchObject({ personId: id, role: 'admin' })
    const [row] = await query(db =>
      db
        .select()
        .from(sessions)
        .where(eq(sessions.id, first.token?.sid ?? '')),
    )
    expect(row).toMatchObject({ provider: 'credentials', address: ORIGIN.address, userAgent: 'a browser' })
    expect(await told()).toEqual(['ana sign-in', 'ana sign-in'])
  })

  it('is not opened for who was not let in, whatever the callbacks are given', async () => {
    await person(ANA.email, 'admin', ANA.password)
    const { allowed, token } = await enter(WRONG)
    expect(allowed).toBe(false)
    expect(token?.sid).toBeUndefined()
    expect(await query(db => db.select().from(sessions))).toEqual([])
  })

  it('under way ends with a removal like the others', async () => {
    const someone = await person(ANA.email, 'admin', ANA.password)
    const options = authOptions(ORIGIN)
    const [credentials] = options.providers
    if (credentials?.type !== 'credentials') throw new Error('passwords come first')
    const user = await credentials.options.authorize(ANA)
    await remove(someone)
    await person(ANA.email, 'admin', ANA.password)
    const account = { provider: 'credentials', type: 'credentials' as const, providerAccountId: '' }
    const token = await options.callbacks?.jwt?.({ token: {}, user: user ?? someone, account })
    expect(await findLiveSession(token?.sid ?? '')).toBeNull()
  })

  it('ends with signing out, told once and by name', async () => {
    await person(ANA.email, 'admin', ANA.password)
    const { options, token } = await enter(ANA)
    const session = { expires: '' }
    for (let time = 0; time < 2; time += 1) await options.events?.signOut?.({ token: token ?? {}, session })
    expect(await findLiveSession(token?.sid ?? '')).toBeNull()
    expect(await told()).toEqual(['ana sign-in', 'ana sign-out'])
  })

  it('tells next-auth a code and no more when the database is away', async () => {
    installDatabase(null)
    await expect(enter(ANA)).rejects.toThrow(/^STORAGE_DOWN$/)
  })

  it('tells no more when it is away on the way back from a provider', async () => {
    changeEnv({ CALLBOARD_GOOGLE_CLIENT_ID: 'id', CALLBOARD_GOOGLE_CLIENT_SECRET: 'secret' })
    installDatabase(null)
    const account = { provider: 'google', type: 'oauth' as const, providerAccountId: 'g' }
    const user = { id: '', name: '', email: '' }
    const back = async () => authOptions(ORIGIN).callbacks?.signIn?.({ user, account, profile: { sub: 'g' } })
    await expect(back()).rejects.toThrow(/^STORAGE_DOWN$/)
  })
})

describe('next-auth', () => {
  useDatabase()

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
      'https://callboard.example@evil.example/',
      'https://callboard.example:8443/',
      'blob:https://callboard.example/outbound',
      '///evil.example',
      '\t//evil.example',
    ]) {
      expect(stayHere(url, home)).toBe(home)
    }
  })

  it('takes the secure cookie under https', () => {
    expect(sessionCookie()).toBe('next-auth.session-token')
    changeEnv({ NEXTAUTH_URL: 'https://callboard.example' })
    expect(sessionCookie()).toBe('__Secure-next-auth.session-token')
  })

  it('knows the providers that are configured, each with PKCE, state and nonce', () => {
    changeEnv({ CALLBOARD_GOOGLE_CLIENT_ID: 'id', CALLBOARD_GOOGLE_CLIENT_SECRET: 'secret' })
    const providers = authOptions(ORIGIN).providers
    expect(providers.map(({ id }) => id)).toEqual(['credentials', 'google'])
    expect(providers[1]).toMatchObject({ idToken: true, checks: ['pkce', 'state', 'nonce'] })
  })
})
