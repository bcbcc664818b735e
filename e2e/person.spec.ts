import type { Page } from '@playwright/test'
import { addDays, monthBefore, wallClock, written } from './dates'
import { expect, test } from './fixtures'
import { drawer, panel, readTable, stageLink, takenOver } from './outbound'
import { fetchNames, fetchRawCalls } from './simulator'
import { callsOf, countsOf, groupBy, reached, today } from './truth'
import { countWords, rateWords } from './words'

const INES = 'usr-k3f9a1'

async function openPerson(page: Page, id: string, search = ''): Promise<void> {
  await page.goto(`/people/${id}${search}`)
  await takenOver(page)
}

const beside = (page: Page) => page.getByRole('region', { name: 'Beside the team' })
const recent = (page: Page) => page.getByRole('region', { name: 'Latest calls' })

test('somebody’s report is of their calls, with the team’s rates beside theirs', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await callsOf(days)
  const own = countsOf(calls.filter(call => call.user_id === INES))
  const team = countsOf(calls)
  await openPerson(page, INES, `?period=${written(days)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inès Caron')
  await expect(page.getByText('Member in Allo · Ventes France +33 1 99 00 01 10')).toBeVisible()
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(own.dials))
  await expect(stageLink(page, 'Conversions')).toHaveText(countWords(own.conversions))
  await expect(panel(page, 'heatmap')).toBeVisible()
  await expect(panel(page, 'timeSpent')).toBeVisible()
  await expect(panel(page, 'series')).toBeVisible()
  await expect(panel(page, 'leaderboard')).toHaveCount(0)

  const rates = await readTable(beside(page).getByRole('table', { name: "Rates beside the team's" }))
  expect(rates.slice(1).map(row => row.slice(0, 3))).toEqual([
    ['Connected of dials', rateWords(own.connected, own.dials), rateWords(team.connected, team.dials)],
    [
      'Conversations of connected',
      rateWords(own.conversations, own.connected),
      rateWords(team.conversations, team.connected),
    ],
    [
      'Conversions of conversations',
      rateWords(own.conversions, own.conversations),
      rateWords(team.conversions, team.conversations),
    ],
  ])
  const reachedSome = [
    ...groupBy(
      calls.filter(call => reached(call, 'connected')),
      call => call.user_id,
    ),
  ].filter(([id]) => id !== null)
  const counts = await readTable(beside(page).getByRole('table', { name: "Counts beside the team's mean" }))
  const mean = (count: number) => countWords(Math.round(count / reachedSome.length))
  expect(counts.slice(1)).toEqual([
    ['Dials', countWords(own.dials), mean(team.dials)],
    ['Connected', countWords(own.connected), mean(team.connected)],
    ['Conversations', countWords(own.conversations), mean(team.conversations)],
    ['Conversions', countWords(own.conversions), mean(team.conversions)],
  ])
  await expect(beside(page)).toContainText(`the ${reachedSome.length} people who reached anybody`)
})

test('a number opens its calls on the page, and every filter keeps the person', async ({ page }) => {
  const days = monthBefore(await today())
  const own = (await callsOf(days)).filter(call => call.user_id === INES)
  await openPerson(page, INES, `?period=${written(days)}&compare=none`)
  await stageLink(page, 'Connected').click()
  await expect(page).toHaveURL(`/people/${INES}?period=${written(days)}&compare=none&stage=connected`)
  await expect(drawer(page)).toContainText(`${countWords(countsOf(own).connected)} calls`)
  await drawer(page).getByRole('list', { name: 'Calls' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/&stage=connected&call=cll-/)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.goBack()
  await expect(drawer(page)).toHaveCount(0)
  await expect(page).toHaveURL(`/people/${INES}?period=${written(days)}&compare=none`)
  await page.keyboard.press('7')
  await expect(page).toHaveURL(`/people/${INES}?period=last-7-days&compare=none`)
})

test('the latest calls open over the page, and the tags are counted on the latest hundred', async ({ page }) => {
  const days = monthBefore(await today())
  const raw = await fetchRawCalls(addDays(days.from, -1), addDays(days.to, 1))
  const own = raw
    .filter(call => call.user_id === INES)
    .filter(call => {
      const { date } = wallClock(call.start)
      return date >= days.from && date <= days.to
    })
    .sort((one, other) => (one.start < other.start ? 1 : -1))
  await openPerson(page, INES, `?period=${written(days)}&compare=none`)
  await expect(recent(page)).toContainText(`10 of ${countWords(own.length)} calls of the period`)
  const links = recent(page).getByRole('listitem').getByRole('link')
  await expect(links).toHaveCount(10)
  const ids = await links.evaluateAll(all => all.map(link => link.getAttribute('data-call')))
  expect(ids).toEqual(own.slice(0, 10).map(call => call.id))
  await expect(recent(page).getByRole('link', { name: 'All calls' })).toHaveAttribute(
    'href',
    `/calls?person=${INES}&dates=${written(days)}`,
  )

  const tags = new Map<string, number>()
  for (const { name } of own.slice(0, 100).flatMap(call => call.tags)) tags.set(name, (tags.get(name) ?? 0) + 1)
  const listed = page.getByRole('region', { name: 'Tags' }).getByRole('listitem')
  const texts = await listed.allInnerTexts()
  expect(Object.fromEntries(texts.map(text => text.trim().split(/\s+/)))).toEqual(
    Object.fromEntries([...tags].map(([name, count]) => [name, String(count)])),
  )
  await expect(page.getByText(`On the latest 100 of ${countWords(own.length)} calls of the period`)).toBeVisible()

  await links.first().click()
  await expect(page).toHaveURL(`/people/${INES}?period=${written(days)}&compare=none&call=${own[0]?.id}`)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  // Nothing of it is a mistake in the address.
  await expect(page.getByText('Ignored in the address')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an id that is nobody’s gets a clear sentence', async ({ page, complaints }) => {
  complaints.foresee(/404/)
  for (const id of ['usr-nobody', 'not%20an%20id']) {
    expect((await page.goto(`/people/${id}`))?.status()).toBe(404)
    await expect(page.getByText('Nobody here by that id')).toBeVisible()
  }
})

test('who has left keeps their page', async ({ page }) => {
  const names = await fetchNames()
  const marcus = [...names].find(([, name]) => name === 'Marcus Reed')?.[0] ?? 'usr-r0b6x4'
  await openPerson(page, marcus, '?period=last-week&compare=none')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marcus Reed')
  await expect(page.getByText('has left')).toBeVisible()
  await expect(page.getByText('No calls in this period').first()).toBeVisible()
})
