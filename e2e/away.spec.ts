import type { Page } from '@playwright/test'
import { weekFrom } from './checks'
import { age, numberOf, rows } from './failure-view'
import { drawer, stageLink } from './outbound'
import { expect, test } from './world'

/** The chart is drawn by the browser: before that, a jump of the clock or a key would meet a page that does not listen yet. */
async function isAlive(page: Page): Promise<void> {
  await expect(page.getByRole('img', { name: /^Calls per/ })).toBeVisible()
}

test('our own server is gone: the numbers stay, offline is said, and all is well when it is back', async ({
  page,
  app,
}) => {
  await page.clock.install()
  await page.goto(`/outbound?period=${weekFrom(360)}`)
  const dials = await numberOf(stageLink(page, 'Dials'))
  await isAlive(page)
  await app.stop()
  await expect(async () => {
    await page.clock.fastForward('05:01')
    await expect(age(page)).toContainText('You seem to be offline · numbers from', { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(stageLink(page, 'Dials')).toHaveText(dials)

  await app.start()
  await expect(async () => {
    await page.clock.fastForward('00:31')
    await expect(age(page)).toHaveText(/^Updated/, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await expect(stageLink(page, 'Dials')).toHaveText(dials)
})

test.describe('the session ends while the page is open', () => {
  const week = weekFrom(95)

  test('opening a mark offers to sign in, and leads back to the same calls', async ({ page, context }) => {
    await page.goto(`/outbound?period=${week}`)
    await numberOf(stageLink(page, 'Dials'))
    await context.clearCookies()
    await stageLink(page, 'Dials').click()
    const list = drawer(page)
    await expect(list.getByRole('alert')).toContainText('You are signed out. Sign in to go on.')
    const here = page.url()
    await list.getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Continue as Maya Reyes' }).click()
    await expect(page).toHaveURL(here)
    await expect(rows(drawer(page))).toHaveCount(20)
  })

  test('a page at rest keeps its numbers, says it, and offers to sign in', async ({ page, context }) => {
    await page.clock.install()
    await page.goto(`/outbound?period=${week}`)
    const dials = await numberOf(stageLink(page, 'Dials'))
    await isAlive(page)
    await context.clearCookies()
    await page.clock.fastForward('05:01')
    const back = page.getByRole('main').getByRole('link', { name: 'Sign in' })
    await expect(back).toHaveAttribute('href', `/sign-in?callbackUrl=${encodeURIComponent(`/outbound?period=${week}`)}`)
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
    await expect(page.getByText('Allo gives no new numbers')).toHaveCount(0)
  })

  test('a filter without numbers of before offers to sign in', async ({ page, context }) => {
    await page.goto(`/outbound?period=${week}`)
    await numberOf(stageLink(page, 'Dials'))
    await isAlive(page)
    await context.clearCookies()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  })

  test('a reload leads to the sign-in page and back', async ({ page, context }) => {
    await page.goto(`/outbound?period=${week}&stage=connected&page=2`)
    await context.clearCookies()
    await page.reload()
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
    await page.getByRole('button', { name: 'Continue as Maya Reyes' }).click()
    await expect(page).toHaveURL(`/outbound?period=${week}&stage=connected&page=2`)
  })
})
