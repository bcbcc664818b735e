import { expectNoOverflow } from './checks'
import { beat, forgetScreens, pair, startTv } from './screens'
import { hangScreen, numbers, showOf, sitDown } from './wall'
import { expect, test } from './world'

test.use({ own: 'screens data' })

test.beforeEach(({ context, app }) => forgetScreens(context, app.url))

const MINUTE = 60_000

test('a card tells how old the numbers on the wall itself are, and when newer ones do not arrive there', async ({
  app,
  page,
}) => {
  const { code, tv } = await startTv(app.url)
  await pair(page, code, 'Hall')
  const card = page.getByRole('region', { name: 'Hall' })
  const behind = card.getByText('do not arrive on this screen')

  // A script from before this was told.
  await beat(tv)
  await page.reload()
  await expect(card.getByText('It does not tell.')).toBeVisible()

  await beat(tv, { fetchedAt: Date.now() - 2 * MINUTE, isFailing: false })
  await page.reload()
  await expect(card.getByText(/^Fetched 2\s+min ago$/)).toBeVisible()

  // The picture has drawn today's numbers, and the wall hangs on its old ones.
  await expect(page.frameLocator('main iframe').getByText(/Updated \d+\s+s ago/)).toBeVisible()
  await beat(tv, { fetchedAt: Date.now() - 8 * MINUTE, isFailing: false })
  await page.reload()
  await expect(card.getByText(/^Fetched 8\s+min ago$/)).toHaveClass(/text-won-ink/)
  await expect(behind).toBeVisible()
  await expectNoOverflow(page)

  await beat(tv, { fetchedAt: Date.now() - 40 * MINUTE, isFailing: false })
  await page.reload()
  await expect(card.getByText(/^Fetched 40\s+min ago$/)).toHaveClass(/text-down/)

  // With new numbers all is well again, by itself.
  await beat(tv, { fetchedAt: Date.now(), isFailing: false })
  await expect(behind).toHaveCount(0, { timeout: 25_000 })
  await expect(card.getByText(/^Fetched \d+\s+s ago$/)).not.toHaveClass(/text/)

  await beat(tv, { fetchedAt: Date.now() - MINUTE, isFailing: true })
  await page.reload()
  await expect(card.getByText(/^Of \d\d:\d\d: Allo does not answer$/)).toHaveClass(/text-won-ink/)
  await beat(tv, { fetchedAt: null, isFailing: false })
  await page.reload()
  await expect(card.getByText('No numbers on it')).not.toHaveClass(/text/)
  await tv.dispose()
})

test('a wall tells the age of what it shows, with its script and without', async ({ app, browser }) => {
  const desk = await sitDown(app.url)
  const { page, id } = await hangScreen(browser, app.url, desk, showOf([numbers('?period=this-week')]))
  const reported = async () => {
    const screens: { id: string; reported: { mode: string; panel: string; fetchedAt: number | null } | null }[] =
      await (await desk.get('/api/screens')).json()
    const said = screens.find(screen => screen.id === id)?.reported
    return said && [said.mode, said.panel, Math.abs(Date.now() - (said.fetchedAt ?? 0)) < 2 * MINUTE]
  }
  await expect(page.locator('[data-age]')).toHaveText(/^Updated/)
  await expect.poll(reported, { timeout: 40_000 }).toEqual(['live', 'view-scoreboard', true])
  await page.goto('/tv?plain=1')
  await expect.poll(reported).toEqual(['plain', 'view-scoreboard', true])
  await page.context().close()
  await desk.dispose()
})
