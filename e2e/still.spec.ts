import { watchShifts } from './arrival'
import { weekFrom } from './checks'
import { addDays, mondayOf } from './dates'
import { expect, test } from './fixtures'
import { drawer } from './outbound'
import { weekKey } from './reviews'
import { today } from './truth'

const PHONE = { width: 390, height: 844 }

async function lastWeek(): Promise<string> {
  return weekKey(addDays(mondayOf(await today()), -7))
}

for (const path of ['', '/present']) {
  test(`nothing moves while a frozen review opens: ${path || 'the page on a phone'}`, async ({ page }) => {
    const address = `/reviews/${await lastWeek()}`
    if (path === '') await page.setViewportSize(PHONE)
    // The first visit freezes it.
    await page.goto(address)
    await expect(page.getByText(/^Numbers frozen/)).toBeVisible({ timeout: 60_000 })
    const shifts = await watchShifts(page)
    await page.goto(address + path)
    await page.waitForLoadState('networkidle')
    await expect(
      path === '' ? page.getByText('Nothing has moved since.').last() : page.locator('[data-slide]'),
    ).toBeVisible()
    expect(await shifts()).toEqual([])
  })
}

test.describe('in French, on a phone', () => {
  test.use({ locale: 'fr-FR', viewport: PHONE })
  test('the head of a long list has its size before the list is here', async ({ page }) => {
    const shifts = await watchShifts(page)
    await page.goto(`/outbound?period=${weekFrom(42)}&stage=connected`)
    await expect(drawer(page).getByRole('listitem').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toEqual([])
  })
})

test('what is not there leaves one main part, of the desk', async ({ page, complaints }) => {
  complaints.foresee(/404/)
  for (const address of ['/reviews/2026-W99', '/screens/nothing']) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await expect(page.locator('main')).toHaveCount(1)
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  }
})

test('a table that only scrolls can be reached by keys', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto(`/reviews/${await lastWeek()}/paper`)
  const table = page
    .getByRole('region')
    .filter({ has: page.getByRole('table') })
    .and(page.locator('[tabindex="0"]'))
  await expect(table.first()).toBeVisible({ timeout: 60_000 })
})
