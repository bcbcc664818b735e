import type { Page } from '@playwright/test'
import { spoiledNetwork } from './spoiled-network'
import { expectAlive, hangScreen, numbers, showOf, sitDown } from './wall'
import { expect, test } from './world'

/* A network or a server that takes its time: a screen waits for it as long as it has to, and says nothing wrong meanwhile. */

test.describe.configure({ timeout: 150_000 })

const between = spoiledNetwork()
test.afterEach(({ allo }) => allo.mend())

const SCORES = showOf([numbers('?period=this-week')])
const age = (page: Page) => page.locator('[data-age]')

test('a document that takes its time is waited for, by a screen that was just paired and by one that kept nothing', async ({
  browser,
}) => {
  const desk = await sitDown(between.server.url)
  const context = await browser.newContext({ baseURL: between.network.url, viewport: { width: 1280, height: 720 } })
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
  between.network.turn(path => (path === '/tv' ? 'wait' : 'pass'))
  await desk.post('/api/screens', { data: { code, name: 'Floor', place: '', show: SCORES, hasSound: false } })
  // Longer than any screen waits that has something to show meanwhile.
  const gaveUp = await page.waitForEvent('requestfailed', { timeout: 22_000 }).catch(() => null)
  expect(gaveUp).toBeNull()
  expect([documents, lost]).toEqual([2, 0])
  between.network.turn('pass')
  await expect(age(page)).toHaveText(/^Updated/)
  await expectAlive(page)
  await context.close()
})

test('a screen without network marks no hour as the current one that is over', async ({ browser }) => {
  const desk = await sitDown(between.server.url)
  const before = (page: Page) => page.clock.install()
  const pickup = showOf([numbers('?period=last-4-weeks', 'pickup')])
  const { page } = await hangScreen(browser, between.network.url, desk, pickup, { before })
  const now = page.locator('.pickup .lead span')
  await expect(now).toHaveText(/^Now/)
  between.network.turn('refuse')
  between.network.cut()
  await page.clock.runFor(3_600_000)
  await expect(age(page)).toHaveText(/offline/i)
  await expect(now).toBeHidden()
  await expect(page.locator('.pickup .lead b')).toBeVisible()
  between.network.turn('pass')
  await page.clock.runFor(40_000)
  await expect(age(page)).toHaveText(/^Updated/)
  await expect(now).toBeVisible()
  await page.context().close()
})

test('while Allo refuses our key, the footer says the same as the scene', async ({ browser, allo }) => {
  await allo.breakdown({ kind: 'status', status: 401 })
  const desk = await sitDown(between.server.url)
  // What no screen has asked for yet: an answer that is at hand stays.
  const { page } = await hangScreen(browser, between.server.url, desk, showOf([numbers('?period=last-month')]))
  await expect(page.locator('#turn')).toContainText('Allo refuses our key')
  await expect(age(page)).toHaveText('Allo refuses our key')
  await page.context().close()
})
