import { expectDrawn, slowDown, watchShifts } from './arrival'
import { addDays, written } from './dates'
import { expect, MAYA, test } from './fixtures'
import { drawer, openOutbound, panel, stageLink } from './outbound'
import { today } from './truth'

type Page = Parameters<typeof openOutbound>[0]

/** How many pixels the document is wider than the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

for (const [name, search] of [
  ['the default view', ''],
  ['many months by the day', '?period={300 days}'],
  ['months beside a year earlier', '?period=last-month&by=month&compare=year'],
  ['today', '?period=today'],
  ['several people and tags', '?people=usr-k3f9a1,usr-m7x2c8&tags=interested,meeting_booked,qualified&heat=dials'],
] as const) {
  test(`nothing sticks out sideways: ${name}`, async ({ page }) => {
    const at = await today()
    const days = written({ from: addDays(at, -310), to: addDays(at, -10) })
    await openOutbound(page, search.replace('{300 days}', days))
    expect(await overflow(page)).toBe(0)
    for (const button of await page.getByRole('group', { name: 'Filters' }).getByRole('button').all()) {
      const box = await button.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
      expect(box?.height).toBeGreaterThanOrEqual(40)
    }
  })
}

test('nothing moves while the page comes in pieces over a slow line', async ({ page }) => {
  await slowDown(page)
  const shifts = await watchShifts(page)
  await page.goto('/outbound')
  await expectDrawn(page)
  expect(await shifts()).toEqual([])
})

test('the menu holds the places and what belongs to the reader', async ({ page }) => {
  await openOutbound(page)
  await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  const menu = page.getByRole('dialog', { name: 'Menu' })
  await expect(menu.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await expect(menu.getByText(MAYA.email)).toBeVisible()
  await menu.getByText('Dark', { exact: true }).tap()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(menu.getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect(await overflow(page)).toBe(0)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
})

test('filters open as a sheet that fits the screen', async ({ page }) => {
  await openOutbound(page)
  await page.getByRole('button', { name: /^Last 4 weeks/ }).tap()
  const sheet = page.getByRole('dialog', { name: 'Period' })
  await expect(sheet).toBeVisible()
  await expect
    .poll(() => sheet.evaluate(element => Math.round(element.getBoundingClientRect().bottom - window.innerHeight)))
    .toBe(0)
  const box = await sheet.boundingBox()
  expect(box).toMatchObject({ x: 0, width: 390 })
  expect(await sheet.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await sheet.getByRole('button', { name: /^Last 7 days/ }).tap()
  await expect(page).toHaveURL('/outbound?period=last-7-days')
})

test('the drawer takes the whole screen', async ({ page }) => {
  await openOutbound(page, '?period=last-7-days')
  await stageLink(page, 'Connected').tap()
  const box = drawer(page)
  await expect(box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link')).toHaveCount(20)
  await expect.poll(() => box.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  expect(await overflow(page)).toBe(0)
  await box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link').first().tap()
  await expect(box.getByRole('heading', { name: 'Summary' })).toBeVisible()
  expect(await box.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await box.getByRole('button', { name: 'Close' }).tap()
  await expect(box).toHaveCount(0)
  await expect(page).toHaveURL('/outbound?period=last-7-days')
})

test('the heatmap scrolls inside its card, its weekdays stay', async ({ page }) => {
  await openOutbound(page)
  const heatmap = panel(page, 'heatmap')
  const table = heatmap.getByRole('table')
  const room = (await heatmap.boundingBox())?.width ?? 0
  expect((await table.boundingBox())?.width).toBeGreaterThan(room)
  const monday = heatmap.getByRole('rowheader', { name: /^Mon/ })
  const before = (await monday.boundingBox())?.x
  const last = heatmap.getByRole('columnheader').last()
  await expect(last).not.toBeInViewport()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport()
  expect(Math.abs(((await monday.boundingBox())?.x ?? 0) - (before ?? 0))).toBeLessThanOrEqual(5)
  expect(await overflow(page)).toBe(0)
})
