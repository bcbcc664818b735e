import { expectDrawn, slowDown, watchShifts } from './arrival'
import { addDays } from './dates'
import { expect, test } from './fixtures'
import { stageLink, takenOver } from './outbound'
import { callsOf, today } from './truth'
import { countWords } from './words'

test('nothing moves while the page loads, and few requests are made', async ({ page }) => {
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const shifts = await watchShifts(page)
  await page.goto('/outbound')
  await expectDrawn(page)
  expect(await shifts()).toEqual([])
  expect(requests.length).toBeLessThanOrEqual(30)
  // All numbers came with the page; only the inbox's count is fetched behind it.
  expect(requests.filter(url => url.includes('/api/') && !url.endsWith('/api/latest'))).toEqual([])
})

test('nothing moves either where the line is slow and the page comes in pieces', async ({ page }) => {
  await slowDown(page)
  const shifts = await watchShifts(page)
  await page.goto('/outbound')
  await expectDrawn(page)
  expect(await shifts()).toEqual([])
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
