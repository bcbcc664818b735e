import type { Page } from '@playwright/test'
import { addDays, type Days, eachDay, monthBefore, wallClock, written } from './dates'
import { expect, test } from './fixtures'
import { drawer, readTable, takenOver } from './outbound'
import { fetchNames, fetchRawCalls, type RawCall } from './simulator'
import { callsOf, countOf, countsOf, groupBy, today } from './truth'
import { countWords, durationWords, plain, rateWords } from './words'

/** Every call, in and out, of some days of the workspace; asks a day more on both sides and decides by itself. */
async function allCallsOf({ from, to }: Days): Promise<RawCall[]> {
  const raw = await fetchRawCalls(addDays(from, -1), addDays(to, 1))
  return raw.filter(call => {
    const { date } = wallClock(call.start)
    return date >= from && date <= to
  })
}

/** The four figures as Allo defines them; a machine that picks up one of our dials has answered, to Allo. */
function figuresOf(calls: readonly RawCall[]) {
  const connected = calls.filter(call => call.outcome === 'connected')
  const machines = calls.filter(call => call.outcome === 'voicemail' && call.direction === 'OUTBOUND')
  return {
    calls: calls.length,
    talk: connected.reduce((sum, call) => sum + call.talk_seconds, 0),
    long: connected.filter(call => call.talk_seconds > 60).length,
    answered: connected.length + machines.length,
  }
}

/** The cells of a row of the table of people, its bar left out, its arrows too. */
function rowWords(name: string, calls: readonly RawCall[]): string[] {
  const { calls: count, talk, long, answered } = figuresOf(calls)
  return [name, countWords(count), durationWords(talk), countWords(long), rateWords(answered, count)]
}

async function openTeam(page: Page, search = ''): Promise<void> {
  await page.goto(`/team${search}`)
  await takenOver(page)
}

const people = (page: Page) => page.getByRole('region', { name: 'People', exact: true })
const byPerson = (page: Page) => people(page).getByRole('table', { name: 'By person' })
const funnels = (page: Page) => people(page).getByRole('table', { name: 'Funnels side by side' })
const figures = (page: Page) => page.getByRole('region', { name: "The team's figures" }).first()

/** Cell by cell, without the column of bars. */
async function peopleTable(page: Page): Promise<string[][]> {
  const rows = await readTable(byPerson(page))
  return rows.map(row => row.filter((_, place) => place !== 2).map(cell => cell.replace(/^[▲▼] ?/, '').trim()))
}

test('figures and people follow from the calls, and the rows add up to the total', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await allCallsOf(days)
  const names = await fetchNames()
  await openTeam(page, `?period=${written(days)}&compare=none`)

  const { calls: count, talk, long, answered } = figuresOf(calls)
  const items = figures(page).getByRole('listitem')
  await expect(items.nth(0)).toContainText(countWords(count))
  expect(plain(await items.nth(1).innerText())).toContain(durationWords(talk))
  await expect(items.nth(2)).toContainText(countWords(long))
  await expect(items.nth(3)).toContainText(rateWords(answered, count))
  await expect(items.nth(3)).toContainText('as Allo counts it; not the connect rate')

  const groups = new Map<string | null, RawCall[]>()
  for (const call of calls) groups.set(call.user_id, [...(groups.get(call.user_id) ?? []), call])
  const listed = [...groups]
    .flatMap(([id, own]) => (id === null ? [] : [{ name: names.get(id) ?? id, own }]))
    .sort((one, other) => other.own.length - one.own.length || one.name.localeCompare(other.name, 'en'))
  const table = await peopleTable(page)
  const nobody = groups.get(null) ?? []
  expect(nobody.length).toBeGreaterThan(0)
  const named = table.slice(1, -2).filter(row => row[1] !== '0')
  expect(named.map(row => row.map(cell => cell.replace('has left', '').trim()))).toEqual(
    listed.map(({ name, own }) => rowWords(name, own)),
  )
  expect(table.at(-2)).toEqual(rowWords('Calls without a person', nobody))
  expect(table.at(-1)).toEqual(rowWords('Total', calls))
  const sum = table.slice(1, -1).reduce((all, row) => all + Number(row[1]?.replaceAll(',', '')), 0)
  expect(sum).toBe(count)

  // The figure leads to these calls.
  await expect(items.nth(0).getByRole('link')).toHaveAttribute('href', `/calls?dates=${written(days)}`)
})

test('somebody with no calls has a row of zeros', async ({ page }) => {
  const at = await today()
  const names = await fetchNames()
  // Some people work only some weekdays.
  const quiet = await Promise.all(
    eachDay({ from: addDays(at, -12), to: addDays(at, -2) }).map(async day => {
      const calls = await allCallsOf({ from: day, to: day })
      const busy = new Set(calls.map(call => call.user_id))
      return {
        day,
        calls,
        idle: ['Sofia Berg', 'Hugo Lefèvre'].filter(
          name => ![...busy].some(id => id !== null && names.get(id) === name),
        ),
      }
    }),
  )
  const found = quiet.find(({ calls, idle }) => calls.length > 50 && idle.length > 0)
  if (!found) throw new Error('everybody works every day')
  await openTeam(page, `?period=${found.day}&compare=none`)
  const table = await peopleTable(page)
  for (const name of found.idle) expect(table).toContainEqual([name, '0', '0 s', '0', '–'])
})

test('the order is in the address, and a row leads to the person with the same question', async ({ page }) => {
  const days = monthBefore(await today())
  const search = `?period=${written(days)}&compare=year`
  await openTeam(page, search)
  await byPerson(page).getByRole('link', { name: 'Talk time' }).click()
  await expect(page).toHaveURL(`/team${search}&sort=talk`)
  await expect(byPerson(page).getByRole('columnheader', { name: 'Talk time' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const seconds = new Map<string | null, number>()
  for (const call of await allCallsOf(days)) {
    if (call.outcome === 'connected') seconds.set(call.user_id, (seconds.get(call.user_id) ?? 0) + call.talk_seconds)
  }
  const [most] = [...seconds].filter(([id]) => id !== null).sort(([, one], [, other]) => other - one)
  const name = (await fetchNames()).get(most?.[0] ?? '') ?? ''
  await expect(byPerson(page).getByRole('rowheader').first()).toHaveText(name)

  await byPerson(page).getByRole('link', { name: 'Person' }).click()
  await expect(page).toHaveURL(`/team${search}&sort=name`)
  await page.reload()
  await expect(byPerson(page).getByRole('rowheader').first()).toHaveText('Ana Lucía Paz')

  await byPerson(page).getByRole('link', { name }).click()
  await expect(page).toHaveURL(`/people/${most?.[0]}${search}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('any two ranges are compared, and people or lines chosen', async ({ page }) => {
  const at = await today()
  const now = { from: addDays(at, -14), to: addDays(at, -8) }
  const before = { from: addDays(at, -35), to: addDays(at, -29) }
  const [calls, earlier] = [await allCallsOf(now), await allCallsOf(before)]
  await openTeam(page, `?period=${written(now)}&compare=${written(before)}`)
  const percent = Math.abs(calls.length / earlier.length - 1)
  const total = figures(page).getByRole('listitem').first()
  await expect(total).toContainText(`${(percent * 100).toFixed(1)}%`)
  await total.getByRole('button').hover()
  await expect(page.getByRole('tooltip')).toContainText(
    `${countWords(calls.length)} now, ${countWords(earlier.length)} before`,
  )

  const [line] = groupByLine(calls)
  await openTeam(page, `?period=${written(now)}&compare=none&lines=${encodeURIComponent(line?.[0] ?? '')}`)
  await expect(figures(page).getByRole('listitem').first()).toContainText(countWords(line?.[1] ?? 0))
  const ines = calls.filter(call => call.user_id === 'usr-k3f9a1')
  await openTeam(page, `?period=${written(now)}&compare=none&people=usr-k3f9a1`)
  expect((await peopleTable(page)).slice(1)).toEqual([rowWords('Inès Caron', ines), rowWords('Total', ines)])
})

function groupByLine(calls: readonly RawCall[]): [string, number][] {
  const lines = new Map<string, number>()
  for (const { line } of calls) lines.set(line, (lines.get(line) ?? 0) + 1)
  return [...lines].sort(([, one], [, other]) => other - one)
}

test('funnels side by side follow from the calls, and each cell is a door to its calls', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await callsOf(days)
  const names = await fetchNames()
  await openTeam(page, `?period=${written(days)}&compare=none`)
  await people(page).getByRole('link', { name: 'Funnels' }).click()
  await expect(page).toHaveURL(`/team?period=${written(days)}&compare=none&show=funnels`)
  await expect(people(page).getByText('Outbound calls')).toBeVisible()

  const words = (name: string, own: typeof calls) => {
    const { dials, connected, conversations, conversions } = countsOf(own)
    const cell = (k: number, n: number) => `${countWords(k)}${rateWords(k, n)}${n > 0 && n < 20 ? ` · ${n} of 20` : ''}`
    return [
      name,
      countWords(dials),
      cell(connected, dials),
      cell(conversations, connected),
      cell(conversions, conversations),
    ]
  }
  const groups = groupBy(calls, call => call.user_id)
  const table = (await readTable(funnels(page))).map(row => row.map(cell => cell.replace('has left', '').trim()))
  for (const [id, own] of groups) {
    if (id !== null) expect(table).toContainEqual(words(names.get(id) ?? id, own))
  }
  expect(table.at(-1)).toEqual(words('Total', calls))
  const nobody = groups.get(null) ?? []
  const left = countsOf(nobody)
  expect(table.at(-2)).toEqual([
    'Not in any row',
    ...[left.dials, left.connected, left.conversations, left.conversions].map(countWords),
  ])

  const [id, own] =
    [...groups].filter(([key]) => key !== null).sort(([, one], [, other]) => other.length - one.length)[0] ?? []
  const name = names.get(id ?? '') ?? ''
  const connected = countWords(countOf(own ?? [], 'connected'))
  await funnels(page)
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('link', { name: connected, exact: true })
    .click()
  await expect(page).toHaveURL(`/people/${id}?period=${written(days)}&compare=none&stage=connected`)
  await expect(drawer(page)).toContainText(`${connected} calls`)
})

test('funnels sort by any rate, and too few calls are marked and never ranked', async ({ page }) => {
  const days = monthBefore(await today())
  await openTeam(page, `?period=${written(days)}&compare=none&show=funnels`)
  await funnels(page).getByRole('link', { name: 'Conversions' }).click()
  await expect(page).toHaveURL(/&show=funnels&sort=conversions$/)
  await expect(people(page).getByText('Ranked by the lower end')).toBeVisible()
  // All are here.
  await expect(people(page).getByText('Outbound calls')).toBeVisible()
  const rows = (await readTable(funnels(page))).slice(1, -2)
  const few = rows.map(row => / of 20$/.test(row[4] ?? ''))
  // Whoever has too few stands below everybody who has enough, and has no number.
  expect(few.indexOf(true)).toBeGreaterThan(0)
  expect(few.slice(few.indexOf(true))).not.toContain(false)
  expect(rows.map(row => /^\d/.test(row[0] ?? ''))).toEqual(few.map(isFew => !isFew))
  const bands = rows.flatMap(row => /^\d+/.exec(row[0] ?? '')?.[0] ?? []).map(Number)
  expect(bands[0]).toBe(1)
  expect(bands).toEqual(bands.toSorted((one, other) => one - other))
})

test('rows stand still while funnels arrive, and take their places once all are here', async ({ page }) => {
  const days = monthBefore(await today())
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(/\/api\/team\/funnel\?.*people=usr-k3f9a1/, async route => {
    await held
    await route.continue()
  })
  const names = () => funnels(page).locator('tbody').getByRole('rowheader').allTextContents()
  await page.goto(`/team?period=${written(days)}&compare=none&show=funnels&sort=conversions`)
  const first = await names()
  await expect(people(page).getByText(`${first.length - 1} of ${first.length}`)).toBeVisible()
  expect(await names()).toEqual(first)
  release()
  await expect(people(page).getByText('Outbound calls')).toBeVisible()
  expect((await names()).some(name => /^\d/.test(name))).toBe(true)
})

test('the table is saved with its zone and its numbers as numbers', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await allCallsOf(days)
  await openTeam(page, `?period=${written(days)}&compare=none`)
  await people(page).getByRole('button', { name: 'By person: more' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toContain(`people_${days.from}..${days.to}`)
  const text = await (await file.createReadStream()).toArray()
  const lines = Buffer.concat(text).toString('utf8').trim().split('\r\n')
  expect(lines[0]).toMatch(/Person,Total calls,Talk time \(s\),Calls over a minute,Answer rate \(Allo\) \(0–1\)$/)
  const { calls: count, talk, long } = figuresOf(calls)
  expect(lines.at(-1)).toMatch(new RegExp(`^Total,${count},${talk},${long},0\\.\\d+$`))
})
