import { midP, rateInterval } from './chance'
import { addDays, type Days, monthBefore, monthOf, rangeWords, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, stage, tableOf } from './outbound'
import { type Counts, callsOf, countsOf, today, within } from './truth'
import { countWords, percentWords, pointsWords } from './words'

type Page = Parameters<typeof openOutbound>[0]

/** A full Monday-to-Sunday week, its counts and how many of its days had calls. */
interface Week {
  days: Days
  counts: Counts
  active: number
}

/** Enough for a holiday, a newcomer and seasons. */
const WEEKS = 40

/** The latest complete weeks, oldest first. */
async function fetchWeeks(): Promise<Week[]> {
  const at = await today()
  const [sunday = at] = Array.from({ length: 7 }, (_, back) => addDays(at, -2 - back)).filter(
    date => new Date(`${date}T12:00:00Z`).getUTCDay() === 0,
  )
  const weeks = Array.from({ length: WEEKS }, (_, index) => {
    const to = addDays(sunday, -7 * (WEEKS - 1 - index))
    return { from: addDays(to, -6), to }
  })
  const calls = await callsOf({ from: weeks[0]?.from ?? at, to: sunday })
  return weeks.map(days => {
    const own = within(calls, days)
    return { days, counts: countsOf(own), active: new Set(own.map(({ date }) => date)).size }
  })
}

/** The pair of weeks, both with the same number of days with calls, that scores highest. */
function bestPair(weeks: Week[], score: (now: Week, before: Week) => number): [now: Week, before: Week] {
  let best: { pair: [Week, Week]; score: number } | null = null
  for (const now of weeks) {
    for (const before of weeks) {
      if (before === now || now.active !== before.active) continue
      const reached = score(now, before)
      if (best === null || reached > best.score) best = { pair: [now, before], score: reached }
    }
  }
  if (!best) throw new Error('no two weeks compare')
  return best.pair
}

function openPair(page: Page, now: Week, before: Week): Promise<void> {
  return openOutbound(page, `?period=${written(now.days)}&compare=${written(before.days)}`)
}

test('a count has an arrow where it moved more than chance would move it, and only there', async ({ page }) => {
  const weeks = await fetchWeeks()
  const ratio = (now: Week, before: Week) => now.counts.connected / before.counts.connected
  const [high, low] = bestPair(weeks, ratio)
  const by = ratio(high, low) - 1
  expect(midP(high.counts.connected, low.counts.connected, high.active, low.active)).toBeLessThan(0.001)

  await openPair(page, high, low)
  await expect(
    stage(page, 'Connected').getByRole('button', { name: `up ${percentWords(by)}`, exact: true }),
  ).toBeVisible()

  await openPair(page, low, high)
  const down = ratio(low, high) - 1
  await expect(
    stage(page, 'Connected').getByRole('button', { name: `down ${percentWords(down)}`, exact: true }),
  ).toBeVisible()

  const [near, twin] = bestPair(weeks, (now, before) => {
    if (now.counts.connected === before.counts.connected) return 0
    return midP(now.counts.connected, before.counts.connected, now.active, before.active)
  })
  expect(midP(near.counts.connected, twin.counts.connected, near.active, twin.active)).toBeGreaterThan(0.2)
  await openPair(page, near, twin)
  const calm = stage(page, 'Connected').getByRole('button', { name: 'within noise', exact: false }).first()
  await expect(calm).toContainText('≈ within noise')
  await expect(stage(page, 'Connected').getByRole('button', { name: /^(up|down) .*%$/ })).toHaveCount(0)
  await calm.hover()
  await expect(page.getByRole('tooltip')).toContainText(
    `${countWords(near.counts.connected)} now, ${countWords(twin.counts.connected)} before`,
  )
})

test('a rate moves in points, where its interval leaves nothing out', async ({ page }) => {
  const weeks = await fetchWeeks()
  const rate = ({ counts }: Week) => ({ k: counts.connected, n: counts.dials })
  const [now, before] = bestPair(weeks, (one, other) => rateInterval(rate(one), rate(other))[0])
  const by = rate(now).k / rate(now).n - rate(before).k / rate(before).n
  expect(rateInterval(rate(now), rate(before))[0]).toBeGreaterThan(0.002)

  await openPair(page, now, before)
  await expect(
    stage(page, 'Connected').getByRole('button', { name: `up ${pointsWords(by)}`, exact: true }),
  ).toBeVisible()
  await openPair(page, before, now)
  await expect(
    stage(page, 'Connected').getByRole('button', { name: `down ${pointsWords(by)}`, exact: true }),
  ).toBeVisible()
})

test('dials are somebody’s decision: their change is always told', async ({ page }) => {
  const weeks = await fetchWeeks()
  const [now, before] = bestPair(weeks, (one, other) => {
    const by = one.counts.dials / other.counts.dials - 1
    return by === 0 ? Number.NEGATIVE_INFINITY : -Math.abs(by - 0.01)
  })
  const by = now.counts.dials / before.counts.dials - 1
  await openPair(page, now, before)
  await expect(
    stage(page, 'Dials').getByRole('button', { name: `${by > 0 ? 'up' : 'down'} ${percentWords(by)}`, exact: true }),
  ).toBeVisible()
})

const KINDS: [name: string, chosen: string, address: string, of: (days: Days) => Days][] = [
  ['the days before', 'Previous period', '', ({ from }) => ({ from: addDays(from, -21), to: addDays(from, -1) })],
  [
    'the same weekdays a year earlier',
    'A year earlier',
    '&compare=year',
    days => ({ from: addDays(days.from, -364), to: addDays(days.to, -364) }),
  ],
]
for (const [name, chosen, address, rangeOf] of KINDS) {
  test(`compared with ${name}`, async ({ page }) => {
    const at = await today()
    const days = { from: addDays(at, -24), to: addDays(at, -4) }
    const before = rangeOf(days)
    await openOutbound(page, `?period=${written(days)}&compare=none`)
    await expect(page.getByText(/Compared with/)).toHaveCount(0)
    await page.getByRole('button', { name: 'No comparison' }).click()
    await page
      .getByRole('dialog', { name: 'Comparison' })
      .getByRole('button', { name: new RegExp(`^${chosen}`) })
      .click()
    await expect(page).toHaveURL(`/outbound?period=${written(days)}${address}`)
    await expect(page.getByText(`Compared with ${rangeWords(before, at)}`)).toBeVisible()

    const counts = countsOf(await callsOf(before))
    await expect(stage(page, 'Dials').getByRole('button', { name: /^(up|down|no change)/ })).toBeVisible()
    const table = await tableOf(page, 'funnel')
    expect(table.slice(1).map(row => row[4])).toEqual(Object.values(counts).map(countWords))
  })
}

test('compared with dates of one’s own, typed', async ({ page }) => {
  const at = await today()
  const days = { from: addDays(at, -24), to: addDays(at, -4) }
  const before = { from: addDays(at, -80), to: addDays(at, -60) }
  await openOutbound(page, `?period=${written(days)}`)
  await page.getByRole('button', { name: 'vs previous 21 days' }).click()
  const choice = page.getByRole('dialog', { name: 'Comparison' })
  await choice.getByRole('button', { name: 'Other dates' }).click()
  await choice.getByLabel('From', { exact: true }).fill(before.from)
  await choice.getByLabel('To', { exact: true }).fill(before.to)
  await choice.getByRole('button', { name: 'Apply' }).click()

  await expect(page).toHaveURL(`/outbound?period=${written(days)}&compare=${written(before)}`)
  await expect(page.getByText(`Compared with ${rangeWords(before, at)}`)).toBeVisible()
  const table = await tableOf(page, 'funnel')
  expect(table.slice(1).map(row => row[4])).toEqual(Object.values(countsOf(await callsOf(before))).map(countWords))
})

test('a calendar month compares with the month before, however long', async ({ page }) => {
  const at = await today()
  const before = monthBefore(monthBefore(at).from)
  await openOutbound(page, '?period=last-month')
  await expect(page.getByText(`Compared with ${rangeWords(before, at)}`)).toBeVisible()
  const table = await tableOf(page, 'funnel')
  expect(table.slice(1).map(row => row[4])).toEqual(Object.values(countsOf(await callsOf(before))).map(countWords))
})

test('no comparison: nothing is said of change', async ({ page }) => {
  const days = monthOf(addDays(await today(), -40))
  await openOutbound(page, `?period=${written(days)}&compare=none`)
  await expect(stage(page, 'Dials')).toBeVisible()
  await expect(page.getByRole('main').getByText(/^(up|down|no change|≈ within noise)/)).toHaveCount(0)
  const [header] = await tableOf(page, 'funnel')
  expect(header).toEqual(['Stage', 'Calls', 'Of dials', 'Of the stage before'])
})
