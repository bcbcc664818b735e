import { addDays, type Days, monthBefore, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, panel, stage, stageLink, tableOf } from './outbound'
import { fetchNames } from './simulator'
import { type Call, type Counts, callsOf, countsOf, groupBy, reached, timeSpentOf, today } from './truth'
import { countWords, durationWords, plain, rateWords } from './words'

test.describe('every figure follows from the calls', () => {
  const periods: [name: string, search: string, daysAt: (today: string) => Days][] = [
    ['the last 4 weeks, where the page begins', '', at => ({ from: addDays(at, -28), to: addDays(at, -1) })],
    ['the last 7 days', '?period=last-7-days', at => ({ from: addDays(at, -7), to: addDays(at, -1) })],
    ['last month', '?period=last-month', monthBefore],
  ]
  for (const [name, search, daysAt] of periods) {
    test(name, async ({ page }) => {
      const calls = await callsOf(daysAt(await today()))
      await openOutbound(page, search)
      await expectFigures(page, calls)
    })
  }

  test('dates of one’s own', async ({ page }) => {
    const at = await today()
    const days = { from: addDays(at, -33), to: addDays(at, -12) }
    await openOutbound(page, `?period=${written(days)}`)
    await expectFigures(page, await callsOf(days))
  })

  test('one person', async ({ page }) => {
    const days = monthBefore(await today())
    const calls = await callsOf(days)
    const names = await fetchNames()
    const [id, theirs] = busiest(groupBy(calls, call => call.user_id))
    await openOutbound(page, `?period=${written(days)}&people=${id}`)
    await expect(page.getByRole('button', { name: names.get(id ?? '') })).toBeVisible()
    await expectFigures(page, theirs)
  })

  test('one line', async ({ page }) => {
    const days = monthBefore(await today())
    const [line, theirs] = busiest(groupBy(await callsOf(days), call => call.line))
    await openOutbound(page, `?period=${written(days)}&lines=${encodeURIComponent(line)}`)
    await expectFigures(page, theirs)
  })

  test('other conversion tags, chosen in the panel', async ({ page }) => {
    const days = monthBefore(await today())
    const calls = await callsOf(days)
    await openOutbound(page, `?period=${written(days)}`)
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'meeting_booked' }).click()
    const choice = page.getByRole('dialog', { name: 'Conversion tags' })
    await choice.getByRole('checkbox', { name: 'meeting_booked' }).uncheck()
    await choice.getByRole('checkbox', { name: 'qualified' }).check()
    await choice.getByRole('checkbox', { name: 'interested', exact: true }).check()
    await choice.getByRole('button', { name: 'Apply' }).click()

    await expect(page).toHaveURL(`/outbound?period=${written(days)}&tags=interested,qualified`)
    const counts = countsOf(calls, ['interested', 'qualified'])
    expect(counts.conversions).not.toBe(countsOf(calls).conversions)
    await expectFunnel(page, counts)
  })

  test('no conversion tags: no conversions, and no number that looks like one', async ({ page }) => {
    const days = monthBefore(await today())
    await openOutbound(page, `?period=${written(days)}&tags=none`)
    await expect(panel(page, 'funnel').getByText('No tag counts as a conversion yet')).toBeVisible()
    await expect(stageLink(page, 'Conversions')).toHaveCount(0)
    await expect(stageLink(page, 'Dials')).toHaveText(countWords((await callsOf(days)).length))
  })
})

test('everybody who ever called is on the leaderboard, and calls of nobody are not hidden', async ({ page }) => {
  const at = await today()
  // Long enough for whoever has left since, and for whoever is new.
  const days = { from: addDays(at, -260), to: addDays(at, -10) }
  const calls = (await callsOf(days)).filter(call => reached(call, 'connected'))
  const people = groupBy(calls, call => call.user_id)
  expect(people.size).toBe(13)
  await openOutbound(page, `?period=${written(days)}&compare=none`)
  const leaderboard = panel(page, 'leaderboard')
  await expect(leaderboard.getByRole('link')).toHaveCount(10)
  await leaderboard.getByText('Show 2 more').click()
  await expect(leaderboard.getByRole('link')).toHaveCount(12)
  await expect(leaderboard.getByText('Calls without a person')).toHaveText(
    `Calls without a person${countWords(people.get(null)?.length ?? 0)}`,
  )
})

test('the funnel offers its rates on both bases', async ({ page }) => {
  const days = monthBefore(await today())
  const { dials, connected, conversations, conversions } = countsOf(await callsOf(days))
  await openOutbound(page, `?period=${written(days)}`)
  await expect(stage(page, 'Conversions')).toContainText(`${rateWords(conversions, conversations)} of conversations`)

  await panel(page, 'funnel').getByRole('button', { name: 'Funnel: more' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'All rates of dials' }).click()
  await expect(stage(page, 'Connected')).toContainText(`${rateWords(connected, dials)} of dials`)
  await expect(stage(page, 'Conversations')).toContainText(`${rateWords(conversations, dials)} of dials`)
  await expect(stage(page, 'Conversions')).toContainText(`${rateWords(conversions, dials)} of dials`)

  await stage(page, 'Conversions').getByRole('button', { name: 'of dials' }).hover()
  await expect(page.getByRole('tooltip')).toContainText(
    `of conversations: ${countWords(conversions)} of ${countWords(conversations)}`,
  )
  await expect(page.getByRole('tooltip')).toContainText(`of dials: ${countWords(conversions)} of ${countWords(dials)}`)
})

type Page = Parameters<typeof openOutbound>[0]

function busiest<K>(groups: Map<K, Call[]>): [K, Call[]] {
  const [first] = [...groups].filter(([key]) => key !== null).sort(([, one], [, other]) => other.length - one.length)
  if (!first) throw new Error('there are no calls')
  return first
}

async function expectFunnel(page: Page, counts: Counts): Promise<void> {
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(counts.dials))
  await expect(stageLink(page, 'Connected')).toHaveText(countWords(counts.connected))
  await expect(stageLink(page, 'Conversations')).toHaveText(countWords(counts.conversations))
  await expect(stageLink(page, 'Conversions')).toHaveText(countWords(counts.conversions))
  await expect(stage(page, 'Connected')).toContainText(`${rateWords(counts.connected, counts.dials)} of dials`)
  await expect(stage(page, 'Conversations')).toContainText(
    `${rateWords(counts.conversations, counts.connected)} of connected`,
  )
  await expect(stage(page, 'Conversions')).toContainText(
    `${rateWords(counts.conversions, counts.conversations)} of conversations`,
  )
}

/** Funnel, time spent and leaderboard, as drawn and as tables. */
async function expectFigures(page: Page, calls: Call[]): Promise<void> {
  const counts = countsOf(calls)
  await expectFunnel(page, counts)

  const funnel = await tableOf(page, 'funnel')
  expect(funnel.slice(1).map(row => row.slice(0, 4))).toEqual([
    ['Dials', countWords(counts.dials), '–', '–'],
    ...(['Connected', 'Conversations', 'Conversions'] as const).map((name, index) => {
      const values = [counts.dials, counts.connected, counts.conversations, counts.conversions]
      const [before = 0, now = 0] = values.slice(index)
      return [name, countWords(now), rateWords(now, counts.dials), rateWords(now, before)]
    }),
  ])

  const { total, average, ringing } = timeSpentOf(calls)
  const spent = panel(page, 'timeSpent')
  await expect(spent.getByRole('term')).toHaveText([
    'Total conversation time',
    'Average conversation',
    'Average ringing',
  ])
  for (const [place, seconds] of [total, average, ringing].entries()) {
    expect(plain(await spent.getByRole('definition').nth(place).innerText())).toContain(durationWords(seconds))
  }

  const names = await fetchNames()
  const people = groupBy(
    calls.filter(call => reached(call, 'connected')),
    call => call.user_id,
  )
  const nobody = people.get(null)?.length ?? 0
  const ranked = [...people]
    .flatMap(([id, theirs]) => (id === null ? [] : [{ name: names.get(id) ?? id, connected: theirs.length }]))
    .sort((one, other) => other.connected - one.connected || one.name.localeCompare(other.name, 'en'))
  const ranks = [...new Set(ranked.map(({ connected }) => connected))]

  const leaderboard = panel(page, 'leaderboard')
  const more = leaderboard.getByText(/^Show \d+ more$/)
  if (ranked.length > 11) await more.click()
  await expect(leaderboard.getByRole('link')).toHaveCount(ranked.length)
  await expect(leaderboard.getByText('Calls without a person')).toHaveCount(nobody > 0 ? 1 : 0)
  const table = await tableOf(page, 'leaderboard')
  expect(table.slice(1).map(row => row.slice(0, 3))).toEqual([
    ...ranked.map(({ name, connected }) => [String(ranks.indexOf(connected) + 1), name, countWords(connected)]),
    ...(nobody > 0 ? [['–', 'Calls without a person', countWords(nobody)]] : []),
  ])
  expect(ranked.reduce((sum, { connected }) => sum + connected, nobody)).toBe(counts.connected)
}
