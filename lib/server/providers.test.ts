import { describe, expect, it, test } from 'vitest'
import { changeEnv, ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { transaction } from './db/database'
import { findPersonByIdentity } from './db/identities'
import { insertLink } from './db/links'
import { findPersonByEmail } from './db/people'
import { type Claims, joinClaims, type Provider, providers } from './providers'
import { admit } from './providers-admit'
import { setTestEnv } from './test-kit'

const CONFIGURED = {
  CALLBOARD_GOOGLE_CLIENT_ID: 'g',
  CALLBOARD_GOOGLE_CLIENT_SECRET: 'gs',
  CALLBOARD_ENTRA_TENANT_ID: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  CALLBOARD_ENTRA_CLIENT_ID: 'e',
  CALLBOARD_ENTRA_CLIENT_SECRET: 'es',
  CALLBOARD_OIDC_ISSUER: 'https://id.northline.example',
  CALLBOARD_OIDC_CLIENT_ID: 'o',
  CALLBOARD_OIDC_CLIENT_SECRET: 'os',
}

function provider(id: Provider['id'], change: Record<string, string> = {}): Provider {
  changeEnv({ ...CONFIGURED, ...change })
  const found = providers().find(one => one.id === id)
  if (!found) throw new Error(`${id} is not configured`)
  return found
}

describe('whose address it certainly is', () => {
  const email = 'nora@northline.example'
  const tenant = { CALLBOARD_ENTRA_TENANT_ID: 'common' }
  test.each<[string, Provider['id'], Omit<Claims, 'sub'>, string | null, Record<string, string>?]>([
    ['an issuer says verified', 'oidc', { email, email_verified: true }, email],
    ['some write it as text', 'oidc', { email, email_verified: 'true' }, email],
    ['it says not verified', 'oidc', { email, email_verified: false }, null],
    ['it says nothing of it', 'oidc', { email }, null],
    ['text that is not true', 'oidc', { email, email_verified: 'false' }, null],
    ['another claim is no address', 'oidc', { preferred_username: email, email_verified: true }, null],
    ['Google hosts the company', 'google', { email, email_verified: true, hd: 'northline.example' }, email],
    ['Google’s own', 'google', { email: 'nora@gmail.com', email_verified: true }, 'nora@gmail.com'],
    ['verified once, hosted elsewhere', 'google', { email, email_verified: true }, null],
    ['only looks like Google’s', 'google', { email: 'nora@evil-gmail.com', email_verified: true }, null],
    ['Google has not verified it', 'google', { email, hd: 'northline.example' }, null],
    ['in one’s own tenant', 'entra', { email }, email],
    ['a tenant without mail', 'entra', { preferred_username: email }, email],
    ['a user name that is no address', 'entra', { preferred_username: 'nora' }, null],
    ['any tenant may claim any address', 'entra', { email }, null, tenant],
    ['unless the domain’s owner was verified', 'entra', { email, xms_edov: true }, email, tenant],
    ['not by user name there', 'entra', { preferred_username: email, xms_edov: true }, null, tenant],
  ])('%s (%s)', (_, id, claims, expected, change) => {
    setTestEnv()
    expect(provider(id, change).provenEmail({ sub: 's', ...claims })).toBe(expected)
  })
})

describe('an id token and userinfo', () => {
  const [mine, other] = ['nora@northline.example', 'ben@northline.example']
  test.each<[string, Omit<Claims, 'sub'>, Omit<Claims, 'sub'>, string | null, string | null]>([
    ['the token alone', { email: mine, email_verified: true, xms_edov: 1 }, {}, mine, mine],
    ['userinfo alone', {}, { email: mine, email_verified: true, xms_edov: 1 }, mine, mine],
    [
      'one address, proven by the token',
      { email: mine, email_verified: true, xms_edov: 1 },
      { email: mine },
      mine,
      mine,
    ],
    ['proof of another address', { email: other, email_verified: true, xms_edov: true }, { email: mine }, null, null],
    ['proof of no address', { email_verified: true, xms_edov: true }, { email: mine }, null, null],
    [
      'the last word is userinfo’s',
      { email: mine, email_verified: true },
      { email: mine, email_verified: false },
      null,
      null,
    ],
  ])('%s', (_, token, userinfo, verified, owned) => {
    setTestEnv()
    const claims = joinClaims({ sub: 's', ...token }, { sub: 's', ...userinfo })
    expect(provider('oidc').provenEmail(claims)).toBe(verified)
    expect(provider('entra', { CALLBOARD_ENTRA_TENANT_ID: 'common' }).provenEmail(claims)).toBe(owned)
  })
})

describe('who comes by a provider', () => {
  useDatabase()
  const EMAIL = 'nora@northline.example'
  const nora = (claims: Partial<Claims> = {}): Claims => ({
    sub: 'nora',
    name: ' Nora  Lind ',
    email: EMAIL,
    email_verified: true,
    ...claims,
  })
  const come = (claims: Claims, change: Record<string, string> = {}) =>
    admit(provider('oidc', { CALLBOARD_ALLOWED_DOMAINS: 'Northline.example', ...change }), claims, ORIGIN)
  const invite = (email = EMAIL) =>
    transaction(tx =>
      insertLink(tx, { kind: 'invitation', email, role: 'manager', personId: null, createdBy: null, seconds: 60 }),
    )

  it('of an allowed domain gets an account with the default role, once', async () => {
    await person('ana@example.com', 'admin')
    const first = await come(nora({ email: EMAIL.toUpperCase() }))
    expect(first).toMatchObject({ email: EMAIL, name: 'Nora Lind', role: 'viewer', passwordHash: null })
    expect((await come(nora({ email: 'else@where.example', name: 'Other' })))?.id).toBe(first?.id)
    expect(await told()).toEqual([`Nora Lind person.joined ${EMAIL}`])
  })

  it.each([
    ['no name', undefined],
    ['an empty one', '  '],
    ['a control character', 'No\u0007ra'],
    ['a very long one', 'x'.repeat(101)],
  ])('with %s is called by the address', async (_, name) => {
    await person('ana@example.com', 'admin')
    expect((await come(nora({ name })))?.name).toBe('nora')
  })

  it('is refused before anybody has set up, so that the first account is an administrator’s', async () => {
    expect(await come(nora())).toBeNull()
    expect(await findPersonByEmail(EMAIL)).toBeNull()
  })

  it('is refused from elsewhere, unverified or without an address, and the log knows why', async () => {
    await person('ana@example.com', 'admin')
    const strangers = [
      nora({ email: 'nora@elsewhere.example' }),
      nora({ email: 'nora@sub.northline.example' }),
      nora({ email: 'nora@northline.example@elsewhere.example' }),
      nora({ email_verified: false }),
      nora({ email: undefined }),
    ]
    for (const [index, claims] of strangers.entries()) expect(await come({ ...claims, sub: `s${index}` })).toBeNull()
    expect(await told()).toHaveLength(strangers.length)
  })

  it('is told of five times and not more, however often they come', async () => {
    await person('ana@example.com', 'admin')
    for (let time = 0; time < 20; time += 1) await come(nora({ email: 'nora@elsewhere.example' }))
    expect(await told()).toEqual(Array(5).fill('nobody sign-in.refused nora@elsewhere.example'))
  })

  it('with an account gets it, bound to the subject; an unverified address gets nothing', async () => {
    const { id } = await person(EMAIL, 'admin', 'marmalade on cold toast')
    expect(await come(nora({ sub: 'thief', email_verified: false }))).toBeNull()
    expect((await come(nora()))?.id).toBe(id)
    expect((await findPersonByIdentity('https://id.northline.example', 'nora'))?.id).toBe(id)
    // The address at the provider now belongs to another subject.
    expect(await come(nora({ sub: 'heir' }))).toBeNull()
    // The same subject of another issuer is somebody else.
    const elsewhere = { CALLBOARD_OIDC_ISSUER: 'https://id.elsewhere.example' }
    expect(await come(nora({ email: 'x@elsewhere.example' }), elsewhere)).toBeNull()
  })

  it('with an invitation gets its role, and uses it up', async () => {
    await person('ana@example.com', 'admin')
    await invite('nora@elsewhere.example')
    const claims = nora({ email: 'Nora@Elsewhere.example' })
    expect(await come(nora({ email: 'nora@elsewhere.example', email_verified: false }))).toBeNull()
    expect(await come(claims)).toMatchObject({ role: 'manager' })
    expect(await come(nora({ ...claims, sub: 'second' }))).toBeNull()
  })

  it('was removed: stays out by subject, by address and by domain, until invited again', async () => {
    await person('ana@example.com', 'admin')
    const { id } = (await come(nora())) ?? { id: '' }
    await remove({ id, email: EMAIL })
    expect(await come(nora())).toBeNull()
    expect(await come(nora({ sub: 'new subject' }))).toBeNull()
    expect(await come(nora({ email: 'nora.new@northline.example' }))).toBeNull()
    // Nor into somebody else's account by taking over their address.
    await person('ben@northline.example', 'admin')
    expect(await come(nora({ email: 'ben@northline.example' }))).toBeNull()
    await invite()
    expect(await come(nora())).toMatchObject({ id, role: 'manager', removedAt: null })
    expect((await come(nora({ email: 'else@where.example' })))?.id).toBe(id)
  })

  it('of two first times at once, both come to the same account', async () => {
    await person('ana@example.com', 'admin')
    const both = await Promise.all([come(nora()), come(nora())])
    expect(both[0]?.id).toBeDefined()
    expect(both[1]?.id).toBe(both[0]?.id)
  })
})
