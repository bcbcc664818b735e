import { enterAs, PEOPLE, write } from './views'
import { ADMIN, expect, test } from './world'

test.use({ own: 'account' })

const places = 'Where you are signed in'

test('ending another session signs that browser out, and no other', async ({ page, browser, app }) => {
  const elsewhere = await enterAs(browser, PEOPLE.manager, app.url)
  await elsewhere.goto('/settings/account')
  await page.goto('/settings/account')
  const card = page.getByRole('region', { name: places })
  await expect(card.getByRole('listitem').first()).toContainText('This one')
  const others = card.getByRole('button', { name: /^End the session/ })
  const before = await others.count()
  expect(before).toBeGreaterThan(0)
  // The latest seen stands first.
  await others.first().click()
  await expect(page.getByRole('status').filter({ hasText: 'The session is ended.' })).toBeVisible()
  await expect(others).toHaveCount(before - 1)

  expect((await elsewhere.request.get('/api/reports/outbound')).status()).toBe(401)
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  expect((await page.request.get('/api/reports/outbound')).status()).toBe(200)
  await elsewhere.context().close()
})

test('all other sessions end at once, and then this one too', async ({ browser, app }) => {
  const here = await enterAs(browser, PEOPLE.rep, app.url)
  const elsewhere = [await enterAs(browser, PEOPLE.rep, app.url), await enterAs(browser, PEOPLE.rep, app.url)]
  await here.goto('/settings/account')
  await here.getByRole('button', { name: 'End all others' }).click()
  const question = here.getByRole('dialog', { name: 'End all other sessions?' })
  await question.getByRole('button', { name: 'End all others' }).click()
  await expect(here.getByRole('status').filter({ hasText: 'sessions are ended.' })).toBeVisible()
  await expect(here.getByRole('button', { name: 'End all others' })).toHaveCount(0)
  for (const { request } of elsewhere) expect((await request.get('/api/reports/outbound')).status()).toBe(401)

  await here.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(here).toHaveURL(/\/sign-in/)
  expect((await here.request.get('/api/reports/outbound')).status()).toBe(401)
  for (const each of [here, ...elsewhere]) await each.context().close()
})

test('a name is changed, and the desk says it', async ({ browser, app }) => {
  const ines = await enterAs(browser, PEOPLE.rep, app.url)
  await ines.goto('/outbound')
  await ines.getByRole('button', { name: 'Account of Inès Caron' }).click()
  await ines.getByRole('link', { name: 'Your account and sessions' }).click()
  await expect(ines).toHaveURL('/settings/account')
  const you = ines.getByRole('region', { name: 'You', exact: true })
  await expect(you).toContainText(PEOPLE.rep)
  await expect(you).toContainText("The team's numbers; the content and recordings of their own calls only.")
  await ines.getByLabel('Name').fill(' ')
  await ines.getByRole('button', { name: 'Save' }).click()
  await expect(ines.getByText('This is needed.')).toBeVisible()
  await ines.getByLabel('Name').fill('Inès C.')
  await ines.getByRole('button', { name: 'Save' }).click()
  await expect(ines.getByRole('button', { name: 'Account of Inès C.' })).toBeVisible()
  await ines.getByLabel('Name').fill('Inès Caron')
  await ines.getByRole('button', { name: 'Save' }).click()
  await expect(ines.getByRole('button', { name: 'Account of Inès Caron' })).toBeVisible()
  await ines.context().close()
})

test('a password is changed by whoever knows it', async ({ browser, app }) => {
  const page = await (await browser.newContext({ baseURL: app.url })).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/outbound/)

  const next = 'a wholly different sentence'
  await page.goto('/settings/account')
  await page.getByLabel('Current password').fill('not the one')
  await page.getByLabel('New password').fill(next)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('New password')).toHaveValue(next)

  await page.getByLabel('Current password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your password is changed' })).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveValue('')
  // Only with the new one can it be changed back.
  const back = (current: string) =>
    write(page.context(), app.url, 'POST', '/api/account/password', { current, next: ADMIN.password })
  expect((await back(ADMIN.password)).status).toBe(422)
  expect((await back(next)).status).toBe(204)
  await page.context().close()
})
