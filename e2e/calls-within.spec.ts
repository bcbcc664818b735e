import { apiOf, type Item } from './allo-api'
import { counted, idsOf, openCalls, resetClock, rows, search, stopClock } from './calls'
import { type Allo, expect, test } from './world'

test.use({ own: 'calls within' })

test.beforeEach(({ allo }) => stopClock(allo.url, '2026-04-22T09:00:00Z'))
test.afterEach(({ allo }) => resetClock(allo.url))

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{5,}/g) ?? []
const saidIn = (call: Item) => new Set(wordsOf((call.transcript ?? []).map(({ text }) => text).join(' ')))

/** The outbound calls of some days that the workspace knows, oldest first. */
async function outboundOf(allo: Allo, from: string, to: string) {
  return (await allo.calls(from, to)).filter(({ direction }) => direction === 'OUTBOUND')
}

/** The number that was met most in a month, and its calls with every word of them. */
async function busiest(allo: Allo): Promise<{ number: string; calls: Item[] }> {
  const met = new Map<string, number>()
  for (const { contact_number: each } of await allo.calls('2026-03-01', '2026-03-31')) {
    if (each.startsWith('+')) met.set(each, (met.get(each) ?? 0) + 1)
  }
  const number = [...met].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
  return { number, calls: await apiOf(allo).items(number, { type: 'CALL', extend: 'transcript' }) }
}

test('what one contact said: their number, then a word', async ({ page, allo }) => {
  const { number, calls } = await busiest(allo)
  const holds = (text: string, word: string) => wordsOf(text).some(each => each.startsWith(word))
  const found = (word: string) =>
    calls.filter(call => holds(call.summary ?? '', word) || [...saidIn(call)].some(each => each.startsWith(word)))
  // Said in a few of the calls, and somewhere without a mention in the summary.
  const word = [...new Set(calls.flatMap(call => [...saidIn(call)]))].find(each => {
    const some = found(each)
    return some.length > 1 && some.length < 9 && some.some(({ summary }) => !holds(summary ?? '', each))
  })
  if (word === undefined) throw new Error('no word parts the calls')
  const expected = found(word)

  await openCalls(page)
  await page.getByRole('button', { name: 'Contact', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Contact' })
  await panel.getByRole('textbox').fill(number)
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(`/calls?with=${encodeURIComponent(number)}`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(counted(calls.length))
  const field = page.getByRole('textbox', { name: 'Search calls' })
  await field.fill(word)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(counted(expected.length))
  await expect.poll(async () => (await idsOf(page)).sort()).toEqual(expected.map(({ id }) => id).sort())

  for (const { id, summary } of expected) {
    const row = page.locator(`[data-call="${id}"]`)
    const inSummary = holds(summary ?? '', word)
    await expect(row.getByText('In the transcript', { exact: true })).toHaveCount(inSummary ? 0 : 1)
    if (inSummary) await expect(row.locator('mark').first()).toHaveText(new RegExp(`^${word}$`, 'i'))
    if (summary) await expect(row).toContainText(summary)
  }
})

test('all outbound calls of a quarter, from the newest to the oldest', async ({ page, allo }) => {
  const [from, to] = ['2026-01-01', '2026-03-31']
  const calls = await outboundOf(allo, from, to)
  const ids = new Set(calls.map(({ id }) => id))
  expect(ids.size).toBeGreaterThan(1000)
  await openCalls(page, `?direction=outbound&dates=${from}..${to}`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(counted(ids.size))
  const [newest] = (await search(allo.url, { type: 'CALL', direction: 'OUTBOUND', date: { from, to }, size: 1 })).data
  await expect.poll(async () => (await idsOf(page))[0]).toBe(newest?.id)

  // Through the whole of it at a steady pace: what is shown on the way is of the quarter, and stands once.
  const list = page.getByRole('list', { name: 'Calls and texts' })
  const top = await list.evaluate(element => element.getBoundingClientRect().top + window.scrollY)
  const seen = new Map<string, string>()
  for (let place = 0; place < ids.size; place += Math.floor(ids.size / 12)) {
    await page.evaluate(y => window.scrollTo(0, y), top + place * 88)
    const row = page.locator(`[data-place="${place}"]`)
    await expect(row).toHaveAttribute('aria-busy', 'false')
    seen.set((await row.locator('[data-call]').getAttribute('data-call')) ?? '', String(place))
  }
  expect(seen.size).toBeGreaterThan(10)
  for (const id of seen.keys()) expect(ids).toContain(id)

  await rows(page).first().getByRole('link').focus()
  await page.keyboard.press('End')
  const [oldest] = (
    await search(allo.url, { type: 'CALL', direction: 'OUTBOUND', date: { from, to }, sort: 'DATE_ASC', size: 1 })
  ).data
  const last = page.locator(`[data-call="${oldest?.id}"]`)
  await expect(last).toBeFocused()
  await expect(last.locator('xpath=..')).toHaveAttribute('aria-posinset', String(ids.size))
})

test('from call to call over the list, and back to the row of the last', async ({ page, allo }) => {
  const day = { from: '2026-01-14', to: '2026-01-14' }
  const ids = (await search(allo.url, { type: 'CALL', date: day, size: 5 })).data.map(({ id }) => id)
  const address = `/calls?dates=${day.from}`
  await openCalls(page, `?dates=${day.from}`)
  await page.locator(`[data-call="${ids[2]}"]`).click()
  const drawer = page.getByRole('dialog')
  await expect(page).toHaveURL(`${address}&call=${ids[2]}`)
  await drawer.getByRole('link', { name: /^Next call/ }).click()
  await expect(page).toHaveURL(`${address}&call=${ids[3]}`)
  for (const id of [ids[2], ids[1], ids[0]]) {
    await page.keyboard.press('ArrowLeft')
    await expect(page).toHaveURL(`${address}&call=${id}`)
  }
  await expect(drawer.getByRole('link', { name: /^Previous call/ })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(`${address}&call=${ids[1]}`)
  await expect(drawer.getByRole('link', { name: /^Previous call/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page).toHaveURL(address)
  await expect(page.locator(`[data-call="${ids[1]}"]`)).toBeFocused()
})
