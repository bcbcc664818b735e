import type { Route } from '@playwright/test'
import { addDays, type Days, eachDay, weekdayOf, written } from './dates'
import { expect, test } from './fixtures'
import { drawer, openOutbound } from './outbound'
import { callsOf, countOf, groupBy, today } from './truth'
import { countWords } from './words'

/** Three of each weekday. */
async function threeWeeks(): Promise<Days> {
  const to = addDays(await today(), -3)
  return { from: addDays(to, -20), to }
}

test('a cell is read day by day: it shows how far, can be stopped, and goes on from there', async ({ page }) => {
  const days = await threeWeeks()
  const calls = await callsOf(days)
  const [busiest] = [...groupBy(calls, call => `${call.weekday}-${call.hour}`)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  )
  const [cell, inCell] = busiest ?? ['', []]
  const weekdays = eachDay(days).filter(date => weekdayOf(date) === cell.split('-')[0])
  const connected = (dates: string[]) =>
    countOf(
      inCell.filter(({ date }) => dates.includes(date)),
      'connected',
    )

  // Every day's answer waits until it is let go.
  const waiting: Route[] = []
  await page.route('**/api/drilldown/day?*', route => void waiting.push(route))
  const letOne = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    await waiting.shift()?.continue()
  }
  await openOutbound(page, `?period=${written(days)}&stage=connected&cell=${cell}`)
  const box = drawer(page)
  const bar = box.getByRole('progressbar', { name: 'Days read' })
  await expect(box.getByRole('status')).toHaveText(`0 of ${weekdays.length} days`)

  const newest = weekdays.toReversed()
  await letOne()
  await expect(box.getByRole('status')).toHaveText(`1 of ${weekdays.length} days`)
  await expect(bar).toHaveAttribute('value', '1')
  const first = newest.slice(0, 1)
  await expect(box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link')).toHaveCount(
    Math.min(20, connected(first)),
  )

  await box.getByRole('button', { name: 'Cancel' }).click()
  await expect(box.getByRole('status')).toHaveText(`Stopped at 1 of ${weekdays.length} days`)
  // What was under way is given up, and nothing more is asked.
  waiting.length = 0
  await box.getByRole('button', { name: 'Continue' }).click()
  for (const _ of newest.slice(1)) await letOne()
  await expect(bar).toHaveCount(0)
  await expect(box.getByText(new RegExp(`^${countWords(connected(weekdays))} calls, `))).toBeVisible()
  expect(waiting).toHaveLength(0)
})

test('days that were read once are not asked for again', async ({ page }) => {
  const days = await threeWeeks()
  const [cell] = [...groupBy(await callsOf(days), call => `${call.weekday}-${call.hour}`)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([key]) => key)
  let asked = 0
  page.on('request', request => {
    if (request.url().includes('/api/drilldown/day')) asked += 1
  })
  await openOutbound(page, `?period=${written(days)}&stage=connected&cell=${cell}`)
  const box = drawer(page)
  await expect(box.getByText(/^[\d,]+ calls?, /)).toBeVisible()
  await expect(box.getByRole('progressbar')).toHaveCount(0)
  const first = asked
  expect(first).toBe(eachDay(days).filter(date => weekdayOf(date) === cell?.split('-')[0]).length)
  const rows = box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link')
  await rows.first().click()
  await expect(box.getByRole('heading', { name: 'Summary' })).toBeVisible()
  await box.getByRole('link', { name: 'Connected' }).click()
  await expect(rows.first()).toBeVisible()
  await expect(box.getByRole('progressbar')).toHaveCount(0)
  expect(asked).toBe(first)
})
