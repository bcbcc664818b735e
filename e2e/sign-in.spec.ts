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
