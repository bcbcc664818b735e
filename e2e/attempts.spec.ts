import type { APIRequestContext, Page } from '@playwright/test'
import { ADMIN, enter, expect, test } from './world'

/** Sends one attempt to sign in; answers the address that next-auth names. */
async function attempt(request: APIRequestContext, form: Record<string, string>, withToken = true) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { ...form, json: 'true', ...(withToken && { csrfToken }) },
    maxRedirects: 0,
  })
  const { url } = await answer.json()
  const { origin, search } = new URL(url)
  return { status: answer.status(), origin, search }
}

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(cookie => cookie.name.includes('session-token'))

const EXTRAS: Record<string, string>[] = [
  { demo: '1' },
  { demo: 'true' },
  { callbackUrl: 'https://evil.example' },
  { redirect: 'false' },
]

test.describe('signing in', () => {
  test.beforeEach(async ({ context }) => context.clearCookies())

  test('gives a cookie that scripts and other sites cannot use', async ({ page, context }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(ADMIN.email)
    await page.getByLabel('Password').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL('/outbound')
    const session = await sessionOf(page)
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(session?.value).not.toContain(Buffer.from(ADMIN.email).toString('base64').slice(0, 12))
    for (const cookie of await context.cookies())
      if (cookie.name.startsWith('next-auth')) expect(cookie.httpOnly, cookie.name).toBe(true)
    expect(await page.evaluate(() => document.cookie)).not.toContain('session')
  })

  test('and out takes a token', async ({ page, request }) => {
    const refused = await attempt(request, ADMIN, false)
    expect(refused.search).toContain('csrf=true')
    expect(await sessionOf(page)).toBeUndefined()

    await attempt(request, ADMIN)
    expect(await sessionOf(page)).toBeDefined()
    await request.post('/api/auth/signout', { form: { json: 'true' }, maxRedirects: 0 })
    expect(await sessionOf(page)).toBeDefined()
    await request.get('/api/auth/signout', { maxRedirects: 0 })
    expect(await sessionOf(page)).toBeDefined()

    await page.goto('/outbound')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    expect(await sessionOf(page)).toBeUndefined()
    await page.goto('/outbound')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test('tells nobody which accounts exist', async ({ page, request }) => {
    const words: string[] = []
    const answers: unknown[] = []
    for (const email of [ADMIN.email, 'nobody@callboard.example', 'maya@callboard.example']) {
      answers.push(await attempt(request, { email, password: 'not the password' }))
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      const problem = page.locator('#sign-in-problem')
      await expect(problem).toHaveText(/\w/)
      words.push(await problem.innerText())
    }
    expect(new Set(words)).toEqual(new Set(['This e-mail address and password do not belong together.']))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    // Clears what this test has used up of the administrator's attempts.
    await attempt(request, ADMIN)
  })

  test('is limited: the sixth attempt in a row is told how long to wait, others still get in', async ({
    page,
    request,
  }, { workerIndex }) => {
    for (const email of [`known-${workerIndex}@callboard.example`, `unknown-${workerIndex}@elsewhere.example`]) {
      for (let count = 1; count <= 5; count++) {
        const { search } = await attempt(request, { email, password: `guess ${count}` })
        expect(search).toContain('error=CredentialsSignin')
      }
      const { search } = await attempt(request, { email: ` ${email.toUpperCase()} `, password: 'guess 6' })
      expect(search).toMatch(/error=TOO_MANY_ATTEMPTS%3A(\d{3})&?/)
    }
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(`known-${workerIndex}@callboard.example`)
    await page.getByLabel('Password').fill('guess 7')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.locator('#sign-in-problem')).toHaveText(
      'Too many attempts. Please wait a moment before the next one.',
    )
    await expect(page.getByRole('button', { name: /^Try again in 1[45]:\d\d$/ })).toBeDisabled()

    await page.reload()
    await page.getByLabel('E-mail address').fill(ADMIN.email)
    await page.getByLabel('Password').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL('/outbound')
  })

  test('as the administrator stays possible only with the password, whatever else is sent', async ({
    page,
    request,
  }) => {
    for (const extra of EXTRAS) {
      const { origin } = await attempt(request, { email: ADMIN.email, password: '', ...extra })
      expect(origin).toMatch(/^http:\/\/localhost:/)
      expect(await sessionOf(page)).toBeUndefined()
    }
    await attempt(request, ADMIN)
    expect(await sessionOf(page)).toBeDefined()
  })
})

test('outside the demo nobody gets in by one click', async ({ another, page, context }) => {
  await context.clearCookies()
  const url = await another({ CALLBOARD_DEMO: '0' })
  expect(await enter(context, url)).toBe(false)
  await page.goto(`${url}/outbound`)
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByRole('button', { name: /^Continue as/ })).toHaveCount(0)
})
