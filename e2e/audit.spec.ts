import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import papaparse from 'papaparse'
import { enterAs, PEOPLE, write } from './views'
import { expect, test } from './world'

test.use({ own: 'audit' })

const lines = (page: Page) => page.getByRole('table', { name: 'Log' }).locator('tbody tr')

test('the log tells what was done, and is searched by its address', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  const invited = 'audited@northline.example'
  const invite = await write(claire.context(), app.url, 'POST', '/api/invitations', { email: invited, role: 'rep' })
  expect(invite.status).toBe(200)

  await claire.goto('/settings/audit')
  await expect(lines(claire).filter({ hasText: `Invited ${invited}` })).toContainText('Claire Dubois')
  await expect(lines(claire).filter({ hasText: `Invited ${invited}` })).toContainText('as Rep')
  await expect(lines(claire).filter({ hasText: `Invited ${invited}` })).toContainText('127.0.0.1')

  await claire.getByRole('searchbox', { name: 'Search' }).fill('AUDITED@')
  await claire.getByRole('button', { name: 'Search' }).click()
  await expect(claire).toHaveURL('/settings/audit?q=AUDITED%40')
  await expect(lines(claire)).toHaveCount(1)

  // The words of the action find it too, in the reader's language.
  await claire.getByRole('searchbox', { name: 'Search' }).fill('invited somebody')
  await claire.getByRole('searchbox', { name: 'Search' }).press('Enter')
  await expect(claire).toHaveURL('/settings/audit?q=invited+somebody')
  await expect(lines(claire).filter({ hasText: invited })).toHaveCount(1)
  await claire.goBack()
  await expect(claire.getByRole('searchbox', { name: 'Search' })).toHaveValue('AUDITED@')

  await claire.goto('/settings/audit?action=role.changed&q=nobody-of-this-name')
  await expect(claire.getByText('No line of the log fits this search.')).toBeVisible()
  await claire.getByRole('link', { name: 'Clear' }).click()
  await expect(claire).toHaveURL('/settings/audit')
  await expect(claire.getByLabel('Action')).toHaveValue('')
  await claire.context().close()
})

test('what was written and where is told in the reader’s language', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  const note = { section: 'pickup', body: 'Later on Tuesdays.' }
  expect((await write(claire.context(), app.url, 'POST', '/api/reviews/2026-W10/notes', note)).status).toBe(200)
  await claire.goto('/settings/audit?action=note.written')
  await expect(lines(claire).first()).toContainText('in “When people pick up”')
  await claire.context().addCookies([{ name: 'callboard-locale', value: 'fr', url: app.url }])
  await claire.reload()
  await expect(claire.locator('tbody tr').first()).toContainText('dans \u00ab\u00a0Quand on décroche\u00a0\u00bb')
  await expect(claire.locator('tbody')).not.toContainText('section')
  await claire.context().close()
})

test('the file holds what was found, and its making is told', async ({ browser, app }) => {
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/audit?action=sign-in')
  const shown = await lines(claire).count()
  const started = claire.waitForEvent('download')
  await claire.getByRole('link', { name: 'Export as CSV' }).click()
  const download = await started
  expect(download.suggestedFilename()).toMatch(/^callboard-audit-\d{4}-\d{2}-\d{2}\.csv$/)
  const text = (await readFile(await download.path())).toString('utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const { data, errors } = papaparse.parse<string[]>(text.slice(1), { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data[0]?.slice(0, 3)).toEqual(['Time (Europe/Paris)', 'Person', 'Kind'])
  expect(data).toHaveLength(shown + 1)
  for (const row of data.slice(1)) expect(row.slice(2, 5)).toEqual(['person', 'sign-in', 'Signed in'])

  await claire.goto('/settings/audit?action=export')
  await expect(lines(claire).first()).toContainText('Exported audit')
  await claire.context().close()
})

test('a refused sign-in is told without what was typed for a password', async ({ browser, app }) => {
  const stranger = await browser.newContext({ baseURL: app.url })
  const { csrfToken } = await (await stranger.request.get('/api/auth/csrf')).json()
  const secret = 'my-very-own-secret-words'
  for (const email of ['stranger@example.com', secret]) {
    const form = { email, password: secret, json: 'true', csrfToken }
    expect((await stranger.request.post('/api/auth/callback/credentials', { form })).status()).toBe(401)
  }
  const claire = await enterAs(browser, PEOPLE.admin, app.url)
  await claire.goto('/settings/audit?action=sign-in.refused')
  // Others may have been refused on this server before.
  await expect(lines(claire).nth(0)).toHaveText(/Sign-in refused/)
  await expect(lines(claire).nth(1)).toHaveText(/Sign-in refused for stranger@example\.com/)
  await expect(claire.getByText(secret)).toHaveCount(0)
  const file = await claire.request.get('/api/audit?format=csv')
  expect(await file.text()).not.toContain(secret)
  await stranger.close()
  await claire.context().close()
})
