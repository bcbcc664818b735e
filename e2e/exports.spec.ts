import { readFile } from 'node:fs/promises'
import papaparse from 'papaparse'
import { addDays, monthBefore, wallStamp, written } from './dates'
import { expect, test } from './fixtures'
import { choose, drawer, openOutbound, type PANELS, panel } from './outbound'
import { callsOf, countsOf, reached, timeSpentOf, today } from './truth'

type Page = Parameters<typeof openOutbound>[0]

async function save(page: Page, start: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

function parse(content: Buffer): { header: string[]; rows: string[][] } {
  const { data, errors } = papaparse.parse<string[]>(content.toString('utf8').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  const [header = [], ...rows] = data
  return { header, rows }
}

async function saveCsv(page: Page, name: keyof typeof PANELS) {
  const file = await save(page, () => choose(page, name, 'Download CSV'))
  expect(file.name).toMatch(/^callboard_.*\.csv$/)
  return { ...parse(file.content), name: file.name }
}

function sum(rows: string[][], column: number): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

test('every panel as CSV: raw numbers that add up to the calls', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await callsOf(days)
  const { dials, connected, conversations, conversions } = countsOf(calls)
  await openOutbound(page, `?period=${written(days)}&compare=none`)

  const funnel = await saveCsv(page, 'funnel')
  expect(funnel.name).toBe(`callboard_funnel_${days.from}..${days.to}_Europe-Paris.csv`)
  expect(funnel.header).toEqual(['Stage', 'Calls', 'Of dials (0–1)', 'Of the stage before (0–1)'])
  expect(funnel.rows.map(([, count]) => Number(count))).toEqual([dials, connected, conversations, conversions])
  expect(Number(funnel.rows[3]?.[3])).toBeCloseTo(conversions / conversations, 12)

  const series = await saveCsv(page, 'series')
  expect(series.header).toEqual(['Date (Europe/Paris)', 'Dials', 'Connected', 'Connect rate (0–1)', 'Conversions'])
  expect([series.rows[0]?.[0], series.rows.at(-1)?.[0]]).toEqual([days.from, days.to])
  expect([sum(series.rows, 1), sum(series.rows, 2), sum(series.rows, 4)]).toEqual([dials, connected, conversions])

  const heatmap = await saveCsv(page, 'heatmap')
  expect([sum(heatmap.rows, 3), sum(heatmap.rows, 4)]).toEqual([dials, connected])

  const leaderboard = await saveCsv(page, 'leaderboard')
  expect(sum(leaderboard.rows, 2)).toBe(connected)

  const spent = await saveCsv(page, 'timeSpent')
  expect(spent.header).toEqual(['Measure', 'Duration (s)'])
  const { total, average, ringing } = timeSpentOf(calls)
  expect(Number(spent.rows[0]?.[1])).toBe(total)
  expect(Number(spent.rows[1]?.[1])).toBeCloseTo(average, 2)
  expect(Number(spent.rows[2]?.[1])).toBeCloseTo(ringing, 2)
})

test('the calls of a drawer as CSV: every page, phone numbers as they are', async ({ page }) => {
  const to = addDays(await today(), -3)
  const days = { from: addDays(to, -13), to }
  const calls = (await callsOf(days)).filter(call => reached(call, 'conversions'))
  await openOutbound(page, `?period=${written(days)}&stage=conversions`)
  const button = drawer(page).getByRole('button', { name: `CSV of all ${calls.length} calls` })
  const { header, rows } = parse((await save(page, () => button.click())).content)
  expect(header.slice(0, 4)).toEqual(['Start (Europe/Paris)', 'Contact', 'Company', 'Number'])
  expect(rows.map(row => [row[11], row[3], row[0]].join(' ')).toSorted()).toEqual(
    calls.map(call => [call.id, call.contact_number, wallStamp(call.start)].join(' ')).toSorted(),
  )
  expect(rows.every(row => row[9]?.includes('meeting_booked'))).toBe(true)
})

for (const name of ['funnel', 'series', 'heatmap'] as const) {
  test(`a picture of the ${name}, twice as sharp as the screen`, async ({ page }) => {
    await openOutbound(page, '?period=last-7-days')
    const { name: file, content } = await save(page, () => choose(page, name, 'Save as picture'))
    expect(file).toMatch(/^callboard_.*\.png$/)
    expect(content.subarray(1, 4).toString()).toBe('PNG')
    const box = await panel(page, name).boundingBox()
    expect(Math.abs(content.readUInt32BE(16) - 2 * (box?.width ?? 0))).toBeLessThanOrEqual(2)
    expect(content.readUInt32BE(20)).toBeGreaterThanOrEqual(2 * Math.floor(box?.height ?? 0))
    // A picture of nothing would weigh next to nothing.
    expect(content.length).toBeGreaterThan(10_000)
  })
}

test('a chart turns into its table and back', async ({ page }) => {
  await openOutbound(page, '?period=last-7-days')
  const series = panel(page, 'series')
  const marks = series
    .getByRole('group', { name: /the calls behind each bar and point/ })
    .getByRole('link')
    .first()
  await expect(marks).toBeVisible()
  await choose(page, 'series', 'Show as table')
  await expect(series.getByRole('row')).toHaveCount(8)
  await expect(series.getByText('Days and hours in Europe/Paris')).toBeVisible()
  await expect(marks).toHaveCount(0)
  await choose(page, 'series', 'Show as table')
  await expect(marks).toBeVisible()
  await expect(series.getByRole('row')).toHaveCount(0)
})
