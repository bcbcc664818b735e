import type { Browser, Page } from '@playwright/test'
import {
  test as base,
  expect,
  expectDesk,
  isAdministrator,
  isSignedIn,
  personOf,
  REAL,
  signInBy,
  write,
} from './installation'
import { type Account, startOpenIdProvider } from './openid-provider'
import { ADMIN, type Callboard, startCallboard } from './world'

type OpenId = Awaited<ReturnType<typeof startOpenIdProvider>>

const REFUSED =
  'You could not be let in with that account. Ask an administrator for an invitation to its e-mail address.'
const FAILED = 'Signing in there did not work out. Try again.'

/** One installation and one provider for all tests of a worker; each test has people of its own. */
const test = base.extend<{ openId: OpenId; url: string }, { company: { app: Callboard; openId: OpenId } }>({
  company: [
    async ({ allo }, use) => {
      const openId = await startOpenIdProvider()
      const app = await startCallboard(allo.port, {
        ...REAL,
        ...openId.env,
        CALLBOARD_ALLOWED_DOMAINS: 'northline.example',
        CALLBOARD_DEFAULT_ROLE: 'viewer',
      })
      openId.serve(app.url)
      await use({ app, openId })
      await app.stop()
      await openId.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ company }, use) => use(company.app.url),
  openId: async ({ company }, use) => use(company.openId),
  url: async ({ company }, use) => use(company.app.url),
})

let number = 0

/** Somebody new at the provider. */
function someone(openId: OpenId, given: Partial<Account> = {}): Account {
  number += 1
  const sub = `sub-${process.pid}-${number}`
  const account = { sub, name: 'Nora Lind', email: `${sub}@northline.example`, email_verified: true, ...given }
  openId.accounts.set(account.sub, account)
  return account
}

/** Goes the whole way: from the sign-in page to the provider, says who one is, and comes back. */
async function comeBy(page: Page, { sub }: Account, from = '/sign-in'): Promise<void> {
  await page.goto(from)
  await page.getByRole('button', { name: 'Continue with Northline' }).click()
  await page.getByRole('button', { name: sub, exact: true }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/api/') && !url.pathname.startsWith('/who'))
}

/** A browser that nobody has used. */
const fresh = async (browser: Browser, baseURL: string) => (await browser.newContext({ baseURL })).newPage()

async function asAdministrator(browser: Browser, url: string) {
  const { request } = await browser.newContext()
  expect(await signInBy(request, url, ADMIN)).toBeNull()
  return request
}

test('somebody new of an allowed domain comes in, with PKCE, state and nonce, and with the default role', async ({
  page,
  openId,
  url,
}) => {
  const nora = someone(openId)
  await comeBy(page, nora, '/sign-in?callbackUrl=%2Foutbound%3Fperiod%3Dlast-month')
  await expect(page).toHaveURL('/outbound?period=last-month')
  await expectDesk(page, 'Nora Lind')
  await page.getByRole('button', { name: 'Account of Nora Lind' }).click()
  await expect(page.getByRole('dialog').getByText(nora.email)).toBeVisible()
  expect(await isAdministrator(page.request, url)).toBe(false)
  expect((await page.request.get('/settings/goals')).status()).toBe(403)

  const asked = openId.asked.at(-1)
  expect(asked?.get('response_type')).toBe('code')
  expect(asked?.get('code_challenge_method')).toBe('S256')
  expect(asked?.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  expect(asked?.get('state')).toMatch(/^[\w-]{20,}$/)
  expect(asked?.get('nonce')).toMatch(/^[\w-]{20,}$/)
  expect(asked?.get('scope')?.split(' ').sort()).toEqual(['email', 'openid', 'profile'])
})

for (const parameter of ['state', 'nonce', 'code_challenge']) {
  test(`a way with another ${parameter} is refused`, async ({ page, openId, url }) => {
    await page.route(/\/auth\?/, route => {
      const asked = new URL(route.request().url())
      const value = asked.searchParams.get(parameter) ?? ''
      asked.searchParams.set(parameter, `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`)
      return route.continue({ url: asked.href })
    })
    await comeBy(page, someone(openId))
    await expect(page).toHaveURL(/\/sign-in\?.*error=OAuthCallback$/)
    await expect(page.getByText(FAILED)).toBeVisible()
    expect(await isSignedIn(page.request, url)).toBe(false)
  })
}

test('a code opens once, and not with another browser’s state', async ({ page, browser, openId, url }) => {
  const nora = someone(openId)
  const used = page.waitForRequest(/\/api\/auth\/callback\/oidc\?/)
  await comeBy(page, nora)
  const address = new URL((await used).url())

  const thief = await fresh(browser, url)
  await thief.goto(address.href)
  await expect(thief.getByText(FAILED)).toBeVisible()

  // With a state of the thief's own, it is the code that is refused.
  await thief.goto('/sign-in')
  await thief.getByRole('button', { name: 'Continue with Northline' }).click()
  await expect(thief.getByRole('button', { name: nora.sub, exact: true })).toBeVisible()
  address.searchParams.set('state', openId.asked.at(-1)?.get('state') ?? '')
  const before = openId.refused.length
  await thief.goto(address.href)
  await expect(thief.getByText(FAILED)).toBeVisible()
  expect(openId.refused.slice(before)).toEqual(['invalid_grant'])
  expect(await isSignedIn(thief.request, url)).toBe(false)
})

test('who is of no allowed domain, or whose address is not verified, is refused in the same words', async ({
  browser,
  openId,
  url,
}) => {
  const strangers = [
    someone(openId, { email: 'nora@elsewhere.example' }),
    someone(openId, { email: 'nora@sub.northline.example' }),
    someone(openId, { email: 'nora@northline.example.elsewhere.example' }),
    someone(openId, { email_verified: false }),
    // Somebody who gave themselves the administrator's address at a provider that does not check.
    someone(openId, { email: ADMIN.email, email_verified: false }),
  ]
  for (const stranger of strangers) {
    const page = await fresh(browser, url)
    await comeBy(page, stranger)
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(REFUSED)
    expect(page.url()).toBe(`${url}/sign-in?error=AccessDenied`)
    expect(await isSignedIn(page.request, url)).toBe(false)
    await page.context().close()
  }
})

test('once known, the subject counts and the address does not', async ({ browser, openId, url }) => {
  const nora = someone(openId)
  const first = await fresh(browser, url)
  await comeBy(first, nora)
  await expectDesk(first, 'Nora Lind')

  openId.accounts.set(nora.sub, { ...nora, name: 'Nora Berg', email: 'nora.berg@elsewhere.example' })
  const later = await fresh(browser, url)
  await comeBy(later, nora)
  await later.getByRole('button', { name: 'Account of Nora Lind' }).click()
  await expect(later.getByRole('dialog').getByText(nora.email)).toBeVisible()

  // The address passed on to somebody else, who does not get the account with it.
  const heir = someone(openId, { name: 'Otto Lind', email: nora.email })
  const other = await fresh(browser, url)
  await comeBy(other, heir)
  await expect(other.getByText(REFUSED)).toBeVisible()
})

test('a verified address leads to the account that has it', async ({ page, openId, url }) => {
  const admin = someone(openId, { name: 'Somebody Else', email: ADMIN.email.toUpperCase() })
  await comeBy(page, admin)
  await expectDesk(page, 'admin')
  expect(await isAdministrator(page.request, url)).toBe(true)
})

test('who was removed stays out, until invited again', async ({ page, browser, company, openId, url }) => {
  const nora = someone(openId)
  await comeBy(page, nora)
  await expectDesk(page, 'Nora Lind')
  const id = await personOf(page.request, company.app)
  const admin = await asAdministrator(browser, url)
  const removed = await write(admin, 'DELETE', `${url}/api/people/${id}`)
  expect(removed.status()).toBe(204)
  expect(await isSignedIn(page.request, url)).toBe(false)

  const again = await fresh(browser, url)
  await comeBy(again, nora)
  await expect(again.getByText(REFUSED)).toBeVisible()

  const invited = await write(admin, 'POST', `${url}/api/invitations`, { email: nora.email, role: 'manager' })
  const { link } = await invited.json()
  await again.context().clearCookies()
  await comeBy(again, nora, link)
  await expectDesk(again, 'Nora Lind')
  expect((await again.request.get('/settings/goals')).status()).toBe(200)
  const { invitations } = await (await admin.get(`${url}/api/invitations`)).json()
  expect(invitations.filter(({ email }: { email: string }) => email === nora.email)).toEqual([])
})

test('where passwords are off, only the provider is offered, and passwords open nothing', async ({
  page,
  install,
  openId,
}) => {
  const { url } = await install({ ...REAL, ...openId.env, CALLBOARD_PASSWORD_SIGN_IN: '0' })
  await page.goto(`${url}/sign-in`)
  await expect(page.getByRole('button', { name: 'Continue with Northline' })).toBeVisible()
  await expect(page.getByLabel('Password')).toHaveCount(0)
  expect(await signInBy(page.request, url, ADMIN)).toBe('CredentialsSignin')
})
