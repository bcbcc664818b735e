import type { Page } from '@playwright/test'
import { startMiddlebox } from './middlebox'
import { expectAlive, hangScreen, numbers, showOf, sitDown, startWallServer } from './wall'
import { expect, test } from './world'

/* A network or a server that takes its time: a screen waits for it as long as it has to, and says nothing wrong meanwhile. */

test.describe.configure({ timeout: 150_000 })

let server: Awaited<ReturnType<typeof startWallServer>>
let network: Awaited<ReturnType<typeof startMiddlebox>>
test.beforeAll(async ({ allo }) => {
  server = await startWallServer(allo.port)
  network = await startMiddlebox(Number(new URL(server.url).port))
})
test.beforeEach(() => network.turn('pass'))
test.afterEach(({ allo }) => allo.mend())
test.afterAll(async () => {
  network.stop()
  await server.stop()
})

const SCORES = showOf([numbers('?period=this-week')])
const age = (page: Page) => page.locator('[data-age]')

test('a document that takes its time is waited for, by a screen that was just paired and by one that kept nothing', async ({
  browser,
}) => {
  const desk = await sitDown(server.url)
  const context = await browser.newContext({ baseURL: network.url, viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  let documents = 0
  let lost = 0
  page.on('request', request => {
    if (request.isNavigationRequest()) documents += 1
  })
  page.on('requestfailed', request => {
    if (request.isNavigationRequest()) lost += 1
  })
  await page.goto('/tv')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const code = await page.locator('#pairing').getAttribute('data-code')
  network.turn(path => (path === '/tv' ? 'wait' : 'pass'))
  await desk.post('/api/screens', { data: { code, name: 'Floor', place: '', show: SCORES, hasSound: false } })
  // Longer than any screen waits that has something to show meanwhile.
  const gaveUp = await page.waitForEvent('requestfailed', { timeout: 22_000 }).catch(() => null)
  expect(gaveUp).toBeNull()
  expect([documents, lost]).toEqual([2, 0])
  network.turn('pass')
  await expect(age(page)).toHaveText(/^Updated/)
  await expectAlive(page)
  await context.close()
})

test('a screen without network marks no hour as the current one that is over', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const before = (page: Page) => page.clock.install()
  const pickup = showOf([numbers('?period=last-4-weeks', 'pickup')])
  const { page } = await hangScreen(browser, network.url, desk, pickup, { before })
  const now = page.locator('.pickup .lead span')
  await expect(now).toHaveText(/^Now/)
  network.turn('refuse')
  network.cut()
  await page.clock.runFor(3_600_000)
  await expect(age(page)).toHaveText(/offline/i)
  await expect(now).toBeHidden()
  await expect(page.locator('.pickup .lead b')).toBeVisible()
  network.turn('pass')
  await page.clock.runFor(40_000)
  await expect(age(page)).toHaveText(/^Updated/)
  await expect(now).toBeVisible()
  await page.context().close()
})

test('while Allo refuses our key, the footer says the same as the scene', async ({ browser, allo }) => {
  await allo.breakdown({ kind: 'status', status: 401 })
  const desk = await sitDown(server.url)
  const { page } = await hangScreen(browser, server.url, desk, showOf([numbers('?period=last-year')]))
  await expect(page.locator('#turn')).toContainText('Allo refuses our key')
  await expect(age(page)).toHaveText('Allo refuses our key')
  await page.context().close()
})
