import { expectNoOverflow } from './checks'
import { openOutbound, stageLink } from './outbound'
import { enterAs, PEOPLE } from './views'
import { countWords } from './words'
import { expect, test } from './world'

test.use({ own: 'tokens' })

/** Asks as a script does: no browser, no cookie. */
function ask(url: string, secret: string, path: string, method = 'GET'): Promise<Response> {
  return fetch(url + path, { method, headers: { authorization: `Bearer ${secret}` } })
}

test('a token reads a report until it is revoked', async ({ browser, app, page }) => {
  const admin = await enterAs(browser, PEOPLE.admin, app.url)
  await admin.goto('/settings/tokens')
  await expect(admin.getByText('There is no token.')).toBeVisible()
  await admin.getByRole('button', { name: 'Make token' }).click()
  await expect(admin.getByText('This is needed.')).toBeVisible()
  await admin.getByRole('textbox', { name: 'Name' }).fill('Nightly export')
  await admin.getByRole('combobox', { name: 'Lasts' }).selectOption('30 days')
  await admin.getByRole('button', { name: 'Make token' }).click()
  const note = admin.getByRole('region', { name: 'The new token' })
  const secret = (await note.locator('code').innerText()).trim()
  expect(secret).toMatch(/^cb_[\w-]{43}$/)
  await expect(note.locator('pre')).toContainText(`${app.url}/api/reports/outbound?period=last-week`)
  await expectNoOverflow(admin)

  const report = await ask(app.url, secret, '/api/reports/outbound?period=last-week')
  expect(report.status).toBe(200)
  const { stages } = (await report.json()).report.funnel
  expect(stages[0].count.now).toBeGreaterThan(100)
  await openOutbound(page, '?period=last-week')
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(stages[0].count.now))

  const table = await ask(app.url, secret, '/api/reports/outbound/leaderboard?period=last-week')
  expect([table.status, table.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present'])

  // Nothing else is open to it.
  for (const path of ['/api/drilldown?stage=dials', '/api/views'])
    expect((await ask(app.url, secret, path)).status).toBe(403)
  expect((await ask(app.url, secret, '/api/tokens/anything', 'DELETE')).status).toBe(403)

  // The secret is shown once.
  await admin.reload()
  const row = admin.getByRole('listitem').filter({ hasText: 'Nightly export' })
  await expect(row).toContainText(`…${secret.slice(-4)}`)
  await expect(row).toContainText('by Claire Dubois')
  await expect(row).toContainText('last used')
  await expect(row).toContainText('expires')
  expect(await admin.content()).not.toContain(secret.slice(3, 20))

  await row.getByRole('button', { name: 'Revoke Nightly export' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(admin.getByText('There is no token.')).toBeVisible()
  const refused = await ask(app.url, secret, '/api/reports/outbound?period=last-week')
  expect([refused.status, (await refused.json()).error.code]).toEqual([401, 'NOT_SIGNED_IN'])
  expect(app.output()).not.toContain(secret.slice(3, 20))
  await admin.context().close()
})

test('only administrators see the page', async ({ browser, app }) => {
  for (const email of [PEOPLE.manager, PEOPLE.rep, PEOPLE.viewer]) {
    const page = await enterAs(browser, email, app.url)
    const answer = await page.goto('/settings/tokens')
    expect(answer?.status()).toBe(403)
    await expect(page.getByRole('link', { name: 'API tokens' })).toHaveCount(0)
    await page.context().close()
  }
})
