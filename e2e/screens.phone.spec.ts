import { expectNoOverflow, findSpilling } from './checks'
import { pair, startTv } from './screens'
import { expect, test } from './world'

test.use({ own: 'screens.phone' })

test('the screens and the editor fit a phone, in English and French', async ({ app, context, page }) => {
  const { code, tv } = await startTv(app.url)
  await pair(page, code, 'A screen with a name as long as names on this page may be')
  for (const locale of ['en', 'fr']) {
    await context.addCookies([{ name: 'callboard-locale', value: locale, url: app.url }])
    await page.goto('/screens')
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await page.getByRole('main').getByRole('button').first().click()
    await expectNoOverflow(page)
    expect(await findSpilling(page)).toEqual([])
    await page.locator('main a[href^="/screens/scr_"]').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('as long as names')
    await page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
    await expectNoOverflow(page)
    expect(await findSpilling(page)).toEqual([])
  }
  await tv.dispose()
})
