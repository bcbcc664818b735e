import { expectNoOverflow } from './checks'
import { INES, MAYA, sessionOf } from './fixtures'
import { enterAs, PEOPLE } from './views'
import { expect, test } from './world'

test.use({ own: 'connection' })

const KEY = { authorization: 'Api-Key ak_sim_callboard' }

test('the connection: the key, its limits, lines, people and tags as Allo has them', async ({ browser, app, allo }) => {
  const page = await enterAs(browser, PEOPLE.admin, app.url)
  await page.goto('/settings/connection')
  const data = async (path: string) => (await (await fetch(`${allo.url}/v2/api/${path}`, { headers: KEY })).json()).data
  const [me, numbers, users, blocked, tags] = await Promise.all(
    ['me', 'numbers', 'users', 'users?status=BLOCKED', 'tags'].map(data),
  )

  const key = page.getByRole('region', { name: 'Allo key' })
  await expect(key).toContainText('Allo answers and accepts the key.')
  for (const text of [me.team.name, me.api_key_id, '20 reads and 5 writes a second', ...me.scopes]) {
    await expect(key).toContainText(text)
  }
  expect(await page.content()).not.toContain('ak_sim_callboard')
  await key.getByText(`${me.endpoints.length} endpoints`).click()
  await expect(key.getByText('PUT /v2/api/conversations/{contact_number}/action')).toBeVisible()

  const lines = page.getByRole('table', { name: 'Lines' })
  const real = numbers.filter((line: { number: string | null }) => line.number !== null)
  await expect(lines.getByRole('row')).toHaveCount(real.length + 1)
  for (const line of real) {
    const row = lines.getByRole('row').filter({ has: page.getByText(line.name, { exact: true }) })
    for (const user of line.users) await expect(row).toContainText(user.name)
    await expect(row.getByText('MMS')).toHaveCount(line.capabilities.includes('MMS') ? 1 : 0)
  }
  await expect(page.getByRole('table', { name: 'Sender IDs' }).getByRole('row')).toHaveCount(
    numbers.length - real.length + 1,
  )
  const people = page.getByRole('table', { name: 'People in Allo' })
  await expect(people.getByRole('row')).toHaveCount(users.length + blocked.length + 1)
  for (const { name } of blocked)
    await expect(people.getByRole('row').filter({ hasText: name })).toContainText('Blocked')

  const tagList = page.getByRole('region', { name: 'Tags' })
  await expect(tagList.getByRole('listitem')).toHaveCount(tags.length)
  await expect(tagList.getByRole('listitem').filter({ hasText: 'Counts as a conversion' })).toHaveText(/meeting_booked/)
  await tagList.getByRole('link', { name: 'Choose conversion tags' }).click()
  await expect(page).toHaveURL(/\/settings\/conversions$/)
  await page.context().close()
})

test('checking again asks Allo anew, and tells what it finds', async ({ browser, app, allo }) => {
  const page = await enterAs(browser, PEOPLE.admin, app.url)
  await page.goto('/settings/connection')
  const key = page.getByRole('region', { name: 'Allo key' })
  await expect(key).toContainText('Allo answers and accepts the key.')
  await allo.breakdown({ kind: 'status', status: 401 })
  await key.getByRole('button', { name: 'Check now' }).click()
  await expect(key).toContainText('Allo does not know this key')
  await expect(key).toContainText('ALLO_API_KEY')
  await allo.mend()
  await key.getByRole('button', { name: 'Check now' }).click()
  await expect(key).toContainText('Allo answers and accepts the key.')
  await page.context().close()
})

for (const [apiKey, title, advice] of [
  ['ak_sim_revoked', 'This key was revoked', 'Make a new key'],
  ['ak_sim_trial', 'The Allo team is on a trial plan', 'Choose a plan in Allo'],
  ['ak_sim_nobody', 'Allo does not know this key', 'Make a new key'],
] as const) {
  test(`a key is told from the others: ${title}`, async ({ browser, another }) => {
    const url = await another({ ALLO_API_KEY: apiKey })
    const page = await enterAs(browser, PEOPLE.admin, url)
    await page.goto('/settings/connection')
    const key = page.getByRole('region', { name: 'Allo key' })
    await expect(key).toContainText(title)
    await expect(key).toContainText(advice)
    await expect(page.getByText('Until it does, everything is offered.')).toBeVisible()
    await expectNoOverflow(page)
    await page.context().close()
  })
}

test('an Allo that cannot be reached is told as such', async ({ browser, another }) => {
  const url = await another({ ALLO_BASE_URL: 'http://127.0.0.1:9' })
  const page = await enterAs(browser, PEOPLE.admin, url)
  await page.goto('/settings/connection')
  await expect(page.getByRole('region', { name: 'Allo key' })).toContainText('Allo cannot be reached')
  await page.context().close()
})

test('what a narrow key cannot do is listed with its reason', async ({ browser, another }) => {
  const url = await another({ ALLO_API_KEY: 'ak_sim_analytics_only' })
  const page = await enterAs(browser, PEOPLE.admin, url)
  await page.goto('/settings/connection')
  const features = page.getByRole('region', { name: 'What the key allows' })
  const missing = features.getByRole('listitem').filter({ hasText: 'Not available' })
  await expect(missing).toHaveText([
    /people.*USERS_READ/i,
    /lines.*PHONE_NUMBERS_READ/i,
    /tags.*TAGS_READ/i,
    /TAGS_WRITE/,
    /CONVERSATIONS_WRITE/,
    /SMS_SEND/,
  ])
  await expect(features.getByRole('listitem').filter({ hasNotText: 'Not available' })).toHaveText([
    /Reports/,
    /Lists of calls/,
    /The inbox/,
  ])
  await expect(page.getByRole('region', { name: 'Tags' })).toContainText('lacks a scope')
  await page.context().close()
})

test('only administrators see it, on narrow windows and in French too', async ({ browser, app }) => {
  for (const email of [MAYA.email, INES.email]) {
    const { cookies } = await sessionOf(email, app.url)
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect((await fetch(`${app.url}/settings/connection`, { headers: { cookie } })).status).toBe(403)
  }
  const session = await sessionOf('claire.dubois@northline.example', app.url)
  const context = await browser.newContext({
    baseURL: app.url,
    storageState: session,
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/settings/connection')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
  await expect(page.getByRole('table', { name: 'Lignes' }).getByRole('row').nth(1)).toContainText('France')
  await expectNoOverflow(page)
  await context.close()
})
