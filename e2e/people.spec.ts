import type { Page } from '@playwright/test'
import { newcomer, person } from './cast'
import { expectNoOverflow } from './checks'
import { enterAs, PEOPLE, write } from './views'
import { ADMIN, expect, test } from './world'

test.use({ own: 'people' })

const NOT_FOR_YOU = 'This page is not for your role'

/** A browser of the configured administrator, who signs in with a password. */
async function enterAsConfigured(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/outbound/)
}

const roleOf = (page: Page, name: string) => page.getByRole('combobox', { name: `Role of ${name}` })
const actionsOf = (page: Page, name: string) => page.getByRole('button', { name: `Actions for ${name}` })
const toast = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** The id that our own page uses for somebody. */
async function idOf(page: Page, choose: () => Promise<unknown>): Promise<string> {
  const asked = page.waitForRequest(request => /\/api\/people\/per_/.test(request.url()))
  await choose()
  return new URL((await asked).url()).pathname.split('/').at(-1) ?? ''
}

test('a role that is lowered counts from the next request, on a page that is open', async ({ page, browser, app }) => {
  await page.goto('/settings/goals')
  await expect(page.getByRole('heading', { name: 'Goals', level: 1 })).toBeVisible()

  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  await roleOf(claire, 'Maya Reyes').selectOption({ label: 'Viewer' })
  await expect(toast(claire, 'Maya Reyes: Viewer.')).toBeVisible()

  expect((await page.request.get('/api/drilldown?stage=dials')).status()).toBe(403)
  expect((await page.request.get('/api/reports/outbound')).status()).toBe(200)
  await page.reload()
  await expect(page.getByRole('heading', { name: NOT_FOR_YOU })).toBeVisible()

  await claire.reload()
  await expect(roleOf(claire, 'Maya Reyes')).toHaveValue('viewer')
  await roleOf(claire, 'Maya Reyes').selectOption({ label: 'Manager' })
  await expect(toast(claire, 'Maya Reyes: Manager.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Goals', level: 1 })).toBeVisible()
  await claire.context().close()
})

test('somebody who is removed is signed out at the next request', async ({ browser, app }) => {
  // Somebody new: the ready-made people are needed by whoever uses this server next.
  const { client, name } = await newcomer(await person('admin', app.url), app, 'viewer')
  const theirs = await (
    await browser.newContext({ baseURL: app.url, storageState: await client.storageState() })
  ).newPage()
  await theirs.goto('/settings/account')
  await expect(theirs.getByLabel('Name')).toHaveValue(name)

  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  await actionsOf(claire, name).click()
  await claire.getByRole('menuitem', { name: 'Remove' }).click()
  const question = claire.getByRole('dialog', { name: `Remove ${name}?` })
  await expect(question).toContainText('Their sessions end at once')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(toast(claire, `${name} is removed.`)).toBeVisible()
  await expect(claire.getByRole('rowheader', { name })).toHaveCount(0)

  expect((await theirs.request.get('/api/reports/outbound')).status()).toBe(401)
  // What is under way on the open page is told that it is signed out; the next page asks to sign in.
  await theirs.getByLabel('Name').fill('Somebody')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByText('You are signed out. Sign in to go on.')).toBeVisible()
  await theirs.goto('/outbound')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await claire.context().close()
  await theirs.context().close()
})

test('the last administrator stays one', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  const other = await idOf(claire, () => roleOf(claire, 'admin').selectOption({ label: 'Rep' }))
  await expect(toast(claire, 'admin: Rep.')).toBeVisible()
  await expect(roleOf(claire, 'Claire Dubois')).toBeDisabled()

  await claire.goto('/settings/audit?action=sign-in')
  const self = await claire.getByLabel('Person').locator('option', { hasText: 'Claire Dubois' }).getAttribute('value')
  const last = { status: 422, body: { error: { code: 'INVALID_INPUT', fields: { role: 'lastAdmin' } } } }
  const context = claire.context()
  expect(await write(context, app.url, 'PATCH', `/api/people/${self}`, { role: 'viewer' })).toMatchObject(last)
  expect(await write(context, app.url, 'DELETE', `/api/people/${self}`)).toMatchObject(last)
  expect(await write(context, app.url, 'PATCH', `/api/people/${other}`, { role: 'admin' })).toMatchObject({
    status: 204,
  })
  await context.close()
})

test('giving up one’s own administration is asked about first', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  await roleOf(claire, 'Claire Dubois').selectOption({ label: 'Manager' })
  const question = claire.getByRole('dialog', { name: 'Give up your own administration?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(roleOf(claire, 'Claire Dubois')).toHaveValue('admin')

  await roleOf(claire, 'Claire Dubois').selectOption({ label: 'Manager' })
  const self = await idOf(claire, () => question.getByRole('button', { name: 'Change my role' }).click())
  await expect(claire.getByRole('heading', { name: NOT_FOR_YOU })).toBeVisible()

  const configured = await (await browser.newContext({ baseURL: app.url })).newPage()
  await enterAsConfigured(configured)
  const back = await write(configured.context(), app.url, 'PATCH', `/api/people/${self}`, { role: 'admin' })
  expect(back.status).toBe(204)
  await configured.context().close()
  await claire.context().close()
})

test('an invitation shows its link once, and can be revoked', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  await claire.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(claire.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true')
  await claire.getByLabel('E-mail address').fill('New.Rep@Northline.example')
  await claire.getByRole('button', { name: 'Invite', exact: true }).click()
  const made = claire.getByRole('region', { name: 'new.rep@northline.example is invited' })
  const link = await made.getByLabel('Link').inputValue()
  expect(link.startsWith(`${app.url}/invitation/`)).toBe(true)
  await made.getByRole('button', { name: 'Copy' }).click()
  await expect(made.getByText('Copied')).toBeVisible()
  await expectNoOverflow(claire)

  await claire.getByRole('button', { name: 'Revoke the invitation of new.rep@northline.example' }).click()
  await expect(toast(claire, 'The invitation is revoked.')).toBeVisible()
  await expect(claire.getByText('new.rep@northline.example')).toHaveCount(0)
  await claire.reload()
  expect(await claire.content()).not.toContain(link.slice(-20))

  await actionsOf(claire, 'Maya Reyes').click()
  await claire.getByRole('menuitem', { name: 'Make a reset link' }).click()
  const reset = claire.getByRole('dialog', { name: 'A new password for Maya Reyes' })
  await expect(reset.getByLabel('Link')).toHaveValue(/\/reset\/[\w-]{43}$/)
  await reset.getByRole('button', { name: 'Close' }).click()
  await expect(actionsOf(claire, 'Maya Reyes')).toBeFocused()
  await claire.context().close()
})

test('people who are in Allo are tied to it', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/people')
  await claire.getByRole('button', { name: 'Check with Allo' }).click()
  await expect(claire.getByRole('status').filter({ hasText: /tied as before|tie(s)? to Allo changed/ })).toBeVisible()
  await expect(
    claire.getByRole('row', { name: /ines\.caron/ }).getByRole('cell', { name: 'Inès Caron', exact: true }),
  ).toBeVisible()
  await expect(claire.getByRole('row', { name: /maya@/ }).getByRole('cell', { name: 'not in Allo' })).toBeVisible()
  await claire.context().close()
})

for (const role of ['manager', 'rep'] as const) {
  test(`a ${role} sees neither the people nor the log`, async ({ browser, app }) => {
    const somebody = await enterAs(browser, PEOPLE[role], app.url)
    for (const path of ['/settings/people', '/settings/audit']) {
      expect((await somebody.goto(path))?.status()).toBe(403)
      await expect(somebody.getByRole('heading', { name: NOT_FOR_YOU })).toBeVisible()
      expect(await somebody.content()).not.toContain(PEOPLE.admin)
    }
    expect((await somebody.request.get('/api/audit?format=csv')).status()).toBe(403)
    expect((await write(somebody.context(), app.url, 'POST', '/api/people/ties')).status).toBe(403)
    expect((await write(somebody.context(), app.url, 'DELETE', '/api/people/per_1')).status).toBe(403)
    await somebody.context().close()
  })
}
