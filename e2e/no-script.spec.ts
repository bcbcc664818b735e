import { daysAgo, expectSensibleText } from './checks'
import { wallClock, weekdayOf } from './dates'
import { expect, test } from './fixtures'
import { panel, stageLink } from './outbound'
import { fetchRawCalls, type RawCall } from './simulator'
import { countWords } from './words'
import { ADMIN } from './world'

test.use({ javaScriptEnabled: false })

const [FROM, TO] = [daysAgo(34), daysAgo(7)]
const ADDRESS = `/outbound?period=${FROM}..${TO}`

/** The outbound calls of the period, from the simulator's own list. */
async function outboundCalls(): Promise<RawCall[]> {
  return (await fetchRawCalls(FROM, TO)).filter(call => call.direction === 'OUTBOUND')
}

/** Weekday and hour of a call on the workspace's wall. */
function placeOf(call: RawCall): string {
  const { date, hour } = wallClock(call.start)
  return `${weekdayOf(date)} ${String(hour).padStart(2, '0')}:00`
}

test('the numbers are in the page itself', async ({ page }) => {
  const calls = await outboundCalls()
  const connected = calls.filter(call => call.outcome === 'connected')
  // A first visit may come before Allo has answered; the page then says so, and the next one has the numbers.
  await expect(async () => {
    await page.goto(ADDRESS)
    await expect(page.getByRole('heading', { name: 'Funnel' })).toBeAttached({ timeout: 1000 })
  }).toPass()
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(calls.length))
  await expect(stageLink(page, 'Connected')).toHaveText(countWords(connected.length))
  await expect(panel(page, 'timeSpent')).toContainText(/\d+\sh\s\d\d\sm/)
  await expect(page.getByText(/^Updated/)).toBeVisible()
  await expectSensibleText(page)

  const place = calls[0] ? placeOf(calls[0]) : 'never'
  const same = calls.filter(call => placeOf(call) === place)
  const reached = same.filter(call => call.outcome === 'connected').length
  const name = `${place}, ${reached} of ${same.length} `
  const heatmap = panel(page, 'heatmap')
  await expect(heatmap.getByRole('row')).toHaveCount(8)
  await expect(heatmap.getByRole('link', { name: new RegExp(name, 'i') })).toBeVisible()

  const board = panel(page, 'leaderboard')
  await expect(board.getByRole('listitem').first()).toContainText(/^1.+\d+$/)
  await expect(page.getByRole('region', { name: 'Calls per day' })).toBeVisible()
})

test('marks and choices are links that lead somewhere', async ({ page }) => {
  await page.goto(ADDRESS)
  const period = `period=${FROM}..${TO}`
  await expect(stageLink(page, 'Connected')).toHaveAttribute('href', `/outbound?${period}&stage=connected`)
  const marks = page.locator('main [data-place]')
  expect(await marks.count()).toBeGreaterThan(50)
  for (const href of await marks.evaluateAll(links => links.map(link => link.getAttribute('href'))))
    expect(href).toContain(`/outbound?${period}&stage=`)
  await page.getByRole('navigation', { name: 'Buckets' }).getByRole('link', { name: 'Week' }).click()
  await expect(page).toHaveURL(`${ADDRESS}&by=week`)
  await expect(page.getByRole('heading', { name: 'Calls per week' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Shown in each cell' }).getByRole('link', { name: 'Dials' }).click()
  await expect(page).toHaveURL(`${ADDRESS}&by=week&heat=dials`)
})

test('what could do nothing is not offered', async ({ page }) => {
  await page.goto(ADDRESS)
  await expect(page.getByRole('button', { name: /: more$/ })).toHaveCount(0)
})

test('an address that cannot be understood is told in the page itself', async ({ page }) => {
  await page.goto('/outbound?period=never')
  await expect(page.getByText('Ignored in the address: period')).toBeVisible()
})

test('signing in says that it needs a script, and never puts a password into an address', async ({ page, context }) => {
  await context.clearCookies()
  await page.goto('/outbound')
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('noscript p')).toBeVisible()
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Callboard' })).toBeVisible()
  expect(page.url()).not.toContain('password')
  expect(page.url()).not.toContain('battery')
})
