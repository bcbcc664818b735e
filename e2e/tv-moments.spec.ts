import type { Page } from '@playwright/test'
import { apiOf } from './allo-api'
import { PEOPLE } from './cast'
import { expectAlive, expectNothingOperable, hangScreen, showOf, sitDown, words } from './wall'
import { convert, deliver, searches, WEBHOOK_SECRET } from './webhooks'
import { expect, test } from './world'

const SHOW = showOf([words('Hello')])
const moment = (page: Page) => page.locator('#celebration')

test('a conversion fills the wall once, and goes at once when its tag does', async ({ browser, another, allo }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  const desk = await sitDown(url)
  const before = await searches(allo)
  const { page } = await hangScreen(browser, url, desk, SHOW)
  // What is there at the first look is no news.
  await expect.poll(() => searches(allo)).toBeGreaterThan(before)
  await page.clock.install()
  await page.reload()

  const first = await convert(allo)
  expect(await deliver(allo, url, 'call.completed', first)).toBe(204)
  await expect(moment(page)).toHaveAttribute('data-on', '1')
  await expect(moment(page)).toContainText('Inès Caron')
  // Its own eight seconds do not pass any more: what takes it away is the tag.
  await page.clock.pauseAt(new Date(Date.now() + 2000))
  await expectNothingOperable(page)
  await expect(moment(page)).toHaveAttribute('data-on', '1')
  const headers = { authorization: 'Api-Key ak_sim_callboard' }
  const tag = `${allo.url}/v2/api/conversations/items/${first}/tags/meeting_booked`
  expect((await fetch(tag, { method: 'DELETE', headers })).status).toBe(200)
  expect(await deliver(allo, url, 'tag.removed', first)).toBe(204)
  await expect(moment(page)).toHaveAttribute('data-on', '0')

  // The next one comes alone, also on a page that was opened anew: the queue is in order, so an old one would come first.
  await page.clock.resume()
  await page.reload()
  const other = (await apiOf(allo).users()).find(({ email }) => email !== PEOPLE.rep)
  const second = await convert(allo, other?.id)
  expect(await deliver(allo, url, 'tag.added', second)).toBe(204)
  await expect(moment(page)).toHaveAttribute('data-on', '1')
  await expect(moment(page)).toContainText(String(other?.name))
  await expect(page.locator('[data-ticker]')).toContainText(String(other?.name), { timeout: 20_000 })
  await expectAlive(page)
  await page.context().close()
})

test('an address with a secret opens the scenes, survives F5, and tells nobody', async ({ browser, app }) => {
  const desk = await sitDown(app.url)
  const data = { code: null, name: 'Player', place: '', show: SHOW, hasSound: false }
  const { id, secret } = await (await desk.post('/api/screens', { data })).json()
  expect(secret).toMatch(/^cb_/)
  const context = await browser.newContext({ baseURL: app.url })
  const page = await context.newPage()
  const told: string[] = []
  page.on('request', request => told.push(request.url(), request.headers().referer ?? ''))
  await page.goto(`/tv#${secret}`)
  await expect(page.locator('#turn')).toContainText('Hello')
  await page.reload()
  await expect(page.locator('#turn')).toContainText('Hello')
  expect(page.url()).toBe(`${app.url}/tv#${secret}`)
  expect(told.some(text => text.includes('/api/tv/key'))).toBe(true)
  // Playwright tells the address of a navigation with what follows its #, which no request carries.
  expect(told.map(text => text.split('#')[0]).filter(text => text?.includes(secret))).toEqual([])
  expect(await page.content()).not.toContain(secret)

  // Another address counts more than the cookie of the one before.
  const second = { ...data, show: showOf([words('Welcome')]) }
  const { id: other, secret: newer } = await (await desk.post('/api/screens', { data: second })).json()
  await page.goto('about:blank')
  await page.goto(`/tv#${newer}`)
  await expect(page.locator('#turn')).toContainText('Welcome')

  for (const each of [id, other]) await desk.delete(`/api/screens/${each}`)
  await expect(page.locator('#pairing')).toBeVisible({ timeout: 20_000 })
  await context.close()
})

/** Counts the device's sounds that are taken, and those that are let go. */
const LISTENING = `
  window.sounds = { taken: 0, released: 0 }
  window.AudioContext = class extends AudioContext {
    constructor() { super(); window.sounds.taken += 1 }
    close() { window.sounds.released += 1; return super.close() }
  }`
const sounds = (page: Page): Promise<{ taken: number; released: number }> =>
  page.evaluate(() => Reflect.get(window, 'sounds'))

test('a moment is heard where sound was armed at pairing, and nowhere else', async ({ browser, another, allo }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  const desk = await sitDown(url)
  const looks = await searches(allo)
  const before = (page: Page) => page.addInitScript(LISTENING)
  const { page: armed } = await hangScreen(browser, url, desk, SHOW, { hasSound: true, before })
  const { page: silent } = await hangScreen(browser, url, desk, SHOW, { before })
  await expect.poll(() => searches(allo)).toBeGreaterThan(looks)
  expect(await deliver(allo, url, 'call.completed', await convert(allo))).toBe(204)
  for (const page of [armed, silent]) await expect(moment(page)).toHaveAttribute('data-on', '1')
  await expect.poll(() => sounds(armed)).toEqual({ taken: 1, released: 1 })
  expect(await sounds(silent)).toEqual({ taken: 0, released: 0 })
  for (const page of [armed, silent]) await page.context().close()
})
