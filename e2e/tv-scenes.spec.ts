import type { APIRequestContext, BrowserContext, Page } from '@playwright/test'
import { changeShow, expectNothingOperable, numbers, showOf, sitDown, words } from './wall'
import { expect, test } from './world'

test.use({ own: 'tv scenes' })

/** As a television of 2020 names itself. */
const OLD =
  'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager'
const ALL = [
  numbers('?period=this-week'),
  numbers('?period=this-week', 'leaderboard'),
  numbers('?period=last-4-weeks', 'pickup'),
  numbers('?period=today', 'day'),
  numbers('?period=last-week', 'subject'),
  words('Cake at four'),
]

/** A screen's credential as its cookie, with a show of its own. */
async function hang(desk: APIRequestContext, context: BrowserContext, show: object): Promise<string> {
  const waiting = await (await context.request.get('/tv')).text()
  const code = /data-code="([A-Z0-9]{6})"/.exec(waiting)?.[1]
  const made = await desk.post('/api/screens', { data: { code, name: 'Scenes', place: '', show, hasSound: false } })
  expect(made.status(), await made.text()).toBe(200)
  return (await made.json()).id
}

/** The smallest text and the smallest headline number, as shares of the screen's height. */
function sizesOn(page: Page): Promise<{ text: number; value: number; overflow: number }> {
  return page.evaluate(() => {
    const share = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize) / innerHeight
    const seen = [...document.querySelectorAll<HTMLElement>('#stage *')].filter(
      element => element.offsetParent !== null,
    )
    const texts = seen.filter(element =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const values = seen.filter(element => element.matches('.value'))
    const { scrollHeight, scrollWidth } = document.documentElement
    return {
      text: Math.min(...texts.map(share)),
      value: Math.min(...values.map(share)),
      overflow: Math.max(scrollHeight - innerHeight, scrollWidth - innerWidth),
    }
  })
}

for (const [name, viewport] of Object.entries({
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
  upright: { width: 1080, height: 1920 },
})) {
  test(`the team's numbers can be read across the room at ${name}`, async ({ app, browser }) => {
    const desk = await sitDown(app.url)
    const context = await browser.newContext({ baseURL: app.url, viewport })
    const page = await context.newPage()
    await hang(desk, context, showOf([numbers('?period=last-week')]))
    await page.goto('/tv')
    await expect(page.locator('.measure')).toHaveCount(4)
    const { text, value, overflow } = await sizesOn(page)
    expect(text).toBeGreaterThanOrEqual(0.022)
    expect(value).toBeGreaterThanOrEqual(0.09)
    expect(overflow).toBeLessThanOrEqual(0)
    await context.close()
  })
}

test('nothing on a wall can be operated: waiting, in every scene, in the dark, and when it is refused', async ({
  app,
  browser,
}) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url })
  const page = await context.newPage()
  await page.goto('/tv')
  await expectNothingOperable(page)
  const id = await hang(desk, context, showOf(ALL))
  for (const scene of ALL) {
    await changeShow(desk, id, showOf([scene]))
    await page.goto('/tv')
    await expect(page.locator(`.scene.is-${scene.kind}`)).toBeVisible()
    await expectNothingOperable(page)
  }
  const dark = showOf([])
  for (const lineUp of dark.lineUps) lineUp.isOff = true
  await changeShow(desk, id, dark)
  await page.goto('/tv')
  await expectNothingOperable(page)
  await expect(page.locator('#panels')).toBeHidden()
  await expect(page.locator('[data-pulse]')).toBeVisible()
  await desk.delete(`/api/screens/${id}`)
  await page.goto('/tv')
  await expect(page.locator('#pairing')).toBeVisible()
  await expectNothingOperable(page)
  await context.close()
})

test('an old television gets no script, the same scenes, and the next one by loading itself anew', async ({
  app,
  browser,
}) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url, userAgent: OLD, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/tv')
  const waiting = page.locator('#pairing')
  const code = await waiting.getAttribute('data-code')
  expect(await page.locator('script').count()).toBe(0)
  const show = showOf([
    { ...words('First of two'), id: 'first' },
    { ...words('Second of two'), id: 'second' },
  ])
  const made = await desk.post('/api/screens', { data: { code, name: 'Old', place: '', show, hasSound: false } })
  expect(made.status()).toBe(200)
  // It asks every five seconds; then each scene hangs for five.
  await expect(page.getByText('of two')).toBeVisible({ timeout: 15_000 })
  expect(await page.locator('script, link[rel=preload]').count()).toBe(0)
  await expectNothingOperable(page)
  const first = await page.getByText('of two').innerText()
  const other = first === 'First of two' ? 'Second of two' : 'First of two'
  await expect(page.getByText(other)).toBeVisible({ timeout: 15_000 })
  const { id } = await made.json()
  const screens: { id: string; reported: { mode: string } | null }[] = await (await desk.get('/api/screens')).json()
  expect(screens.find(screen => screen.id === id)?.reported?.mode).toBe('plain')
  await context.close()
})

test('the first HTML holds the numbers, with scripts off it loads itself anew, and nobody keeps it', async ({
  app,
  browser,
}) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url })
  await hang(desk, context, showOf([numbers('?period=last-week')]))
  const page = await context.newPage()
  await page.goto('/tv')
  const value = await page.locator('.measure.dials .value').innerText()
  const userAgent = await page.evaluate(() => navigator.userAgent)
  await expect
    .poll(async () => (await context.request.get('/tv', { headers: { 'user-agent': userAgent } })).text())
    .toContain(`>${value}<`)
  const answer = await context.request.get('/tv', { headers: { 'user-agent': userAgent } })
  const html = await answer.text()
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="30;url=/tv?plain=1"/></noscript>')
  expect(html.startsWith('<!doctype html>')).toBe(true)
  expect(answer.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  const plain = await (await context.request.get('/tv?plain=1', { headers: { 'user-agent': userAgent } })).text()
  expect(plain).toContain(`>${value}<`)
  expect(plain).not.toContain('<script')
  await context.close()
})

test('what somebody wrote for a wall is text there, in the data too', async ({ app, browser }) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url })
  await hang(desk, context, showOf([words('</script><script>window.broken = 1</script><b>Bold</b>')]))
  const page = await context.newPage()
  await page.goto('/tv')
  await expect(page.locator('.message p')).toHaveText('</script><script>window.broken = 1</script><b>Bold</b>')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  await context.close()
})

test('the desk sees the same picture, and nobody else does', async ({ app, browser }) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url })
  const id = await hang(desk, context, showOf([words('Cake at four')]))
  const picture = await desk.get(`/screens/${id}/picture`)
  expect(picture.status()).toBe(200)
  expect(await picture.text()).toContain('Cake at four')
  expect(await picture.text()).not.toContain('<script')
  // A screen is no person.
  expect((await context.request.get(`/screens/${id}/picture`, { maxRedirects: 0 })).status()).toBe(401)
  await context.close()
})
