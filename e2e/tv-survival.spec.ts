import type { Page } from '@playwright/test'
import {
  changeShow,
  expectAlive,
  expectNothingOperable,
  hangScreen,
  nextRelease,
  numbers,
  showOf,
  sitDown,
  startWallServer,
  words,
} from './wall'
import { expect, test } from './world'

type Server = Awaited<ReturnType<typeof startWallServer>>

// A screen waits before it calls itself offline, and longer and longer before it asks again.
test.describe.configure({ timeout: 120_000 })

let server: Server
test.beforeAll(async ({ allo }) => {
  server = await startWallServer(allo.port)
})
test.beforeEach(() => server.ensure())
test.afterAll(() => server.stop())

const SCORES = showOf([numbers('?period=this-week')])
const figures = (page: Page) => page.locator('#turn').innerText()
const age = (page: Page) => page.locator('[data-age]')

/** Waits until Allo's numbers are on the wall. Answers them. */
async function settled(page: Page): Promise<string> {
  await expect(age(page)).toHaveText(/^Updated/)
  await expect(page.locator('#turn')).toContainText('Dials')
  return figures(page)
}

/** How often the page was loaded from here on. */
function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  return () => loads
}

test('what the desk changes is on the wall, and the page is the same', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const { page, id } = await hangScreen(browser, server.url, desk, SCORES)
  await settled(page)
  const loads = countLoads(page)
  await changeShow(desk, id, showOf([words('Cake at four')]))
  await expect(page.locator('#turn')).toContainText('Cake at four', { timeout: 3000 })
  await desk.post(`/api/screens/${id}/commands`, { data: { command: 'blink' } })
  await expect(page.locator('#stage')).toHaveAttribute('data-blink', '1')
  await expect(page.locator('#stage')).not.toHaveAttribute('data-blink', '1', { timeout: 20_000 })
  expect(loads()).toBe(0)
  await desk.post(`/api/screens/${id}/commands`, { data: { command: 'reload' } })
  await expect.poll(loads).toBe(1)
  await expect(page.locator('#turn')).toContainText('Cake at four')
  await expectAlive(page)
})

test('a server that dies and comes back does not move the numbers', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const { page, id } = await hangScreen(browser, server.url, desk, SCORES)
  const before = await settled(page)
  const loads = countLoads(page)
  await server.kill()
  await expect(age(page)).toHaveText(/offline/i, { timeout: 20_000 })
  expect(await figures(page)).toBe(before)
  await expectAlive(page)
  await server.start()
  await expect(age(page)).toHaveText(/^Updated/, { timeout: 45_000 })
  await changeShow(desk, id, showOf([words('Back again')]))
  await expect(page.locator('#turn')).toContainText('Back again')
  expect(loads()).toBe(0)
})

test('while Allo is away the last numbers stand with their age, amber and then red', async ({ browser, allo }) => {
  const desk = await sitDown(server.url)
  const { page } = await hangScreen(browser, server.url, desk, SCORES)
  const before = await settled(page)
  await expect(age(page)).toHaveAttribute('data-tone', 'fresh')
  await allo.breakdown({ kind: 'status', status: 503 })
  await server.later()
  await expect(age(page)).toHaveText(/Allo does not answer/, { timeout: 30_000 })
  await expect(age(page)).toHaveAttribute('data-tone', 'amber')
  await server.later()
  await server.later()
  await expect(age(page)).toHaveAttribute('data-tone', 'red', { timeout: 30_000 })
  await expectNothingOperable(page)
  const numbersOf = (text: string) => text.match(/[\d,]+/g)?.filter(part => part.length > 2)
  expect(numbersOf(await figures(page))).toEqual(expect.arrayContaining((numbersOf(before) ?? []).slice(0, 1)))
  await allo.mend()
  await server.later()
  await expect(age(page)).toHaveText(/^Updated/, { timeout: 45_000 })
  await expect(age(page)).toHaveAttribute('data-tone', 'fresh')
})

test('without network the screen goes on, says so, and is back by itself', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const { page, id } = await hangScreen(browser, server.url, desk, SCORES)
  const before = await settled(page)
  await page.context().setOffline(true)
  await expect(age(page)).toHaveText(/offline/i, { timeout: 50_000 })
  expect(await figures(page)).toBe(before)
  await expectAlive(page)
  await expectNothingOperable(page)
  await changeShow(desk, id, showOf([words('While you were away')]))
  await page.context().setOffline(false)
  await expect(page.locator('#turn')).toContainText('While you were away', { timeout: 10_000 })
})

test('after a power cut without network it opens with the last numbers and their age', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const { page } = await hangScreen(browser, server.url, desk, SCORES)
  const before = await settled(page)
  const kept = () => page.evaluate(async () => (await (await caches.open('callboard-tv')).keys()).length)
  // The document, its script, its styles, its typeface, the last show.
  await expect.poll(kept).toBe(5)
  const context = page.context()
  await page.close()
  await server.kill()
  const again = await context.newPage()
  await again.goto('/tv')
  await expect(age(again)).toHaveText(/offline/i)
  expect(await figures(again)).toBe(before)
  await expectAlive(again)
  await expectNothingOperable(again)
  await server.start()
  await expect(age(again)).toHaveText(/^Updated/, { timeout: 45_000 })
  expect(await again.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([expect.any(Number), 0])
  expect(await again.evaluate(() => localStorage.length)).toBeLessThanOrEqual(1)
})

test('a screen that is revoked shows a code at once, and keeps nothing', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const { page, id } = await hangScreen(browser, server.url, desk, SCORES)
  await settled(page)
  expect((await desk.delete(`/api/screens/${id}`)).ok()).toBe(true)
  await expect(page.locator('#pairing')).toBeVisible({ timeout: 8000 })
  await expect(page.locator('#stage')).toHaveCount(0)
  await expectAlive(page)
})

test('a new release is loaded once, at a change of scenes', async ({ browser }) => {
  const release = nextRelease()
  try {
    const desk = await sitDown(server.url)
    const { page } = await hangScreen(browser, server.url, desk, showOf([words('One'), numbers('?period=today')]))
    await expectAlive(page)
    const loads = countLoads(page)
    await server.stop()
    await server.start(release.server)
    const script = page.locator('script[src^="/tv/tv.js"]')
    await expect(script).toHaveAttribute('src', `/tv/tv.js?v=${release.version}`, { timeout: 45_000 })
    await expectAlive(page)
    // Two more changes of scenes, and it stays.
    for (const _ of [1, 2]) {
      const panel = await page.locator('#turn').getAttribute('data-panel')
      await expect.poll(() => page.locator('#turn').getAttribute('data-panel')).not.toBe(panel)
    }
    expect(loads()).toBe(1)
  } finally {
    await server.stop()
    release.remove()
  }
})
