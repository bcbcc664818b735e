import { addDays, dayWords, monthOf, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, panel, stage, stageLink } from './outbound'
import { callsOf, today } from './truth'

test.describe('a period that contains today', () => {
  test('shows both values and withholds every change, with the reason', async ({ page }) => {
    const at = await today()
    await openOutbound(page, `?period=${written({ from: addDays(at, -27), to: at })}`)
    for (const name of ['Dials', 'Connected', 'Conversations', 'Conversions']) {
      const withheld = stage(page, name).getByRole('button', { name: 'Running period: compared when it is complete' })
      await expect(withheld.first()).toBeVisible()
    }
    await expect(page.getByRole('main').getByText(/^(▲|▼|up |down |≈)/)).toHaveCount(0)
    await stage(page, 'Dials').getByRole('button', { name: 'Running period: compared when it is complete' }).hover()
    const before = await callsOf({ from: addDays(at, -55), to: addDays(at, -28) })
    await expect(page.getByRole('tooltip')).toContainText(
      `now, ${new Intl.NumberFormat('en-US').format(before.length)} before`,
    )
  })

  test('hatches the bucket that is still filling, and only that', async ({ page }) => {
    const at = await today()
    const from = addDays(monthOf(at).from, -45)
    await openOutbound(page, `?period=${written({ from, to: at })}&by=month`)
    const series = panel(page, 'series')
    await expect(series.getByRole('listitem').filter({ hasText: 'still running' })).toBeVisible()

    const soFar = await callsOf({ from: monthOf(at).from, to: at })
    const running = series.getByRole('link', { name: /dials?, still running$/ })
    await expect(running).toHaveCount(soFar.length > 0 ? 1 : 0)
    await expect(series.locator('path[fill^="url(#"]')).toHaveCount(soFar.length > 0 ? 1 : 0)
    const closed = series.getByRole('link', { name: /\d dials?$/ })
    await expect(closed.first()).toHaveAccessibleName(new RegExp(`^${dayWords(from)}`))
  })

  test('says “so far”, and a closed period does not', async ({ page }) => {
    await openOutbound(page, '?period=this-month')
    const at = await today()
    await expect(page.getByRole('button', { name: /^This month so far/ })).toBeVisible()
    await page.getByRole('button', { name: /^This month so far/ }).click()
    await page
      .getByRole('dialog', { name: 'Period' })
      .getByRole('button', { name: /^Last month/ })
      .click()
    await expect(page).toHaveURL('/outbound?period=last-month')
    await expect(stageLink(page, 'Dials')).toBeVisible()
    await expect(panel(page, 'series').getByText('still running')).toHaveCount(0)
    await expect(stage(page, 'Dials').getByRole('button', { name: /^(up|down|no change)/ })).toBeVisible()
    expect(at).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})
