import type { Browser, BrowserContext, Page } from '@playwright/test'
import { spoiledNetwork } from './spoiled-network'
import { changeShow, expectAlive, expectNothingOperable, hangForGood, numbers, showOf, sitDown, words } from './wall'
import { expect, test } from './world'

/* What answers in our place, or spoils what we answer: a screen outlives it. */

test.describe.configure({ timeout: 150_000 })

const between = spoiledNetwork()

const SCORES = showOf([numbers('?period=this-week')])
const age = (page: Page) => page.locator('[data-age]')
/** A page without a sign of life is loaded anew after a minute. */
const DEAD_AFTER = 60_000

async function hang(browser: Browser) {
  const desk = await sitDown(between.server.url)
  return { desk, ...(await hangForGood(browser, between.network.url, desk, SCORES)) }
}

/** As a screen that was hung before, in a browser that has kept nothing of it but its cookie. */
async function bare(browser: Browser): Promise<BrowserContext> {
  const { page } = await hang(browser)
  const cookies = await page.context().cookies()
  await page.context().close()
  const context = await browser.newContext({ baseURL: between.network.url, viewport: { width: 1280, height: 720 } })
  await context.addCookies(cookies)
  return context
}

for (const mood of ['portal', 'redirect', 'forbid', 'broken', 'stall'] as const) {
  test(`what a network puts in our place is never on the wall: ${mood}`, async ({ browser }) => {
    const { page } = await hang(browser)
    const context = page.context()
    await page.close()
    between.network.turn(mood)
    const again = await context.newPage()
    await again.goto('/tv')
    await expect(age(again)).toHaveText(/offline/i, { timeout: 20_000 })
    await expect(again.locator('#turn')).toContainText('Outbound this week')
    await expectAlive(again)
    await expectNothingOperable(again)
    between.network.turn('pass')
    await expect(age(again)).toHaveText(/^Updated/, { timeout: 60_000 })
    await context.close()
  })
}

test('a document that was cut off on its way is not shown, and is not kept in the place of a whole one', async ({
  browser,
}) => {
  const { page } = await hang(browser)
  for (const mood of ['half', 'refuse'] as const) {
    between.network.turn(path => (path === '/tv' ? mood : 'pass'))
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-kept', '1')
    await expectAlive(page)
  }
  await page.context().close()
})

test('the desk asks for a reload while a network answers in our place: the screen stays, and loads later', async ({
  browser,
}) => {
  const { page, id, desk } = await hang(browser)
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  const asked = page.waitForResponse(response => new URL(response.url()).pathname === '/tv')
  between.network.turn(path => (path === '/tv' ? 'portal' : 'pass'))
  await desk.post(`/api/screens/${id}/commands`, { data: { command: 'reload' } })
  await asked
  await expectAlive(page)
  await expectNothingOperable(page)
  expect(loads).toBe(0)
  between.network.turn('pass')
  await expect.poll(() => loads, { timeout: 40_000 }).toBe(1)
  await expectAlive(page)
  await page.context().close()
})

for (const [file, mood] of [
  ['tv.js', 'refuse'],
  ['tv.js', 'portal'],
  ['tv.js', 'half'],
  ['tv.css', 'refuse'],
] as const) {
  test(`a screen whose ${file} did not come is loaded anew: ${mood}`, async ({ browser }) => {
    const context = await bare(browser)
    const page = await context.newPage()
    await page.clock.install()
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    between.network.turn(path => (path.startsWith(`/tv/${file}`) ? mood : 'pass'))
    await page.goto('/tv')
    await expect(page.locator('#turn')).toContainText('Outbound this week')
    await page.clock.runFor(DEAD_AFTER - 5000)
    expect(loads).toBe(1)
    between.network.turn('pass')
    await page.clock.runFor(10_000)
    await expect.poll(() => loads).toBe(2)
    await expect(page.locator('body')).toHaveCSS('cursor', 'none')
    await expectAlive(page)
    await context.close()
  })
}

test('a stream that goes silent is found out, and one that is held back is replaced by asking', async ({ browser }) => {
  const { page, id, desk } = await hang(browser)
  between.network.turn('silent')
  await expect(age(page)).toHaveText(/offline/i, { timeout: 60_000 })
  between.network.turn(path => (path.startsWith('/api/tv/stream') ? 'hold' : 'pass'))
  await changeShow(desk, id, showOf([words('Asked for')]))
  await expect(page.locator('#turn')).toContainText('Asked for', { timeout: 60_000 })
  await expectAlive(page)
  await page.context().close()
})

test('a screen that is revoked while no document is to be had is not loaded over and over', async ({ browser }) => {
  const { page, id, desk } = await hang(browser)
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  let asked = 0
  page.on('response', response => {
    if (response.status() === 401) asked += 1
  })
  between.network.turn(path => (path === '/tv' ? 'forbid' : 'pass'))
  await desk.delete(`/api/screens/${id}`)
  // It was told so again and again.
  await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(5)
  expect(loads).toBe(1)
  await expectNothingOperable(page)
  between.network.turn('pass')
  await expect(page.locator('#pairing')).toBeVisible({ timeout: 60_000 })
  await page.context().close()
})

test('a proxy that asks who we are does not make a screen forget it', async ({ browser }) => {
  const { page } = await hang(browser)
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  between.network.turn('ask')
  between.network.cut()
  await expect(age(page)).toHaveText(/offline/i, { timeout: 30_000 })
  await expect(page.locator('#turn')).toContainText('Outbound this week')
  between.network.turn('pass')
  await expect(age(page)).toHaveText(/^Updated/, { timeout: 60_000 })
  expect(loads).toBe(0)
  await page.context().close()
})

test('a dark screen says when it is offline, since it does not know then whether its night is over', async ({
  browser,
}) => {
  const { page, id, desk } = await hang(browser)
  const [lineUp] = SCORES.lineUps
  await changeShow(desk, id, { ...SCORES, lineUps: [{ ...lineUp, isOff: true, scenes: [] }] })
  await expect(page.locator('#stage')).toHaveAttribute('data-off', '1')
  await expect(age(page)).toBeHidden()
  between.network.turn('silent')
  await expect(age(page)).toBeVisible({ timeout: 60_000 })
  await expect(age(page)).toHaveText(/offline/i)
  between.network.turn('pass')
  await expect(age(page)).toBeHidden({ timeout: 60_000 })
  await expectAlive(page)
  await page.context().close()
})
