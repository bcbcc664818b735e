import { expectNoOverflow, expectSensibleText } from './checks'
import { expect, test } from './fixtures'
import { DRILLS, HOSTILE } from './hostile'
import { drawer } from './outbound'

const LONG = 'x'.repeat(100_000)

for (const [place, { what, search, ignored }] of [...HOSTILE, ...DRILLS].entries()) {
  test(`the page stands ${what} (${place + 1})`, async ({ page }) => {
    const response = await page.goto(`/outbound?${search}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { name: 'Outbound', level: 1 })).toBeVisible()
    await expect(page.getByRole('status', { name: 'The numbers are on their way' })).toHaveCount(0)
    const note = page.getByText(/^Ignored in the address: /)
    if (ignored) for (const name of ignored) await expect(note).toContainText(name)
    else await expect(note).toHaveCount(0)
    // Numbers, or a sentence in their place; never the view of last resort.
    const panels = page.getByRole('heading', { name: 'Funnel' })
    const empty = page.getByRole('heading', { name: /^No calls|^This period has not begun/ })
    await expect(panels.or(empty).first()).toBeAttached()
    await expectSensibleText(page)
    await expectNoOverflow(page)
  })
}

test('the quiet note can be dismissed, which cleans the address', async ({ page }) => {
  await page.goto('/outbound?period=last-week&nonsense=1&by=second')
  await expect(page.getByText('Ignored in the address: nonsense, by')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page).toHaveURL('/outbound?period=last-week')
  await expect(page.getByText('Ignored in the address')).toHaveCount(0)
})

test('a page past the end says how many there are and leads to the last', async ({ page }) => {
  await page.goto('/outbound?stage=conversions&page=9999')
  const list = drawer(page)
  await expect(list).toContainText('The list ends before this page')
  await list.getByRole('link', { name: 'Go to the last page' }).click()
  await expect(list.getByRole('list', { name: 'Calls' }).locator('> li').first()).toBeVisible()
})

test('a search string of 100 kB', async ({ page }) => {
  for (const path of ['/outbound', '/api/reports/outbound', '/sign-in']) {
    const response = await page.request.get(`${path}?x=${LONG}`)
    // Node reads no more than 16 kB of headers.
    expect([200, 400, 414, 431], path).toContain(response.status())
  }
  await page.goto(`/outbound?people=${LONG.slice(0, 12_000)}`)
  await expect(page.getByText('Ignored in the address: people')).toBeVisible()
  await expectNoOverflow(page)
})

test('addresses that lead nowhere say so in words', async ({ page, complaints }) => {
  complaints.foresee(/404/)
  for (const path of ['/nothing', '/outbound/nothing', '/%F0%9F%A6%84', '/api/nothing']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expectSensibleText(page)
  }
  await page.goto('/nothing')
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to Outbound' }).click()
  await expect(page).toHaveURL('/outbound')
})
