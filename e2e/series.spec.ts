import { addDays, type Days, dayWords, mondayOf, monthOf, rangeWords, weekdayOf, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, panel, tableOf } from './outbound'
import { bucketsOf, type Call, callsOf, countsOf, today, within } from './truth'
import { countWords, rateWords } from './words'

type Granularity = 'day' | 'week' | 'month'

/** What the table says of a series: the bucket, its counts, and those of the bucket in the same place before. */
function rowsOf(calls: Call[], days: Days, before: Call[], daysBefore: Days, granularity: Granularity): string[][] {
  const then = bucketsOf(daysBefore, granularity)
  return bucketsOf(days, granularity).map((bucket, index) => {
    const { dials, connected, conversions } = countsOf(within(calls, bucket))
    const twin = then[index]
    const past = twin && countsOf(within(before, twin))
    return [
      dayWords(bucket.from),
      ...(granularity === 'day' ? [] : [dayWords(bucket.to)]),
      countWords(dials),
      countWords(connected),
      rateWords(connected, dials),
      countWords(conversions),
      ...(twin && past
        ? [dayWords(twin.from), countWords(past.dials), countWords(past.connected), countWords(past.conversions)]
        : ['–', '–', '–', '–']),
    ]
  })
}

async function expectSeries(page: Parameters<typeof openOutbound>[0], days: Days, before: Days, by: Granularity) {
  const [now, then] = await Promise.all([callsOf(days), callsOf(before)])
  const [, ...rows] = await tableOf(page, 'series')
  expect(rows).toEqual(rowsOf(now, days, then, before, by))
}

test('by day, with the days before beside them', async ({ page }) => {
  const to = addDays(await today(), -2)
  const days = { from: addDays(to, -20), to }
  await openOutbound(page, `?period=${written(days)}`)
  await expectSeries(page, days, { from: addDays(to, -41), to: addDays(to, -21) }, 'day')
})

test('by week, its edges cut by the period', async ({ page }) => {
  const monday = mondayOf(addDays(await today(), -9))
  const days = { from: addDays(monday, -33), to: addDays(monday, 2) }
  await openOutbound(page, `?period=${written(days)}`)
  await panel(page, 'series').getByRole('link', { name: 'Week', exact: true }).click()
  await expect(page).toHaveURL(`/outbound?period=${written(days)}&by=week`)
  await expect(panel(page, 'series').getByText('cut by the period')).toBeVisible()
  await expectSeries(page, days, { from: addDays(days.from, -36), to: addDays(days.from, -1) }, 'week')
})

test('by month', async ({ page }) => {
  const thisMonth = monthOf(await today()).from
  const days = { from: monthOf(addDays(thisMonth, -70)).from, to: addDays(thisMonth, -4) }
  const length = bucketsOf(days, 'day').length
  await openOutbound(page, `?period=${written(days)}&by=month`)
  await expectSeries(page, days, { from: addDays(days.from, -length), to: addDays(days.from, -1) }, 'month')
})

test('weeks run from Monday to Sunday over a New Year', async ({ page }) => {
  const newYear = `${(await today()).slice(0, 4)}-01-01`
  const from = addDays(mondayOf(newYear), -7)
  const days = { from, to: addDays(from, 20) }
  await openOutbound(page, `?period=${written(days)}&by=week&compare=none`)

  const calls = await callsOf(days)
  const [, ...rows] = await tableOf(page, 'series')
  expect(rows.map(([first, last, dials]) => [first, last, dials])).toEqual(
    [0, 7, 14].map(offset => {
      const week = { from: addDays(from, offset), to: addDays(from, offset + 6) }
      return [dayWords(week.from), dayWords(week.to), countWords(within(calls, week).length)]
    }),
  )
  expect(rows.some(([first, last]) => first?.startsWith('Dec') && last?.startsWith('Jan'))).toBe(
    weekdayOf(newYear) !== 'monday',
  )
})

test('every bar and point says its figure and leads to its calls', async ({ page }) => {
  const to = addDays(await today(), -3)
  const days = { from: addDays(to, -13), to }
  const calls = await callsOf(days)
  await openOutbound(page, `?period=${written(days)}`)
  const marks = panel(page, 'series').getByRole('group', { name: 'Calls per day: the calls behind each bar and point' })

  const expected = (['dials', 'connected', 'conversions'] as const).flatMap(stage =>
    bucketsOf(days, 'day').flatMap(bucket => {
      const count = countsOf(within(calls, bucket))[stage]
      const word = count === 1 ? stage.replace(/s$/, '') : stage
      return count === 0
        ? []
        : [
            {
              name: `${rangeWords(bucket)}: ${countWords(count)} ${word}`,
              href: `/outbound?period=${written(days)}&stage=${stage}&on=${bucket.from}`,
            },
          ]
    }),
  )
  const found = await marks
    .getByRole('link')
    .evaluateAll(links =>
      links.map(link => ({ name: link.getAttribute('aria-label'), href: link.getAttribute('href') })),
    )
  expect(found).toEqual(expected)
})
