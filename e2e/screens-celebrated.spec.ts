import AxeBuilder from '@axe-core/playwright'
import { expectNoOverflow, findSpilling } from './checks'
import { enterAs, PEOPLE } from './views'
import { expect, test } from './world'

test.use({ own: 'screens celebrated' })

test('a manager says of everybody whether they are celebrated, and each sees it in the account', async ({
  app,
  browser,
  page,
}) => {
  await page.goto('/screens')
  await page.getByRole('link', { name: 'Who is celebrated' }).click()
  await expect(page.getByRole('heading', { name: 'Celebrations', level: 1 })).toBeVisible()
  const ines = page.getByRole('checkbox', { name: 'Inès Caron' })
  await expect(ines).toBeChecked()
  await ines.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Inès Caron is not celebrated on the screens any more.')).toBeVisible()
  await expect(ines).not.toBeChecked()
  await expect(ines).toBeFocused()
  await expect(page.getByText(/^(\d+) of \d+ are celebrated\.$/)).toBeVisible()

  const hers = await enterAs(browser, PEOPLE.rep, app.url)
  await hers.goto('/settings/account')
  const own = hers.getByRole('checkbox', { name: 'My conversions are celebrated on the screens' })
  await expect(own).not.toBeChecked()
  await own.check()
  await expect(hers.getByText('Your choice is saved.')).toBeVisible()
  expect((await hers.goto('/settings/celebrations'))?.status()).toBe(403)
  await hers.context().close()

  await page.reload()
  await expect(ines).toBeChecked()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoOverflow(page)
  expect(await findSpilling(page)).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
})

test('what could not be kept goes back, and is said', async ({ app, page }) => {
  await page.goto(`${app.url}/settings/celebrations`)
  const ines = page.getByRole('checkbox', { name: 'Inès Caron' })
  await page.route('**/api/celebrations/**', route => route.abort())
  await ines.click()
  await expect(page.getByText('You seem to be offline.')).toBeVisible()
  await expect(ines).toBeChecked()
})

test('without Allo’s list of people, the page says so', async ({ allo, app, page }) => {
  // A server that has not heard of anybody yet.
  await app.stop()
  await allo.stop()
  await app.start()
  await page.goto(`${app.url}/settings/celebrations`)
  await expect(page.getByText('Allo does not say at the moment who is on the team.')).toBeVisible()
  await app.stop()
})
