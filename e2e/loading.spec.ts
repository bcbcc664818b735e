import { addDays } from './dates'
import { expect, test } from './fixtures'
import { panel, stageLink, takenOver } from './outbound'
import { callsOf, today } from './truth'
import { countWords } from './words'

test('nothing moves while the page loads, and few requests are made', async ({ page }) => {
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  await page.addInitScript(() => {
    const shifts: number[] = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        if ('hadRecentInput' in entry && !entry.hadRecentInput && 'value' in entry) shifts.push(Number(entry.value))
      }
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
  await page.goto('/outbound')
  await takenOver(page)
  // The chart library comes last and takes the place of the sketch.
  await expect(panel(page, 'series').locator('.recharts-surface').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  const shifts = await page.evaluate(() => 'shifts' in window && window.shifts)
  expect(shifts).toEqual([])
  expect(requests.length).toBeLessThanOrEqual(30)
  expect(requests.filter(url => url.includes('/api/'))).toEqual([])
})

test('the numbers are in the first HTML', async ({ request }) => {
  const at = await today()
  const dials = (await callsOf({ from: addDays(at, -28), to: addDays(at, -1) })).length
  const html = await (await request.get('/outbound')).text()
  expect(html).toContain(`Dials: ${countWords(dials)}.`)
  expect(html).toMatch(/Tuesday 10:00, \d+ of \d+ dials connected/)
})

test('a change of the view keeps the old numbers until the new ones are there', async ({ page }) => {
  await page.goto('/outbound')
  await takenOver(page)
  const before = await stageLink(page, 'Dials').innerText()
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api/reports/outbound?*', async route => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(/\/api\/reports\/outbound/)
  await page.keyboard.press('7')
  await asked
  await expect(page).toHaveURL('/outbound?period=last-7-days')
  await expect(stageLink(page, 'Dials')).toHaveText(before)
  release()
  const at = await today()
  const dials = (await callsOf({ from: addDays(at, -7), to: addDays(at, -1) })).length
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(dials))
})
