import { expect, MAYA, SIGNED_OUT, test } from './fixtures'

const ADMIN = { email: 'admin@callboard.example', password: 'correct horse battery staple' }

test.use({ storageState: SIGNED_OUT })

test('a ready-made account comes in with one click', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: `Continue as ${MAYA.name}` }).click()
  await expect(page).toHaveURL('/outbound')
  await expect(page.getByRole('heading', { name: 'Outbound', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: `Account of ${MAYA.name}` })).toBeVisible()
})

const DEMO = [
  { name: 'Maya Reyes', role: 'Manager', goals: 200, people: 403 },
  { name: 'Inès Caron', role: 'Rep', goals: 403, people: 403 },
  { name: 'Victor Lang', role: 'Viewer', goals: 403, people: 403 },
  { name: 'Claire Dubois', role: 'Administrator', goals: 200, people: 200 },
]

test('the demo offers one of each role, who may do what the role may', async ({ page, complaints }) => {
  complaints.foresee(/403 \(Forbidden\)/)
  for (const { name, role, goals, people } of DEMO) {
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: /^Continue as/ })).toHaveCount(DEMO.length)
    await page.getByRole('button', { name: `Continue as ${name}, ${role}` }).click()
    await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible()
    expect((await page.request.get('/settings/goals')).status()).toBe(goals)
    expect((await page.request.get('/settings/people')).status()).toBe(people)
    // The page goes first: what it asks in the background would be refused.
    await page.goto('about:blank')
    await page.context().clearCookies()
  }
})

test('what comes back from a provider is said in words, and nothing else of the address', async ({ page }) => {
  for (const [error, words] of [
    ['AccessDenied', /^You could not be let in with that account\./],
    ['OAuthCallback', /^Signing in there did not work out\./],
    ['<b>anything</b>', /^Signing in did not work\./],
  ] as const) {
    await page.goto(`/sign-in?error=${encodeURIComponent(error)}`)
    await expect(page.locator('#sign-in-problem')).toHaveText(words)
  }
})

test('what of next-auth is not in use is not there', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue as ${MAYA.name}` }).click()
  await expect(page.getByRole('button', { name: `Account of ${MAYA.name}` })).toBeVisible()
  for (const action of ['session', 'providers', 'signout', '_log', 'verify-request']) {
    expect((await page.request.get(`/api/auth/${action}`)).status(), action).toBe(404)
  }
  expect((await page.request.get('/api/auth/csrf')).status()).toBe(200)
})

test('the administrator comes in with a password, and back to the address that was asked for', async ({ page }) => {
  const deepLink = '/outbound?period=last-month&by=week&stage=connected'
  await page.goto(deepLink)
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(deepLink)
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Connected' })).toBeVisible()
})

test('a wrong pair is refused in the same words, whether the address is known or not', async ({ page, complaints }) => {
  complaints.foresee(/401 \(Unauthorized\)/)
  await page.goto('/sign-in')
  const said: string[] = []
  for (const email of [ADMIN.email, `nobody.${Date.now()}@callboard.example`]) {
    const answered = page.waitForResponse(/\/api\/auth\/callback\/credentials/)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    expect((await answered).status()).toBe(401)
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
      'This e-mail address and password do not belong together.',
    )
    said.push(await page.getByRole('main').innerText())
  }
  expect(said[1]).toBe(said[0])
  await expect(page).toHaveURL('/sign-in')
})

for (const foreign of ['https://evil.example/outbound', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
  test(`signing in never leads away: ${foreign}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(foreign)}`)
    await page.getByRole('button', { name: `Continue as ${MAYA.name}` }).click()
    await expect(page.getByRole('heading', { name: 'Outbound', level: 1 })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(baseURL)
    expect(new URL(page.url()).pathname).toBe('/outbound')
  })
}

test('signing out ends the session for pages and for the API', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue as ${MAYA.name}` }).click()
  await expect(page).toHaveURL('/outbound')
  expect((await page.request.get('/api/reports/outbound')).status()).toBe(200)

  await page.getByRole('button', { name: `Account of ${MAYA.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)

  const refused = await page.request.get('/api/reports/outbound')
  expect(refused.status()).toBe(401)
  expect(await refused.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  await page.goto('/outbound')
  await expect(page).toHaveURL(/\/sign-in/)
})
