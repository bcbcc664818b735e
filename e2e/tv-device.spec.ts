import type { Page, Request } from '@playwright/test'
import { changeShow, expectAlive, hangScreen, numbers, showOf, sitDown, startWallServer } from './wall'
import { expect, test } from './world'

/* What the device under a screen does to it: a network that lets no stream through, a lid, a panel that dims. */

// A screen without a stream asks twice a minute.
test.describe.configure({ timeout: 120_000 })

let server: Awaited<ReturnType<typeof startWallServer>>
test.beforeAll(async ({ allo }) => {
  server = await startWallServer(allo.port)
})
test.afterAll(() => server.stop())

const THIS_WEEK = showOf([numbers('?period=this-week')])
const LAST_WEEK = showOf([numbers('?period=last-week')])
const turn = (page: Page) => page.locator('#turn')
const age = (page: Page) => page.locator('[data-age]')

test('where no stream comes through, the screen asks by itself and is not offline', async ({ browser }) => {
  const desk = await sitDown(server.url)
  let refused = 0
  const asking = new Set<Request>()
  const { page, id } = await hangScreen(browser, server.url, desk, THIS_WEEK, {
    before: async page => {
      await page.clock.install()
      await page.context().route('**/api/tv/stream*', route => {
        refused += 1
        return route.abort()
      })
      page.on('request', request => {
        if (request.url().endsWith('/api/tv/show')) asking.add(request)
      })
      page.on('response', response => asking.delete(response.request()))
      page.on('requestfailed', request => asking.delete(request))
    },
  })
  await expect(turn(page)).toContainText('Outbound this week')
  await expect(age(page)).toHaveText(/^Updated/)
  await changeShow(desk, id, LAST_WEEK)
  /** Lets a time pass on the page, and each of its questions be answered. */
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1) {
      await page.clock.runFor(1000)
      await expect.poll(() => asking.size).toBe(0)
      expect(await age(page).innerText()).not.toMatch(/offline/i)
    }
  }
  await pass(40)
  await expect(turn(page)).toContainText('Outbound last week')
  await changeShow(desk, id, THIS_WEEK)
  await pass(40)
  await expect(turn(page)).toContainText('Outbound this week')
  expect(refused).toBeGreaterThan(2)
  await expectAlive(page)
  await page.context().close()
})

/** Minutes after midnight. */
const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** How long ago a time of day was by another, in minutes. */
const since = (earlier: number, later: number) => (later - earlier + 1440) % 1440

for (const { name, pass } of [
  {
    name: 'a laptop that was shut for an hour',
    // Nothing ticks; the device's clock alone goes on.
    pass: async (page: Page) => {
      await page.clock.pauseAt(Date.now() + 1000)
      await page.clock.setSystemTime(Date.now() + 3_600_000)
      await page.clock.resume()
    },
  },
  { name: 'a screen without Wi-Fi for an hour', pass: (page: Page) => page.clock.fastForward('01:00:00') },
]) {
  test(`${name} shows how old its numbers are, and catches up`, async ({ browser }) => {
    const desk = await sitDown(server.url)
    const before = (page: Page) => page.clock.install()
    const { page, id } = await hangScreen(browser, server.url, desk, THIS_WEEK, { before })
    await expect(age(page)).toHaveText(/^Updated/)
    await expect(age(page)).toHaveAttribute('data-tone', 'fresh')
    const left = minutes(await page.locator('#clock').innerText())
    await page.context().setOffline(true)
    for (const _ of [1, 2, 3, 4]) await server.later()
    await changeShow(desk, id, LAST_WEEK)
    await pass(page)

    await expect(age(page)).toHaveAttribute('data-tone', 'red')
    const passed = since(left, minutes(await page.locator('#clock').innerText()))
    expect(passed).toBeGreaterThanOrEqual(60)
    expect(passed).toBeLessThanOrEqual(62)
    await expect(turn(page)).toContainText('Outbound this week')
    await expectAlive(page)
    await page.context().setOffline(false)
    await expect(turn(page)).toContainText('Outbound last week', { timeout: 20_000 })
    await expect(age(page)).toHaveText(/^Updated/, { timeout: 20_000 })
    await expect(age(page)).toHaveAttribute('data-tone', 'fresh', { timeout: 20_000 })
    await expectAlive(page)
    await page.context().close()
  })
}

test('a device whose clock is set shows the right time all the same', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const before = (page: Page) => page.clock.install()
  const { page } = await hangScreen(browser, server.url, desk, THIS_WEEK, { before })
  const clock = async () => minutes(await page.locator('#clock').innerText())
  await expect(age(page)).toHaveText(/^Updated/)
  const right = await clock()
  for (const hours of [29, -29]) {
    await page.clock.setSystemTime(Date.now() + hours * 3_600_000)
    await expectAlive(page)
    await expect.poll(async () => since(right, await clock())).toBeLessThanOrEqual(2)
    await expect(age(page)).toHaveAttribute('data-tone', 'fresh')
  }
  await page.context().close()
})

/** Writes down what the page asks of a lock, in place of the browser's own. */
const LOCK = `
  window.locks = []
  const wakeLock = { request: async kind => { window.locks.push(kind) } }
  Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => wakeLock })`

test('the panel is kept from dimming, again whenever the page comes back', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const before = (page: Page) => page.addInitScript(LOCK)
  const { page } = await hangScreen(browser, server.url, desk, LAST_WEEK, { before })
  const locks = () => page.evaluate(() => Reflect.get(window, 'locks'))
  const turnTo = (state: string) =>
    page.evaluate(visibility => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await expect.poll(locks).toEqual(['screen'])
  await turnTo('hidden')
  expect(await locks()).toEqual(['screen'])
  await turnTo('visible')
  expect(await locks()).toEqual(['screen', 'screen'])
  await page.context().close()
})

test('a browser without such a lock does without', async ({ browser }) => {
  const desk = await sitDown(server.url)
  const thrown: Error[] = []
  const before = async (page: Page) => {
    page.on('pageerror', error => thrown.push(error))
    await page.addInitScript('delete Navigator.prototype.wakeLock')
  }
  const { page } = await hangScreen(browser, server.url, desk, LAST_WEEK, { before })
  await expectAlive(page)
  expect(await page.evaluate(() => 'wakeLock' in navigator)).toBe(false)
  expect(thrown).toEqual([])
  await page.context().close()
})
