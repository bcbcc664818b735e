import { expect, test } from '@playwright/test'
import { expectNoOverflow, expectSensibleText } from './checks'
import { addDays } from './dates'
import { callsIn, expectAccessible, MONDAY, openReview, part, sit, startMonday, weekBefore, weekKey } from './reviews'
import { countWords } from './words'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const KEY = weekKey(weekBefore(MONDAY).from)
const EARLIER = weekKey(addDays(MONDAY, -28))

let world: Awaited<ReturnType<typeof startMonday>>
test.beforeAll(async () => {
  test.setTimeout(180_000)
  world = await startMonday()
})
test.afterAll(() => world.stop())

test('who sees numbers only reads a whole page without doors', async ({ browser }) => {
  const page = await sit(browser, world.app, 'viewer')
  await openReview(page, KEY)
  await expect(part(page, 'Funnel').getByRole('link')).toHaveCount(0)
  await expect(part(page, 'What moved it').getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Add a |^Play: / })).toHaveCount(0)
  await expect(part(page, 'Worth a listen').getByRole('listitem').first()).toContainText('A call')
  await expectSensibleText(page)
  await expectAccessible(page)
  await page.context().close()
})

test('the list tells it, and names the week that runs', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await page.goto('/reviews')
  const weeks = part(page, 'Weeks').getByRole('listitem')
  await expect(weeks.first()).toContainText('live')
  await expect(weeks.nth(1)).toContainText('The team made')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review of another range' }).click()
  const form = page.getByRole('form', { name: 'Review of another range' })
  await form.getByLabel('Name').fill('Before the fair')
  await form.getByLabel('First day').fill(addDays(MONDAY, -10))
  await form.getByLabel('Last day').fill(addDays(MONDAY, -4))
  await form.getByRole('button', { name: 'Make the review' }).click()
  await expect(page).toHaveURL(/\/reviews\/rep_/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Before the fair', { timeout: 90_000 })
  const days = { from: addDays(MONDAY, -10), to: addDays(MONDAY, -4) }
  const dials = part(page, 'Funnel').getByRole('listitem').first().getByRole('link')
  await expect(dials).toHaveText(countWords((await callsIn(world.allo, days)).length))
  await page.context().close()
})

test('a running week is live and says so', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await openReview(page, weekKey(MONDAY))
  await expect(page.getByText('Live: the period still runs')).toBeVisible()
  await expectSensibleText(page)
  await page.context().close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone and in French, ${colorScheme}`, async ({ browser }) => {
    const viewport = { width: 390, height: 844 }
    const page = await sit(browser, world.app, 'manager', { viewport, locale: 'fr-FR', colorScheme })
    await page.goto(`/reviews/${KEY}`)
    await expect(part(page, 'Entonnoir')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Semaine')
    await expect(page.getByRole('article').first()).toContainText('L’équipe a passé')
    await expectNoOverflow(page)
    await expectSensibleText(page)
    await expectAccessible(page)
    await page.context().close()
  })
}

test('while Allo is slow the page says what it is and why it takes its time', async ({ browser }) => {
  await world.allo.breakdown({ kind: 'latency', milliseconds: 2500 })
  const page = await sit(browser, world.app, 'manager')
  await page.goto(`/reviews/${EARLIER}`, { waitUntil: 'commit' })
  await expect(page.getByText('Its numbers are asked of Allo.')).toBeVisible()
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  expect(title).toContain(`Week ${Number(EARLIER.slice(-2))}, `)
  await world.allo.mend()
  await expect(page.getByText(/^Numbers frozen /)).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.context().close()
})

test('slides and paper of what cannot be had say so, and go on when it can', async ({ browser }) => {
  const key = weekKey(addDays(MONDAY, -35))
  await world.allo.breakdown({ kind: 'status', status: 500 })
  const page = await sit(browser, world.app, 'manager')
  for (const place of ['paper', 'present']) {
    const answer = await page.goto(`/reviews/${key}/${place}`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText('Allo has a fault of its own')
  }
  await world.allo.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-slide]')).toBeVisible({ timeout: 120_000 })
  await page.context().close()
})
