import { addDays } from './dates'
import { expect, MAYA, test } from './fixtures'
import { openOutbound, stageLink } from './outbound'
import { callsOf, countsOf, today } from './truth'

type Page = Parameters<typeof openOutbound>[0]

/** How light the page's ground is, 0 to 1. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = getComputedStyle(document.body).backgroundColor
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 765
  })
}

test('the dark theme is chosen once and stays', async ({ page }) => {
  await openOutbound(page)
  expect(await lightness(page)).toBeGreaterThan(0.9)
  await page.getByRole('button', { name: `Account of ${MAYA.name}` }).click()
  await page.getByRole('dialog').getByText('Dark', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect.poll(() => lightness(page)).toBeLessThan(0.2)
  await page.reload({ waitUntil: 'commit' })
  await expect(stageLink(page, 'Dials')).toBeVisible()
  expect(await lightness(page)).toBeLessThan(0.2)
})

test('the language is chosen once and stays, numbers follow it', async ({ page }) => {
  const at = await today()
  const { dials } = countsOf(await callsOf({ from: addDays(at, -28), to: addDays(at, -1) }))
  expect(dials).toBeGreaterThan(1000)
  const french = new Intl.NumberFormat('fr-FR').format(dials)
  expect(french).toMatch(/^\d+\u202f\d{3}$/)

  await openOutbound(page)
  await expect(stageLink(page, 'Dials')).toHaveText(new Intl.NumberFormat('en-US').format(dials))
  await page.getByRole('button', { name: `Account of ${MAYA.name}` }).click()
  await page.getByRole('dialog').getByText('Français').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('link', { name: french }).first()).toHaveText(french)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('link', { name: french }).first()).toHaveText(french)
  await expect(page.getByText('Dials')).toHaveCount(0)
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
})

test.describe('a French browser', () => {
  test.use({ locale: 'fr-FR' })
  test('is spoken to in French from the start', async ({ page }) => {
    await page.goto('/outbound')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await expect(page.getByText(/\d\s%/).first()).toBeVisible()
    await expect(page.getByText(/\d\.\d%/)).toHaveCount(0)
  })
})
