import { wilson } from './chance'
import { addDays, type Days, eachDay, lastSunday, monthBefore, WEEKDAYS, weekdayOf, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, panel, tableOf } from './outbound'
import { type Call, callsOf, countOf, today } from './truth'
import { countWords, rateWords } from './words'

type Page = Parameters<typeof openOutbound>[0]

function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function twoDigits(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

interface Cell {
  weekday: string
  hour: number
  days: number
  dials: number
  connected: number
}

/** Every weekday by every hour from 8 to 19, or as far as there are calls. */
function cellsOf(calls: Call[], days: Days): Cell[] {
  const hours = calls.map(call => call.hour)
  const first = Math.min(8, ...hours)
  const last = Math.max(19, ...hours)
  return WEEKDAYS.flatMap(weekday =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const those = calls.filter(call => call.weekday === weekday && call.hour === first + index)
      return {
        weekday: title(weekday),
        hour: first + index,
        days: eachDay(days).filter(date => weekdayOf(date) === weekday).length,
        dials: those.length,
        connected: countOf(those, 'connected'),
      }
    }),
  )
}

async function expectCells(page: Page, calls: Call[], days: Days): Promise<void> {
  const cells = cellsOf(calls, days)
  const called = cells.filter(({ dials }) => dials > 0)
  const names = await panel(page, 'heatmap')
    .getByRole('table')
    .getByRole('link')
    .evaluateAll(links => links.map(link => link.getAttribute('aria-label')))
  expect(names).toEqual(
    called.map(({ weekday, hour, dials, connected }) => {
      const words = `${weekday} ${twoDigits(hour)}, ${countWords(connected)} of ${countWords(dials)}`
      const unit = dials === 1 ? 'dial' : 'dials'
      const verdict = dials < 20 ? `too few to rank (${dials} of 20)` : rateWords(connected, dials)
      return `${words} ${unit} connected, ${verdict}`
    }),
  )

  const [, ...rows] = await tableOf(page, 'heatmap')
  expect(rows).toEqual(
    cells.map(({ weekday, hour, days: occurrences, dials, connected }) => [
      weekday,
      twoDigits(hour),
      String(occurrences),
      countWords(dials),
      countWords(connected),
      rateWords(connected, dials),
    ]),
  )
}

test('every cell follows from the calls, hours on the wall of the workspace', async ({ page }) => {
  const days = monthBefore(await today())
  await openOutbound(page, `?period=${written(days)}&compare=none`)
  await expectCells(page, await callsOf(days), days)
})

for (const [season, month] of [
  ['summer', 3],
  ['winter', 10],
] as const) {
  test(`hours keep to the wall clock where ${season} time begins`, async ({ page }) => {
    const at = await today()
    const year = Number(at.slice(0, 4))
    const change = [lastSunday(year, month), lastSunday(year - 1, month)].find(date => addDays(date, 4) < at) ?? at
    const days = { from: addDays(change, -3), to: addDays(change, 3) }
    const calls = await callsOf(days)
    // Two offsets from UTC in one period: one of them alone would put half of the calls an hour off.
    const offsets = new Set(calls.map(call => (call.hour - new Date(call.start).getUTCHours() + 24) % 24))
    expect([...offsets].sort()).toEqual([1, 2])

    await openOutbound(page, `?period=${written(days)}&compare=none`)
    await expectCells(page, calls, days)
  })
}

test('the best hour is the one that is surely good, not the one with a lucky few', async ({ page }) => {
  const days = monthBefore(await today())
  const calls = await callsOf(days)
  const lowEnd = ({ connected, dials }: Cell) => wilson(connected, dials)[0]
  const [best] = cellsOf(calls, days)
    .filter(({ dials }) => dials >= 20)
    .toSorted((one, other) => lowEnd(other) - lowEnd(one))
  if (!best) throw new Error('no hour has enough dials')
  const credible = lowEnd(best) > countOf(calls, 'connected') / calls.length
  const share = `${Math.round((100 * best.connected) / best.dials)}%`
  await openOutbound(page, `?period=${written(days)}`)
  await expect(panel(page, 'heatmap')).toContainText(
    credible
      ? `Best hour: ${best.weekday} ${twoDigits(best.hour)}, ${share} of ${countWords(best.dials)} dials`
      : 'No hour stands out yet',
  )
})

test('cells show the rate, or counts per weekday of the period', async ({ page }) => {
  const to = addDays(await today(), -2)
  const days = { from: addDays(to, -24), to }
  const calls = await callsOf(days)
  const busiest = cellsOf(calls, days).toSorted((one, other) => other.dials - one.dials)[0]
  if (!busiest) throw new Error('there are no calls')
  await openOutbound(page, `?period=${written(days)}`)
  const heatmap = panel(page, 'heatmap')
  const cell = heatmap.getByRole('link', { name: `${busiest.weekday} ${twoDigits(busiest.hour)}, ` })
  const shown = (count: number) => {
    const mean = count / busiest.days
    return mean >= 10 ? countWords(Math.round(mean)) : String(Math.round(mean * 10) / 10)
  }

  await expect(cell).toHaveText(String(Math.round((100 * busiest.connected) / busiest.dials)))
  await heatmap.getByRole('link', { name: 'Dials', exact: true }).click()
  await expect(page).toHaveURL(`/outbound?period=${written(days)}&heat=dials`)
  await expect(cell).toHaveText(shown(busiest.dials))
  await expect(heatmap.getByText('Per weekday of the period')).toBeVisible()
  await heatmap.getByRole('link', { name: 'Connected', exact: true }).click()
  await expect(cell).toHaveText(shown(busiest.connected))
  await heatmap.getByRole('link', { name: 'Rate', exact: true }).click()
  await expect(page).toHaveURL(`/outbound?period=${written(days)}`)
})
