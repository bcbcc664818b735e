import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { apiOf, type Item } from './allo-api'
import { INES, sessionOf } from './fixtures'
import { type Allo, expect, test } from './world'

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true })
const hrefOf = (number: string) => `/contacts/${encodeURIComponent(number)}`
const datesIn = (page: Page) =>
  timeline(page)
    .locator('time')
    .evaluateAll(each => each.map(time => Date.parse(time.getAttribute('datetime') ?? '')))

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** The number of the last quarter that was met most, and everything with it, newest first. */
async function busiest(allo: Allo): Promise<{ number: string; items: Item[] }> {
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  const met = new Map<string, number>()
  for (const { contact_number: each } of await allo.calls(day(90), day(1))) met.set(each, (met.get(each) ?? 0) + 1)
  const number = [...met].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
  return { number, items: await apiOf(allo).items(number) }
}

test('the whole history with a number, in the days of the workspace', async ({ page, allo }) => {
  const { number, items } = await busiest(allo)
  expect(items.length).toBeGreaterThan(50)
  await page.goto(hrefOf(number))
  const dates = items.map(item => Date.parse(item.date))
  expect(await datesIn(page)).toEqual(dates.slice(0, 50))
  const day = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Europe/Paris',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  })
  await expect(timeline(page).getByRole('heading', { level: 3 }).first()).toHaveText(
    new RegExp(`^${day.format(dates[0])}`),
  )
  await expect(timeline(page)).toContainText(`50 of ${items.length.toLocaleString('en-US')}`)

  const earlier = timeline(page).getByRole('button', { name: 'Load earlier' })
  for (let shown = 50; shown < items.length; shown += 50) {
    await earlier.click()
    await expect.poll(async () => (await datesIn(page)).length).toBe(Math.min(shown + 50, items.length))
  }
  expect(await datesIn(page)).toEqual(dates)
  await expect(earlier).toHaveCount(0)
})

test('a call opens over the page', async ({ page, allo }) => {
  const { number, items } = await busiest(allo)
  const call = items.find(item => item.type === 'CALL')
  await page.goto(hrefOf(number))
  await timeline(page).locator(`a[data-call="${call?.id}"]`).click()
  await expect(page).toHaveURL(`${hrefOf(number)}?call=${call?.id}`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(hrefOf(number))
})

test('several contacts on one number are told apart, with their deals', async ({ page, allo }) => {
  const api = apiOf(allo)
  const lines = await api.lines()
  const known = (await Promise.all(lines.map(({ number }) => api.conversations(number, false)))).flat()
  const shared = known.find(each => each.contacts.length > 1)
  const contacts = (await api.items(shared?.contact_number ?? ''))[0]?.contacts ?? []
  expect(contacts.length).toBeGreaterThan(1)
  await page.goto(hrefOf(shared?.contact_number ?? ''))
  await expect(page.getByText(`${contacts.length} contacts have this number`)).toBeVisible()
  const card = page.getByRole('region', { name: 'Contacts' })
  const WORDS: Record<string, string> = { OPEN: 'Open', WON: 'Won', LOST: 'Lost' }
  for (const { name, deals } of contacts) {
    await expect(card.getByText(name, { exact: true }).first()).toBeVisible()
    for (const deal of deals) {
      await expect(card.getByRole('listitem').filter({ hasText: deal.name }).last()).toContainText(
        WORDS[deal.status] ?? '',
      )
    }
  }
})

for (const [status, word] of [
  ['OPEN', 'Open'],
  ['WON', 'Won'],
  ['LOST', 'Lost'],
] as const) {
  test(`a deal stands with the contact, and how it goes: ${word}`, async ({ page, allo }) => {
    const api = apiOf(allo)
    const lines = await api.lines()
    const known = (await Promise.all(lines.map(({ number }) => api.conversations(number, false)))).flat()
    const found = known.find(
      ({ contacts }) => contacts.length === 1 && contacts[0]?.deals.some(each => each.status === status),
    )
    const [contact] = found?.contacts ?? []
    const deal = contact?.deals.find(each => each.status === status)
    if (!found || !contact || !deal) throw new Error(`nobody has a deal that is ${status}`)
    await page.goto(hrefOf(found.contact_number))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(contact.name)
    await expect(page.getByRole('list', { name: `Deals of ${contact.name}` })).toContainText(`${deal.name} · ${word}`)
    await expectAccessible(page)
  })
}

test('a rep sees their own part of it', async ({ browser, app, allo }) => {
  const api = apiOf(allo)
  const ines = (await api.users()).find(user => user.email === INES.email)?.id ?? ''
  const { number } = await busiest(allo)
  const everything = await api.items(number)
  const own = everything.filter(item => item.user?.id === ines)
  expect(own.length).toBeLessThan(everything.length)
  const context = await browser.newContext({ baseURL: app.url, storageState: await sessionOf(INES.email, app.url) })
  const page = await context.newPage()
  await page.goto(hrefOf(number))
  expect(await datesIn(page)).toEqual(own.slice(0, 50).map(item => Date.parse(item.date)))
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
  await context.close()
})

test.describe('a number', () => {
  test('that is none gets a sentence', async ({ page }) => {
    for (const [wrong, title] of [
      ['12345', 'This is no phone number'],
      ['anonymous', 'This caller withheld their number'],
    ] as const) {
      await page.goto(`/contacts/${wrong}`)
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    }
  })

  test('that nobody spoke with, in a country that takes no texts', async ({ page }) => {
    await page.goto(hrefOf('+447700900123'))
    await expect(timeline(page)).toContainText('No calls or texts with this number')
    await expect(
      page.getByText('Texts can be sent to France and within the United States and Canada only.'),
    ).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
  })
})

test('texts are written from here too', async ({ page, allo }) => {
  const number = '+12025550100'
  await page.goto(hrefOf(number))
  const box = page.getByRole('textbox', { name: 'Message' })
  await page.getByLabel('From').selectOption('+16285550187')
  await box.fill('From the contact page')
  await box.press('Control+Enter')
  await expect(page.getByText('Text sent')).toBeVisible()
  await expect(timeline(page).getByText('From the contact page')).toBeVisible()
  const sent = (await apiOf(allo).items(number, { type: 'SMS' })).filter(
    item => item.content === 'From the contact page',
  )
  expect(sent).toHaveLength(1)
})

test('when Allo fails the page says so, and shows it once Allo is back', async ({ page, allo }) => {
  await allo.breakdown({ match: { operation: 'searchItems' }, kind: 'status', status: 503 })
  await page.goto(hrefOf('+12025550101'))
  await expect(page.getByRole('alert').filter({ hasText: 'Allo has a fault of its own' })).toBeVisible()
  await allo.mend()
  // A failure is remembered for a moment, so that nobody asks a workspace in trouble again and again: the button waits for it.
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(timeline(page)).toBeVisible()
})

test('a key that may not send says so where one would write', async ({ page, another }) => {
  const url = await another({ ALLO_API_KEY: 'ak_sim_analytics_only' })
  await page.goto(`${url}${hrefOf('+12025550100')}`)
  await expect(page.getByRole('note').filter({ hasText: 'SMS_SEND' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
})

test('what comes in while the page is open shows up by itself', async ({ page, allo, app }) => {
  const number = '+12025550102'
  await page.clock.install()
  await page.goto(hrefOf(number))
  await expect(timeline(page)).toBeVisible()
  const sent = await fetch(`${allo.url}/v1/api/sms`, {
    method: 'POST',
    headers: { authorization: 'ak_sim_callboard', 'content-type': 'application/json' },
    body: JSON.stringify({ from: '+16285550187', to: number, message: 'Written elsewhere' }),
  })
  expect(sent.ok, await sent.text()).toBe(true)
  await app.later()
  await expect(async () => {
    await page.clock.fastForward('00:31')
    await expect(timeline(page).getByText('Written elsewhere')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
})
