import { expect, type Page, test } from '@playwright/test'
import { expectNoOverflow } from './checks'
import { callsIn, expectAccessible, MONDAY, openReview, part, sit, startMonday, weekBefore, weekKey } from './reviews'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const WEEK = weekBefore(MONDAY)
const KEY = weekKey(WEEK.from)

let world: Awaited<ReturnType<typeof startMonday>>

async function write(page: Page, data: { section: string; body: string }): Promise<void> {
  const headers = { origin: world.app.url }
  const answer = await page.request.post(`/api/reviews/${KEY}/notes`, { data, headers })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** A week with two notes on people and one on the funnel. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  world = await startMonday()
  const page = await sit(browser, world.app, 'manager')
  await openReview(page, KEY)
  await write(page, { section: 'people', body: '@Tom Okafor tries the **new opener** from Tuesday.' })
  await write(page, { section: 'people', body: 'Look at his conversation rate next week.' })
  await write(page, { section: 'funnel', body: 'A good week.' })
  await page.context().close()
})
test.afterAll(() => world.stop())

test('a call is played, a moment is marked, and another call is dropped', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await openReview(page, KEY)
  const calls = part(page, 'Worth a listen')
  const lines = calls.getByRole('button', { name: /^Play: / })
  const count = await lines.count()
  expect(count).toBeGreaterThan(1)
  await lines.first().click()
  const player = calls.getByRole('group', { name: 'Recording' })
  await expect(player.getByRole('slider')).not.toHaveValue('0', { timeout: 20_000 })
  await calls.getByRole('button', { name: /^Mark \d+:\d\d/ }).click()
  await calls.getByRole('textbox').fill('asks about porting')
  await calls.getByRole('button', { name: 'Mark', exact: true }).click()
  const moment = calls.getByRole('button', { name: /^\d+:\d\d asks about porting/ })
  await expect(moment).toBeVisible()
  // It follows by itself when one has ended.
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.dispatchEvent(new Event('ended')))
  await expect(calls.getByRole('button', { name: /^Stop: / })).toHaveCount(1)
  await expect(moment).toBeVisible()
  await moment.click()
  await expect(player).toBeVisible()

  const dropped = await calls
    .getByRole('button', { name: /^Drop: / })
    .last()
    .innerText()
  await calls
    .getByRole('button', { name: /^Drop: / })
    .last()
    .click()
  await expect(calls.getByRole('button', { name: /^Drop: / })).toHaveCount(count - 1)
  await expect(calls.getByText('Dropped:')).toBeVisible()
  expect(dropped).toMatch(/Drop/)

  // A call that was not suggested is pinned by its address, and comes first.
  const other = (await callsIn(world.allo, WEEK))
    .filter(call => call.outcome === 'connected' && call.tags.length === 0)
    .at(-1)
  await calls.getByRole('button', { name: 'Pin another call' }).click()
  await calls.getByLabel('Address of the call').fill(`${world.app.url}/calls/${other?.id}?t=12`)
  await calls.getByRole('button', { name: 'Pin it' }).click()
  await expect(calls.getByRole('button', { name: /^Unpin: / })).toHaveCount(1)
  await expect(calls.getByText('Pinned', { exact: true })).toBeVisible()
  await page.context().close()
})

async function toSlide(page: Page, section: string): Promise<void> {
  const count = page.locator('[data-slide-count]')
  await expect(count).toHaveText(/^1 of \d+$/)
  await page.waitForLoadState('networkidle')
  for (let at = 2; (await page.locator('[data-slide]').getAttribute('data-slide')) !== section; at += 1) {
    await page.keyboard.press('ArrowRight')
    await expect(count).toHaveText(new RegExp(`^${at} of`))
  }
}

test('calls are played on their slides, one after another', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await page.goto(`/reviews/${KEY}/present`)
  await toSlide(page, 'calls')
  const slide = page.locator('[data-slide]')
  const player = slide.getByRole('group', { name: 'Recording' })
  const position = player.getByRole('slider')
  const at = async () => Number(await position.inputValue())

  // K plays the first; the keys of slides still lead through them, and leaving stops it.
  await page.keyboard.press('k')
  await expect(position).not.toHaveValue('0', { timeout: 20_000 })
  await expectAccessible(page)
  await player.getByRole('button', { name: /^Back 10/ }).focus()
  const count = page.locator('[data-slide-count]')
  const here = await count.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(count).not.toHaveText(here)
  await expect(player).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(count).toHaveText(here)

  // A moment begins there, and leads back there.
  const moment = slide.getByRole('button', { name: /^\d+:\d\d asks about porting/ })
  const [minutes = 0, seconds = 0] = (await moment.innerText()).split(' ')[0]?.split(':').map(Number) ?? []
  const marked = minutes * 60 + seconds
  await moment.click()
  await expect.poll(at).toBeGreaterThanOrEqual(marked)
  await page.keyboard.press('9')
  await expect.poll(at).toBeGreaterThan(marked + 20)
  await moment.click()
  await expect.poll(at).toBeLessThan(marked + 20)
  const room = await slide.evaluate(element => element.scrollHeight - element.clientHeight)
  expect(room).toBeLessThanOrEqual(0)

  const stop = slide.getByRole('button', { name: /^Stop: / })
  const name = await stop.getAttribute('aria-label')
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.dispatchEvent(new Event('ended')))
  await expect(stop).toHaveCount(1)
  await expect(stop).not.toHaveAttribute('aria-label', name ?? '')
  await stop.click()
  await expect(player).toHaveCount(0)
  await page.context().close()

  // Who may not hear recordings has nothing to play.
  const viewer = await sit(browser, world.app, 'viewer')
  await viewer.goto(`/reviews/${KEY}/present`)
  await toSlide(viewer, 'calls')
  await expect(viewer.locator('[data-slide]').getByRole('listitem').first()).toBeVisible()
  await expect(viewer.getByRole('button', { name: /^Play: / })).toHaveCount(0)
  await viewer.keyboard.press('k')
  await expect(viewer.locator('audio')).toHaveCount(0)
  await viewer.context().close()
})

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test(`slides by keys, ${viewport.width} wide`, async ({ browser }) => {
    const page = await sit(browser, world.app, 'manager', { viewport })
    await page.goto(`/reviews/${KEY}/present`)
    const count = page.locator('[data-slide-count]')
    const slide = page.locator('[data-slide]')
    await expect(count).toHaveText(/^1 of \d+$/)
    await page.waitForLoadState('networkidle')
    const told = page.locator('[data-slide] article')
    let notes = 0
    const of = Number((await count.innerText()).split(' ').at(-1))
    for (let at = 1; at <= of; at += 1) {
      await expect(count).toHaveText(`${at} of ${of}`)
      const room = await slide.evaluate(element => ({
        inside: element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth,
        least: Math.min(
          ...Array.from(element.querySelectorAll('td, th, p, dt, li'), each =>
            Number.parseFloat(getComputedStyle(each).fontSize),
          ),
        ),
        scale: element.getBoundingClientRect().width / element.clientWidth,
      }))
      expect(room.inside, `slide ${at}`).toBe(true)
      notes += await told.count()
      // Read from afar: nothing is smaller than 2.2 % of the height.
      expect(room.least * room.scale, `slide ${at}`).toBeGreaterThanOrEqual(viewport.height * 0.022)
      await expectNoOverflow(page)
      await page.keyboard.press('ArrowRight')
    }
    await expect(count).toHaveText(`${of} of ${of}`)
    // Both notes on people, one on the funnel.
    expect(notes).toBe(3)
    await page.keyboard.press('Home')
    await expect(count).toHaveText(`1 of ${of}`)
    await page.keyboard.press('Space')
    await expect(count).toHaveText(`2 of ${of}`)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await expect(count).toHaveText(`${of} of ${of}`)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(`/reviews/${KEY}`)
    await page.context().close()
  })
}

test('a note that is written meanwhile comes by itself, and the slide that is shown stays', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await page.goto(`/reviews/${KEY}/present`)
  await toSlide(page, 'talk')
  const count = page.locator('[data-slide-count]')
  const [at, of] = (await count.innerText()).split(' of ').map(Number)
  await write(page, { section: 'series', body: 'Thursday was the trade fair.' })
  await expect(count).toHaveText(`${Number(at) + 1} of ${Number(of) + 1}`, { timeout: 20_000 })
  await expect(page.locator('[data-slide]')).toHaveAttribute('data-slide', 'talk')
  await write(page, { section: 'talk', body: 'Longer talks, fewer of them.' })
  await expect(page.locator('[data-slide]')).toContainText('Longer talks, fewer of them.', { timeout: 20_000 })
  await page.context().close()
})
