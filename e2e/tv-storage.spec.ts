import type { Browser, Page } from '@playwright/test'
import { spoiledNetwork } from './spoiled-network'
import { changeShow, expectAlive, hangForGood, hangScreen, numbers, showOf, sitDown, words } from './wall'
import { expect, test } from './world'

/* A device whose storage is full, refused or spoiled, or that lost its clock: a screen outlives it. */

test.describe.configure({ timeout: 150_000 })

const between = spoiledNetwork()

const SCORES = showOf([numbers('?period=this-week')])
const age = (page: Page) => page.locator('[data-age]')

async function hang(browser: Browser) {
  const desk = await sitDown(between.server.url)
  return { desk, ...(await hangForGood(browser, between.network.url, desk, SCORES)) }
}

test('a screen whose storage is full shows what the server says now', async ({ browser }) => {
  const { page, id, desk } = await hang(browser)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: between.network.url, quotaSize: 1 })
  await changeShow(desk, id, showOf([words('Newer than what is kept')]))
  await page.reload()
  await expect(page.locator('#turn')).toContainText('Newer than what is kept')
  await expect(page.locator('html')).not.toHaveAttribute('data-kept', '1')
  await expectAlive(page)
  await page.context().close()
})

/** As browsers that are told to keep nothing: it is refused even to ask. */
const DENIED = `
  const refuse = () => { throw new DOMException('Access is denied for this document.', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse })
  for (const name of ['open', 'match', 'delete']) Object.defineProperty(CacheStorage.prototype, name, { value: async () => refuse() })
  delete Navigator.prototype.serviceWorker`

test('a browser that may keep nothing shows its numbers all the same', async ({ browser }) => {
  const desk = await sitDown(between.server.url)
  const before = (page: Page) => page.addInitScript(DENIED)
  const { page, id } = await hangScreen(browser, between.network.url, desk, SCORES, { before })
  await expect(age(page)).toHaveText(/^Updated/)
  await expectAlive(page)
  await changeShow(desk, id, showOf([words('Without a memory')]))
  await expect(page.locator('#turn')).toContainText('Without a memory')
  await page.context().close()
})

/** Writes something else over what was kept under a path. */
async function spoil(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async entry => {
      const cache = await caches.open('callboard-tv')
      await cache.put(entry.path, new Response(entry.text, { headers: { 'content-type': 'text/html' } }))
    },
    { path, text },
  )
}

test('a kept document that is spoiled is not shown without network, and the screen is back with it', async ({
  browser,
}) => {
  const { page } = await hang(browser)
  await spoil(page, '/tv', '<p>half a docum')
  between.network.turn('refuse')
  // What stands there then is the browser's own page, which tries again.
  await page.reload().catch(() => null)
  await expect(page.getByText('half a docum')).toHaveCount(0)
  between.network.turn('pass')
  await expect(age(page)).toHaveText(/^Updated/, { timeout: 60_000 })
  await expectAlive(page)
  await page.context().close()
})

test('a kept script that is spoiled is fetched anew, and all else that is kept stays', async ({ browser }) => {
  const { page: before } = await hang(browser)
  const script = await before.locator('script[src]').getAttribute('src')
  await spoil(before, script ?? '', 'half a scr')
  // Another page: this one has its script in its memory.
  const page = await before.context().newPage()
  await before.close()
  await page.clock.install()
  await page.goto('/tv')
  // The network goes once more when the screen has asked for its files.
  between.network.turn(path => (path.startsWith('/tv/') ? 'wait' : 'pass'))
  const asked = page.waitForRequest(request => new URL(request.url()).pathname === '/tv/tv.js')
  await page.clock.runFor(65_000)
  await asked
  between.network.turn('refuse')
  await expect(page.locator('html')).toHaveAttribute('data-kept', '1')
  await expect(page.locator('#turn')).toContainText('Outbound this week')
  between.network.turn('pass')
  await page.clock.runFor(65_000)
  await expectAlive(page)
  await page.context().close()
})

test('a kept show that is spoiled is none', async ({ browser }) => {
  const { page } = await hang(browser)
  await spoil(page, '/tv/last', '{"now":9000000000000000}')
  between.network.turn('refuse')
  await page.reload()
  await expect(age(page)).toHaveText(/offline/i)
  await expect(page.locator('#turn')).toContainText('Outbound this week')
  await expectAlive(page)
  await page.context().close()
})

test('a device that comes back with a clock of long ago still knows how old its numbers are', async ({ browser }) => {
  const { page } = await hang(browser)
  // As if the last show was of an hour from now.
  await page.evaluate(async hour => {
    const cache = await caches.open('callboard-tv')
    const kept = await (await cache.match('/tv/last'))?.json()
    await cache.put('/tv/last', new Response(JSON.stringify({ ...kept, now: kept.now + hour })))
  }, 3_600_000)
  between.network.turn('refuse')
  await page.reload()
  await expect(age(page)).toHaveText(/offline/i)
  await expect(age(page)).toHaveAttribute('data-tone', 'red')
  await expectAlive(page)
  await page.context().close()
})
