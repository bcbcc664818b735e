import { addDays, monthBefore, rangeWords, written } from './dates'
import { expect, INES, sessionOf, test } from './fixtures'
import { openOutbound, panel, tableOf } from './outbound'
import { today } from './truth'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const VIEWS: [name: string, search: string, address: (today: string) => string][] = [
  [
    'a period that moves with the calendar',
    '?period=last-7-days&by=week&heat=dials',
    at => `?period=${written({ from: addDays(at, -7), to: addDays(at, -1) })}&by=week&heat=dials`,
  ],
  [
    'a month, whose dates alone would compare with others',
    '?period=last-month',
    at => {
      const month = monthBefore(at)
      const before = monthBefore(month.from)
      const comparable = addDays(month.from, -1) === before.to && month.to.slice(8) === before.to.slice(8)
      return `?period=${written(month)}${comparable ? '' : `&compare=${written(before)}`}`
    },
  ],
]

for (const [name, search, addressAt] of VIEWS) {
  test(`a shared link keeps what its sender saw: ${name}`, async ({ page, browser, baseURL, complaints }) => {
    const at = await today()
    await openOutbound(page, search)
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByText(/^Link copied, dates fixed: /)).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${baseURL}/outbound${addressAt(at)}`)

    const colleague = await browser.newContext({ storageState: await sessionOf(INES.email, baseURL) })
    complaints.watch(colleague)
    const theirs = await colleague.newPage()
    await theirs.goto(link)
    await expect(theirs.getByRole('button', { name: `Account of ${INES.name}` })).toBeVisible()
    for (const part of ['funnel', 'timeSpent', 'heatmap', 'leaderboard'] as const) {
      const mine = await panel(page, part).innerText()
      await expect(panel(theirs, part)).toHaveText(mine, { useInnerText: true })
    }
    expect(await tableOf(theirs, 'series')).toEqual(await tableOf(page, 'series'))
    await colleague.close()
  })
}

test('an open drilldown is shared with its dates', async ({ page, baseURL }) => {
  const at = await today()
  const days = { from: addDays(at, -7), to: addDays(at, -1) }
  await openOutbound(page, '?period=last-7-days&stage=connected')
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: 'Copy link' }).click()
  await expect(drawer.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect(link.origin).toBe(baseURL)
  expect(link.searchParams.get('period')).toBe(written(days))
  expect(link.searchParams.get('stage')).toBe('connected')
  await page.goto(link.href)
  await expect(page.getByRole('dialog').getByText(`calls, ${rangeWords(days, at)}`)).toBeVisible()
})
