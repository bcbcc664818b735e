import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { daysAgo, weekFrom } from './checks'
import { expect, test } from './fixtures'
import { drawer, openOutbound } from './outbound'

const WEEK = `?period=${weekFrom(42)}`
const PHONE = { width: 390, height: 844 }

/** axe finds nothing serious on what is on the screen now. */
async function expectAccessible(page: Page): Promise<void> {
  // What still fades in has no contrast yet.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              each =>
                each.playState === 'running' &&
                each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
            ).length,
      ),
    )
    .toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }))
  expect(grave).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-US', 'fr-FR']) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale })

      test('sign-in', async ({ page, context, complaints }) => {
        complaints.foresee(/401/)
        await context.clearCookies()
        await page.goto('/sign-in')
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
        await expectAccessible(page)
        await page.getByRole('textbox').first().fill('nobody@callboard.example')
        await page.locator('input[type=password]').fill('wrong')
        await page.locator('button[type=submit]').click()
        await expect(page.locator('#sign-in-problem')).toHaveText(/\w/)
        await expectAccessible(page)
      })

      for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
        test(`outbound, ${viewport.width} wide`, async ({ page }) => {
          await page.setViewportSize(viewport)
          await page.goto(`/outbound${WEEK}`)
          await expect(page.locator('main table').first()).toBeVisible()
          await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
          await expectAccessible(page)
        })
      }
    })
  }

  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the drawer: list and call', async ({ page }) => {
      await page.goto(`/outbound${WEEK}&stage=connected`)
      const row = drawer(page).getByRole('list', { name: 'Calls' }).getByRole('link').first()
      await expect(row).toBeVisible()
      await expectAccessible(page)
      await row.click()
      await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible()
      await expectAccessible(page)
    })

    test('the filters', async ({ page }) => {
      await openOutbound(page, WEEK)
      const chips = page.getByRole('group', { name: 'Filters' }).locator('[aria-haspopup="dialog"]')
      await expect(chips).toHaveCount(4)
      for (const each of await chips.all()) {
        await each.click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await chips.nth(2).click()
      await page.getByRole('tab', { name: 'Lines' }).click()
      await expectAccessible(page)
    })

    test('command menu, shortcuts, account', async ({ page }) => {
      await openOutbound(page, WEEK)
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Account of/ }).click()
      await expect(page.getByRole('dialog', { name: 'Account' })).toBeVisible()
      await expectAccessible(page)
    })

    test('every panel as a table', async ({ page }) => {
      await openOutbound(page, WEEK)
      const menus = page.getByRole('button', { name: /: more$/ })
      await expect(menus).toHaveCount(5)
      for (const menu of await menus.all()) {
        await menu.click()
        await page.getByRole('menuitemcheckbox', { name: 'Show as table' }).click()
      }
      await expect(page.getByRole('region').getByRole('region').getByRole('table')).toHaveCount(5)
      await expectAccessible(page)
      await menus.first().click()
      await expectAccessible(page)
    })

    test('nothing to show, and a failure', async ({ page, complaints }) => {
      complaints.foresee(/502/)
      await openOutbound(page, `?period=${daysAgo(-40)}`)
      await expect(page.getByRole('heading', { name: 'This period has not begun' })).toBeVisible()
      await expectAccessible(page)
      const error = { code: 'ALLO_UNREACHABLE', requestId: 'req_example' }
      await page.route('**/api/reports/outbound**', route => route.fulfill({ status: 502, json: { error } }))
      await page.keyboard.press('7')
      await expect(page.getByRole('heading', { name: 'The numbers could not be fetched' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
