import { expectNothingOperable, showOf, sitDown, words } from './wall'
import { expect, test } from './world'

const SHOW = showOf([words('Hello')])

test('a screen that brings its secret in its address starts by itself where it is first refused', async ({
  another,
  browser,
}) => {
  const url = await another({})
  const desk = await sitDown(url)
  const data = { code: null, name: 'Player', place: '', show: SHOW, hasSound: false }
  const { secret } = await (await desk.post('/api/screens', { data })).json()
  // Nobody gets a code any more, so that the first page cannot say what is to be shown.
  const ask = () => fetch(`${url}/api/tv/pairing`, { headers: { origin: url } })
  while ((await Promise.all(Array.from({ length: 25 }, ask))).every(({ ok }) => ok));
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  expect((await page.goto(`/tv#${secret}`))?.status()).toBe(429)
  await expect(page.getByText('Hello')).toBeVisible({ timeout: 15_000 })
  await context.close()
})

test('a current browser with scripts off goes on without one, and the desk hears of it', async ({ app, browser }) => {
  const desk = await sitDown(app.url)
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/tv')
  const code = await page.locator('#pairing').getAttribute('data-code')
  const data = { code, name: 'Without', place: '', show: SHOW, hasSound: false }
  const { id } = await (await desk.post('/api/screens', { data })).json()
  await expect(page.getByText('Hello')).toBeVisible({ timeout: 15_000 })
  const screens: { id: string }[] = await (await desk.get('/api/screens')).json()
  expect(screens.find(screen => screen.id === id)).toMatchObject({ state: 'on', reported: { mode: 'plain' } })
  await context.close()
})

for (const [way, start] of [
  ['with our script', '/tv'],
  ['without', '/tv?plain=1'],
] as const) {
  test(`a browser that keeps no cookies is told so, and takes no code from the others (${way})`, async ({
    app,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: app.url })
    let documents = 0
    await context.route(/\/tv(\?|$)|\/api\/tv\//, async route => {
      const { 'user-agent': userAgent = '', origin = app.url } = route.request().headers()
      const answer = await fetch(route.request().url(), { headers: { 'user-agent': userAgent, origin } })
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'set-cookie'))
      // Not by the kind of request: the screen's worker, once it is there, asks in the place of the page.
      if (new URL(route.request().url()).pathname === '/tv') documents += 1
      await route.fulfill({ status: answer.status, headers, body: await answer.text() })
    })
    const page = await context.newPage()
    await page.goto(start)
    await expect(page.getByText('This browser keeps no cookies')).toBeVisible({ timeout: 15_000 })
    await expect(page.locator('#pairing')).toHaveCount(0)
    expect(documents).toBe(2)
    await expectNothingOperable(page)

    // Once it keeps them, it is paired like any other.
    await context.unrouteAll()
    await page.reload()
    await page.reload()
    await expect(page.locator('#pairing')).toBeVisible()
    await context.close()
  })
}
