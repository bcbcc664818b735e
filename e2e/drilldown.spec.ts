import type { Locator } from '@playwright/test'
import { addDays, dayWords, eachDay, written } from './dates'
import { expect, test } from './fixtures'
import { drawer, openOutbound, panel, stageLink } from './outbound'
import { fetchNames } from './simulator'
import { type Call, callsOf, groupBy, reached, type Stage, today } from './truth'
import { countWords } from './words'

type Page = Parameters<typeof openOutbound>[0]

/** A week that is over, or so many days, and its calls. */
async function fetchWeek(length = 7) {
  const to = addDays(await today(), -3)
  const days = { from: addDays(to, 1 - length), to }
  const calls = await callsOf(days)
  return { days, calls, search: `?period=${written(days)}` }
}

function having(calls: Call[], stage: Stage): Call[] {
  return calls.filter(call => reached(call, stage))
}

/** The most frequent key of the calls, with those calls. */
function most<K>(calls: Call[], keyOf: (call: Call) => K): [K, Call[]] {
  const [first] = [...groupBy(calls, keyOf)].toSorted(([, one], [, other]) => other.length - one.length)
  if (!first) throw new Error('there are no calls')
  return first
}

function shownIds(page: Page): Promise<(string | undefined)[]> {
  const rows = drawer(page).getByRole('list', { name: 'Calls', exact: true }).getByRole('link')
  return rows.evaluateAll(links => links.map(link => link.dataset.call))
}

/** The open drawer holds exactly these calls: in its count, and row by row over all pages. */
async function expectCalls(page: Page, title: string, calls: Call[]): Promise<void> {
  const box = drawer(page)
  const total = calls.length
  await expect(box.getByRole('heading', { name: title })).toBeVisible()
  await expect(box.getByText(new RegExp(`^${countWords(total)} calls?, `))).toBeVisible()
  const found: (string | undefined)[] = []
  for (let from = 1; from <= total; from += 20) {
    const to = Math.min(from + 19, total)
    await expect(box.getByText(`${countWords(from)}–${countWords(to)} of ${countWords(total)}`)).toBeVisible()
    await expect(box.getByRole('list', { name: 'Calls', exact: true })).toHaveAttribute('aria-busy', 'false')
    found.push(...(await shownIds(page)))
    if (to < total) await box.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click()
  }
  expect(found.toSorted()).toEqual(calls.map(({ id }) => id).toSorted())
  // The list and the mark agree, so there is nothing to explain.
  await expect(box.getByRole('status')).toHaveCount(0)
}

/** Clicks a mark, compares the drawer, closes it: the focus is back on the mark. */
async function expectDoor(page: Page, mark: Locator, title: string, calls: Call[]): Promise<void> {
  await mark.click()
  await expectCalls(page, title, calls)
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(mark).toBeFocused()
}

/** The door of the quietest day that has any of the calls. */
async function expectDayDoor(page: Page, calls: Call[], stage: Stage, title: string): Promise<void> {
  const [quietest] = [...groupBy(calls, call => call.date)].toSorted(([, one], [, other]) => one.length - other.length)
  const [date, theirs] = quietest ?? ['', []]
  const mark = panel(page, 'series').getByRole('link', {
    name: new RegExp(`^${dayWords(date)}: [\\d,]+ ${stage.replace(/s$/, 's?')}$`),
  })
  await expectDoor(page, mark, title, theirs)
}

test.describe('the drawer holds exactly the calls that the mark counted', () => {
  test('a stage of the funnel', async ({ page }) => {
    const { calls, search } = await fetchWeek()
    await openOutbound(page, search)
    await expectDoor(page, stageLink(page, 'Conversions'), 'Conversions', having(calls, 'conversions'))
    await expect(page).toHaveURL(`/outbound${search}`)
  })

  for (const [stage, title] of [
    ['connected', 'Connected'],
    ['conversions', 'Conversions'],
  ] as const) {
    test(`the series: ${title.toLowerCase()} of a day`, async ({ page }) => {
      const { calls, search } = await fetchWeek()
      await openOutbound(page, search)
      await expectDayDoor(page, having(calls, stage), stage, title)
    })
  }

  test('the series: dials of a day, of one person', async ({ page }) => {
    const { calls, search } = await fetchWeek()
    const [person, theirs] = most(calls, call => call.user_id)
    await openOutbound(page, `${search}&people=${person}`)
    await expectDayDoor(page, theirs, 'dials', 'Dials')
  })

  test('a week of the series', async ({ page }) => {
    const to = addDays(await today(), -3)
    const days = { from: addDays(to, -13), to }
    const conversions = having(await callsOf(days), 'conversions')
    await openOutbound(page, `?period=${written(days)}&by=week`)
    const mark = panel(page, 'series')
      .getByRole('link', { name: / conversions?$/ })
      .first()
    await mark.click()
    await expect(page).toHaveURL(/&stage=conversions&on=/)
    const [from = '', last = from] = (new URL(page.url()).searchParams.get('on') ?? '').split('..')
    await expectCalls(
      page,
      'Conversions',
      conversions.filter(({ date }) => date >= from && date <= last),
    )
  })

  test('a person of the leaderboard', async ({ page }) => {
    const { calls, search } = await fetchWeek()
    const names = await fetchNames()
    const people = [...groupBy(having(calls, 'connected'), call => call.user_id)].flatMap(([id, theirs]) =>
      id === null ? [] : [{ name: names.get(id) ?? id, theirs }],
    )
    const { name, theirs } = people.toSorted((one, other) => one.theirs.length - other.theirs.length).at(2) ?? {
      name: '',
      theirs: [],
    }
    await openOutbound(page, search)
    const mark = panel(page, 'leaderboard').getByRole('link', { name: `${name}: ${countWords(theirs.length)} ` })
    await expectDoor(page, mark, 'Connected', theirs)
  })

  test('a cell of the heatmap, read day by day', async ({ page }) => {
    const to = addDays(await today(), -3)
    const days = { from: addDays(to, -13), to }
    const calls = await callsOf(days)
    const [cell, inCell] = most(having(calls, 'connected'), call => `${call.weekday} ${call.hour}`)
    const [weekday = '', hour = ''] = cell.split(' ')
    await openOutbound(page, `?period=${written(days)}`)
    const mark = panel(page, 'heatmap').getByRole('link', {
      name: new RegExp(`^${weekday} ${hour.padStart(2, '0')}:00, `, 'i'),
    })
    await expectDoor(page, mark, 'Connected', inCell)
  })

  test('a cell of the heatmap that shows dials', async ({ page }) => {
    const { calls, search } = await fetchWeek()
    const [cell, inCell] = most(calls, call => `${call.weekday} ${call.hour}`)
    const [weekday = '', hour = ''] = cell.split(' ')
    await openOutbound(page, `${search}&heat=dials`)
    const mark = panel(page, 'heatmap').getByRole('link', {
      name: new RegExp(`^${weekday} ${hour.padStart(2, '0')}:00, `, 'i'),
    })
    await expectDoor(page, mark, 'Dials', inCell)
  })
})

test('neighbours by arrow keys and by links, and the count follows', async ({ page }) => {
  const { days, calls, search } = await fetchWeek(14)
  const on = (date: string) => calls.filter(call => call.date === date)
  const inside = eachDay(days).slice(1, -1)
  const date = inside.find(day => [-1, 0, 1].every(by => on(addDays(day, by)).length > 1))
  if (!date) throw new Error('there are no three days in a row with calls')
  await openOutbound(page, search)
  await panel(page, 'series')
    .getByRole('link', { name: new RegExp(`^${dayWords(date)}: [\\d,]+ dials?$`) })
    .click()
  const box = drawer(page)
  const expectDay = async (day: string) => {
    await expect(page).toHaveURL(`/outbound${search}&stage=dials&on=${day}`)
    await expect(box.getByText(`${countWords(on(day).length)} calls, ${dayWords(day)}`)).toBeVisible()
  }
  await expectDay(date)
  await page.keyboard.press('ArrowRight')
  await expectDay(addDays(date, 1))
  await page.keyboard.press('ArrowLeft')
  await expectDay(date)
  await box.getByRole('link', { name: `Previous: ${dayWords(addDays(date, -1))} (←)` }).click()
  await expectDay(addDays(date, -1))
  await box.getByRole('link', { name: `Next: ${dayWords(date)} (→)` }).click()
  await expectDay(date)

  // However far one went inside, one step back leaves the drawer.
  await page.goBack()
  await expect(box).toHaveCount(0)
  await expect(page).toHaveURL(`/outbound${search}`)
})

test('tabs show the same calls at every depth', async ({ page }) => {
  const { calls, search } = await fetchWeek()
  await openOutbound(page, search)
  await stageLink(page, 'Dials').click()
  const tabs = drawer(page).getByRole('navigation', { name: 'Stage' })
  for (const [stage, title] of [
    ['conversations', 'Conversations'],
    ['connected', 'Connected'],
    ['conversions', 'Conversions'],
    ['dials', 'Dials'],
  ] as const) {
    await tabs.getByRole('link', { name: title, exact: true }).click()
    await expect(page).toHaveURL(`/outbound${search}&stage=${stage}`)
    await expect(tabs.getByRole('link', { name: title, exact: true })).toHaveAttribute('aria-current', 'true')
    await expect(drawer(page).getByText(`${countWords(having(calls, stage).length)} calls, `)).toBeVisible()
  }
})

test('back closes the drawer and gives the focus back, forward opens it again', async ({ page }) => {
  const { search } = await fetchWeek()
  await openOutbound(page, search)
  const mark = stageLink(page, 'Connected')
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page).getByRole('heading', { name: 'Connected' })).toBeFocused()
  await page.goBack()
  await expect(drawer(page)).toHaveCount(0)
  await expect(mark).toBeFocused()
  await page.goForward()
  await expect(drawer(page).getByRole('heading', { name: 'Connected' })).toBeVisible()
})

test('the address of a drawer opens it, on its page, and closing leads to the page itself', async ({ page }) => {
  const { calls, search } = await fetchWeek()
  const total = having(calls, 'connected').length
  expect(total).toBeGreaterThan(40)
  await page.goto(`/outbound${search}&stage=connected&page=2`)
  const box = drawer(page)
  await expect(box.getByText(`21–40 of ${countWords(total)}`)).toBeVisible()
  await expect(box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link')).toHaveCount(20)
  await box.getByRole('link', { name: 'Previous', exact: true }).click()
  await expect(page).toHaveURL(`/outbound${search}&stage=connected`)
  await expect(box.getByText(`1–20 of ${countWords(total)}`)).toBeVisible()
  await box.getByRole('button', { name: 'Close' }).click()
  await expect(box).toHaveCount(0)
  await expect(page).toHaveURL(`/outbound${search}`)
})

test('resting on a mark asks ahead, at the lowest priority, and opening asks no more', async ({ page }) => {
  const { calls, search } = await fetchWeek()
  await openOutbound(page, search)
  const asked: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/drilldown')) asked.push(request.headers()['x-callboard-priority'] ?? 'none')
  })
  const answered = page.waitForResponse(/\/api\/drilldown\?/)
  await stageLink(page, 'Conversations').hover()
  await answered
  expect(asked).toEqual(['prefetch'])
  await stageLink(page, 'Conversations').click()
  const total = having(calls, 'conversations').length
  await expect(drawer(page).getByText(`1–20 of ${countWords(total)}`)).toBeVisible()
  expect(asked).toEqual(['prefetch'])
})
