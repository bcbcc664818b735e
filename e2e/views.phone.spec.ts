import { expectNoOverflow } from './checks'
import { openOutbound } from './outbound'
import { forgetViews, rowOf } from './views'
import { expect, test } from './world'

test.use({ own: 'views.phone' })

test.beforeEach(({ context, app }) => forgetViews(context, app.url))

test('views are saved, opened from the menu, and managed on a phone', async ({ page }) => {
  await openOutbound(page, '?period=last-week')
  await page.getByRole('button', { name: 'Save view' }).tap()
  const sheet = page.getByRole('dialog', { name: 'Save view' })
  await sheet.getByRole('textbox', { name: 'Name' }).fill('A name that is far too long for the menu of a phone')
  await expectNoOverflow(page)
  await sheet.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(sheet).toHaveCount(0)

  await openOutbound(page)
  await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  const menu = page.getByRole('dialog', { name: 'Menu' })
  const link = menu.getByRole('region', { name: 'Views' }).getByRole('link')
  await expect(link).toHaveCount(1)
  expect(await menu.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await link.tap()
  await expect(menu).toHaveCount(0)
  await expect(page).toHaveURL('/outbound?period=last-week')
  await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  await expect(link).toHaveAttribute('aria-current', 'page')

  await page.goto('/settings/views')
  await expect(rowOf(page, 'A name that is far too long for the menu of a phone')).toContainText('Last week')
  await expectNoOverflow(page)
})
