import { expect, test } from './fixtures'

for (const address of ['/team', '/team?show=funnels', '/people/usr-k3f9a1?period=last-week']) {
  test(`${address} fits a phone`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Inès Caron').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
}
