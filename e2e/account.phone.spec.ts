import { expectNoOverflow, findSpilling } from './checks'
import { enterAs, PEOPLE } from './views'
import { expect, test } from './world'

test.use({ own: 'account.phone' })

for (const locale of ['en-US', 'fr-FR']) {
  test.describe(locale, () => {
    test.use({ locale })

    for (const name of ['account', 'people', 'audit']) {
      test(`the page ${name} fits a phone`, async ({ browser, app, contextOptions }) => {
        const page = await enterAs(browser, PEOPLE.admin, app.url)
        await page.setViewportSize(contextOptions.viewport ?? { width: 390, height: 844 })
        await page.goto(`/settings/${name}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoOverflow(page)
        expect(await findSpilling(page)).toEqual([])
        await expect(page.locator('nav [aria-current=page]').last()).toBeInViewport()
        await page.context().close()
      })
    }
  })
}
