import type { Page } from '@playwright/test'
import { alloUserOf, PEOPLE, person } from './cast'
import { sessionOf } from './fixtures'
import { drawer, openOutbound, panel } from './outbound'
import { countWords } from './words'
import { become } from './workspace-settings'
import { type Allo, expect, test } from './world'

test.use({ own: 'roles' })

/** What each role meets on the page: the same table as behind the routes (see matrix.spec.ts). */

const DAY = '2026-01-14' // a Wednesday
const SEARCH = `?period=${DAY}&compare=none`

async function connectedCalls(allo: Allo) {
  const calls = await allo.calls(DAY, DAY)
  return calls.filter(call => call.direction === 'OUTBOUND' && call.outcome === 'connected')
}

function listOf(page: Page) {
  return drawer(page).getByRole('list', { name: 'Calls', exact: true })
}

test.describe('a viewer', () => {
  test.beforeEach(({ context, app }) => become(context, PEOPLE.viewer, app.url))

  test('reads every chart, and nothing on it leads anywhere', async ({ page, allo }) => {
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    await openOutbound(page, SEARCH)
    const connected = countWords((await connectedCalls(allo)).length)
    await expect(panel(page, 'funnel').getByText(connected, { exact: true })).toBeVisible()
    for (const name of ['funnel', 'timeSpent', 'leaderboard'] as const) {
      await expect(panel(page, name).getByRole('link')).toHaveCount(0)
    }
    // What is left are links to other views of the same numbers.
    const links = await page
      .locator('main a[href]')
      .evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    expect(links.filter(href => /stage=|call=/.test(href))).toEqual([])

    const cells = panel(page, 'heatmap').getByRole('img', { name: /connected/ })
    await cells.first().hover()
    await cells.first().click()
    await panel(page, 'funnel').getByText(connected, { exact: true }).click()
    await expect(drawer(page)).toHaveCount(0)
    expect(new URL(page.url()).search).toBe(SEARCH)
    expect(asked.filter(path => /drilldown|calls/.test(path))).toEqual([])
  })

  test('walks the bars and the hours by keyboard', async ({ page }) => {
    await openOutbound(page, '?period=2026-01-12..2026-01-16')
    const bars = panel(page, 'series')
      .getByRole('group', { name: /the figure of each bar/ })
      .getByRole('img')
    const first = bars.first()
    await first.focus()
    const name = await first.getAttribute('aria-label')
    await page.keyboard.press('ArrowRight')
    const next = page.locator(':focus')
    await expect(next).toHaveAttribute('aria-label', /dials$/)
    expect(await next.getAttribute('aria-label')).not.toBe(name)
    // The tooltip tells the same bucket.
    await expect(panel(page, 'series').getByText('Connect rate')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toHaveCount(0)

    const cells = panel(page, 'heatmap').getByRole('img', { name: /dials? connected/ })
    await expect(cells.locator('xpath=self::*[@tabindex="0"]')).toHaveCount(1)
  })

  test('finds a link into the calls closed, in words, and can clean it', async ({ page }) => {
    await openOutbound(page, `${SEARCH}&stage=connected&call=cll-anything`)
    await expect(
      page.getByText('You see numbers only, so the list of calls in this address stays closed.'),
    ).toBeVisible()
    await expect(drawer(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Clean the address' }).click()
    await expect(page).toHaveURL(`/outbound${SEARCH}`)
    await expect(page.getByText('You see numbers only')).toHaveCount(0)
  })

  test('meets no contact’s number, also not in the HTML', async ({ page, allo }) => {
    const numbers = [...new Set((await connectedCalls(allo)).map(call => call.contact_number))]
    const html = await (await page.request.get(`/outbound${SEARCH}&stage=connected`)).text()
    expect(numbers.length).toBeGreaterThan(10)
    expect(html).toContain('leaderboard')
    expect(numbers.filter(number => html.includes(number))).toEqual([])
  })

  test('takes the numbers away as a file, and the log knows', async ({ page, app }) => {
    await openOutbound(page, SEARCH)
    const told = page.waitForResponse(answer => answer.url().endsWith('/api/exports'))
    const file = page.waitForEvent('download')
    await panel(page, 'funnel')
      .getByRole('button', { name: /: more$/ })
      .click()
    await page.getByRole('menuitem', { name: 'Download CSV' }).click()
    expect((await file).suggestedFilename()).toBe(`callboard_funnel_${DAY}..${DAY}_Europe-Paris.csv`)
    expect((await told).status()).toBe(204)
    const admin = await person('admin', app.url)
    const log = await (await admin.client.get('/api/audit?format=csv')).text()
    expect(log.split('\n').filter(line => line.includes('Victor Lang') && line.includes('funnel'))).toHaveLength(1)
  })
})

test.describe('a rep', () => {
  test.beforeEach(({ context, app }) => become(context, PEOPLE.rep, app.url))

  test('gets the whole list with colleagues’ calls closed, and opens their own', async ({ page, allo }) => {
    const calls = await connectedCalls(allo)
    const ines = await alloUserOf(PEOPLE.rep, allo)
    await openOutbound(page, `${SEARCH}&stage=connected`)
    await expect(drawer(page).getByText(new RegExp(`^${countWords(calls.length)} calls, `))).toBeVisible()
    await expect(drawer(page).getByText('Only they and their managers can open them.')).toBeVisible()

    const opened: (string | undefined)[] = []
    let rows = 0
    for (let from = 1; from <= calls.length; from += 20) {
      const to = Math.min(calls.length, from + 19)
      const shown = `${countWords(from)}–${countWords(to)} of ${countWords(calls.length)}`
      await expect(drawer(page).getByText(shown, { exact: true })).toBeVisible()
      rows += await listOf(page).locator('> li').count()
      const links = listOf(page).getByRole('link')
      opened.push(...(await links.evaluateAll(all => all.map(link => link.dataset.call))))
      if (to < calls.length) await drawer(page).getByRole('link', { name: 'Next', exact: true }).click()
    }
    expect(rows).toBe(calls.length)
    const own = calls.filter(call => call.user_id === ines).map(call => call.id)
    expect(own.length).toBeGreaterThan(0)
    expect(opened.toSorted()).toEqual(own.toSorted())

    await openOutbound(page, `${SEARCH}&stage=connected&person=${ines}`)
    await listOf(page).getByRole('link').first().click()
    await expect(drawer(page).getByText('Transcript', { exact: true })).toBeVisible()
  })

  test('is refused a colleague’s call in words, wherever the link came from', async ({ page, allo, context }) => {
    const ines = await alloUserOf(PEOPLE.rep, allo)
    const theirs = (await connectedCalls(allo)).find(call => call.user_id !== ines && call.user_id !== null)
    await openOutbound(page, `${SEARCH}&stage=connected&call=${theirs?.id}`)
    await expect(drawer(page).getByText('This is the call of somebody else.')).toBeVisible()
    expect(await drawer(page).textContent()).not.toContain(theirs?.contact_number.slice(-4))
    const details = await context.request.get(`/api/calls/details?ids=${theirs?.id}`)
    expect([details.status(), await details.json()]).toEqual([200, []])
  })
})

test('a rep who sees only their own numbers, from the next page on', async ({ page, context, app, allo }) => {
  await become(context, PEOPLE.rep, app.url)
  const calls = await connectedCalls(allo)
  const ines = await alloUserOf(PEOPLE.rep, allo)
  const tom = calls.find(call => call.user_id !== ines && call.user_id !== null)?.user_id ?? ''
  const board = panel(page, 'leaderboard')
  await openOutbound(page, SEARCH)
  expect(await board.getByRole('listitem').count()).toBeGreaterThan(2)

  const admin = await context.browser()?.newContext({
    baseURL: app.url,
    storageState: await sessionOf(PEOPLE.admin, app.url),
  })
  if (!admin) throw new Error('there is no browser')
  const choose = async (what: string) => {
    const settings = await admin.newPage()
    await settings.goto('/settings/workspace')
    await settings.getByLabel('Reps see').selectOption({ label: what })
    await settings.getByRole('button', { name: 'Save settings' }).click()
    await expect(settings.getByText('Settings saved.')).toBeVisible()
    await settings.close()
  }
  await choose('The team’s numbers and their own')

  await openOutbound(page, `${SEARCH}&people=${tom}&stage=connected`)
  await expect(page.getByText('The colleagues in this address were left out.')).toBeVisible()
  await expect(drawer(page)).toHaveCount(0)
  await expect(board.getByRole('listitem')).toHaveCount(1)
  await expect(board.getByRole('listitem')).toContainText('Inès Caron')
  const own = calls.filter(call => call.user_id === ines).length
  const others = calls.filter(call => call.user_id !== ines && call.user_id !== null).length
  await expect(board.getByText('Colleagues', { exact: false })).toHaveText(`Colleagues${countWords(others)}`)
  await expect(board.getByRole('listitem')).toContainText(countWords(own))
  expect(await (await context.request.get(`/outbound${SEARCH}`)).text()).not.toMatch(/Okafor|Priya Nair/)
  expect((await context.request.get(`/api/reports/outbound${SEARCH}&people=${tom}`)).status()).toBe(403)
  expect((await context.request.get(`/api/drilldown${SEARCH}&stage=connected&person=${tom}`)).status()).toBe(403)

  // A line is often one colleague's.
  const line = encodeURIComponent('+33188001001')
  expect((await context.request.get(`/api/reports/outbound${SEARCH}&lines=${line}`)).status()).toBe(403)
  expect((await context.request.get(`/api/drilldown${SEARCH}&stage=connected&lines=${line}`)).status()).toBe(403)
  await openOutbound(page, `${SEARCH}&lines=${line}&stage=connected`)
  await expect(page.getByText('The lines in this address were left out.')).toBeVisible()
  await expect(drawer(page)).toHaveCount(0)

  await openOutbound(page, `${SEARCH}&stage=connected`)
  await expect(listOf(page).getByText('Not one of your calls').first()).toBeVisible()
  expect(await listOf(page).textContent()).not.toMatch(/Okafor|Nair/)

  await choose('Everybody’s numbers')
  await admin.close()
  await openOutbound(page, SEARCH)
  expect(await board.getByRole('listitem').count()).toBeGreaterThan(2)
})

test('a manager opens everything', async ({ page, allo }) => {
  const calls = await connectedCalls(allo)
  await openOutbound(page, `${SEARCH}&stage=connected`)
  await expect(listOf(page).getByRole('link')).toHaveCount(Math.min(20, calls.length))
  await expect(drawer(page).getByText('can open them')).toHaveCount(0)
})
