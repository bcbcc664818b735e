import { expectSensibleText, watch, weekFrom } from './checks'
import { age, failure, numberOf, REQUEST, UP_TO_DATE } from './failure-view'
import { panel, stageLink } from './outbound'
import { expect, test } from './world'

const address = (days: number, more = '') => `/outbound?period=${weekFrom(days)}${more}`

test.describe('Allo is away', () => {
  test('numbers that we have stay, with their age and the reason, also after a reload', async ({ page, allo, app }) => {
    await page.goto(address(60))
    const dials = await numberOf(stageLink(page, 'Dials'))
    await expect(age(page)).toHaveText(UP_TO_DATE)

    await allo.stop()
    await app.later()
    await page.reload()
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
    await expect(age(page)).toHaveText(
      /^Allo does not answer · numbers from [A-Z][a-z]{2} \d+, \d\d:\d\d, \d+\s(s|min) ago$/,
    )
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
    await age(page).focus()
    const words = page.getByRole('tooltip')
    await expect(words).toContainText('Allo cannot be reached. We keep trying.')
    await expect(words).toContainText('Computed by Allo:')
    await expect(words).toContainText(REQUEST)

    // Now the first HTML knows it already, and everything else that we have still opens.
    await page.reload({ waitUntil: 'commit' })
    await expect(page.getByText('Allo does not answer · numbers from').first()).toBeVisible()
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
    await expectSensibleText(page)

    await allo.start()
    await app.later()
    await expect(async () => {
      await page.reload()
      await expect(age(page)).toHaveText(UP_TO_DATE, { timeout: 2000 })
    }).toPass()
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
  })

  test('a page that stays open says so by itself', async ({ page, allo, app }) => {
    await page.clock.install()
    await page.goto(address(88))
    const dials = await numberOf(stageLink(page, 'Dials'))
    await allo.stop()
    await app.later()
    await expect(async () => {
      await page.clock.fastForward('05:00')
      await expect(age(page)).toContainText('Allo does not answer · numbers from', { timeout: 1500 })
    }).toPass()
    await expect(stageLink(page, 'Dials')).toHaveText(dials)
  })

  test('without numbers the failure says what to do, and trying again works when Allo is back', async ({
    page,
    allo,
  }) => {
    await allo.stop()
    await page.goto(address(116))
    await expect(failure(page)).toContainText('Allo cannot be reached.')
    await expect(failure(page)).toContainText(REQUEST)
    await expect(failure(page)).toContainText('Filters, other periods and the rest of Callboard still work.')
    await expect(page.getByRole('group', { name: 'Filters' })).toBeVisible()
    await expectSensibleText(page)

    await allo.start()
    // The failure is remembered for a moment: the button waits for that by itself.
    await failure(page).getByRole('button', { name: 'Try again' }).click()
    await expect(stageLink(page, 'Dials')).toHaveText(/[1-9]/)
    await expect(failure(page)).toHaveCount(0)
  })

  for (const at of [address(118), `/team?period=${weekFrom(118)}`, `/calls?dates=${weekFrom(118)}`])
    test(`without a script the first HTML says so too: ${at.replace(/\?.*/, '')}`, async ({
      browser,
      context,
      allo,
      app,
    }) => {
      await allo.stop()
      const storageState = await context.storageState()
      const plain = await browser.newContext({ baseURL: app.url, storageState, javaScriptEnabled: false })
      const page = await plain.newPage()
      // The first attempt may take longer than a page waits; what came of it is told from then on.
      await expect(async () => {
        await page.goto(at)
        await expect(page.getByRole('alert')).toContainText('Allo cannot be reached.', { timeout: 500 })
      }).toPass()
      await plain.close()
    })
})

test('a storm of 429 that waiting avoids is nobody’s business', async ({ page, allo }) => {
  const { statuses, problems } = watch(page)
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'rate_limit', retryAfterSeconds: 1, times: 4 })
  await page.goto(address(144))
  await expect(stageLink(page, 'Dials')).toHaveText(/[1-9]/)
  await expect(age(page)).toHaveText(/^Updated/)
  await expect(failure(page)).toHaveCount(0)
  expect(statuses.filter(status => status >= 400)).toEqual([])
  expect(problems).toEqual([])
})

test('told to wait for long, a page without its own numbers says so while it waits', async ({
  page,
  allo,
  another,
}) => {
  const url = await another({})
  await page.goto(url + address(148))
  await numberOf(stageLink(page, 'Dials'))
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'rate_limit', retryAfterSeconds: 60 })
  const other = await page.context().newPage()
  await other.goto(url + address(150))
  await expect(failure(other)).toBeVisible()
  // From here on nothing is asked for a minute, and what is on screen would be another month's numbers below this month's name.
  await page.keyboard.press('m')
  await expect(page).toHaveURL(/period=last-month/)
  await expect(failure(page)).toContainText('the queue is long')
  await expect(stageLink(page, 'Dials')).toHaveCount(0)
})

test('a slow Allo holds up the numbers, not the page', async ({ page, allo }) => {
  const slow = 6000
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'latency', milliseconds: slow })
  await page.goto(address(172), { waitUntil: 'commit' })
  await expect(page.getByRole('status', { name: 'The numbers are on their way' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Filters' })).toBeVisible()
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  await expect(stageLink(page, 'Dials')).toHaveText(/[1-9]/, { timeout: 20_000 })
  await expect(page.locator('html[data-same-page]')).toBeAttached()
  const complete = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : Number.POSITIVE_INFINITY
  })
  expect(complete, 'the HTML did not wait for Allo').toBeLessThan(slow)
})

const UNREADABLE = [
  { what: 'an error', fault: { kind: 'status', status: 500 }, sentence: 'Allo has a fault of its own.' },
  {
    what: 'the error page of a gateway',
    fault: { kind: 'html', status: 502 },
    sentence: 'Allo has a fault of its own.',
  },
  { what: 'HTML with status 200', fault: { kind: 'html', status: 200 }, sentence: 'something we cannot read' },
  { what: 'half an answer', fault: { kind: 'truncated' }, sentence: 'something we cannot read' },
  { what: 'an empty answer', fault: { kind: 'empty' }, sentence: 'something we cannot read' },
  { what: 'words in place of numbers', fault: { kind: 'wrong_type' }, sentence: 'something we cannot read' },
  { what: 'a cut connection', fault: { kind: 'reset' }, sentence: 'Allo cannot be reached.' },
] as const

for (const [place, { what, fault, sentence }] of UNREADABLE.entries()) {
  test(`Allo answers with ${what}`, async ({ page, allo }) => {
    await allo.breakdown({ match: { operation: 'outbound' }, ...fault })
    await page.goto(address(200 + 14 * place, '&compare=none'))
    await expect(failure(page)).toContainText(sentence)
    await expect(failure(page)).toContainText(REQUEST)
    await expectSensibleText(page)
    await expect(page.getByText('cloudflare')).toHaveCount(0)
  })
}

test('only the comparison fails: the numbers stand without a change, and the age says so', async ({ page, allo }) => {
  await page.goto(address(305, '&compare=none'))
  const dials = await numberOf(stageLink(page, 'Dials'))
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'status', status: 500 })
  await page.goto(address(305))
  await expect(stageLink(page, 'Dials')).toHaveText(dials)
  await expect(age(page)).toContainText('comparison not up to date')
  await expect(age(page)).not.toContainText('numbers from')
  const funnel = panel(page, 'funnel')
  await expect(funnel).not.toContainText(/up \d|down \d|within noise|no change/)
  await expect(page.getByText('Connected, previous period')).toHaveCount(0)
  await expectSensibleText(page)
})

test('numbers of before stand while new ones are fetched', async ({ page, allo, app }) => {
  await page.goto(address(32))
  const dials = await numberOf(stageLink(page, 'Dials'))
  await app.later()
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'latency', milliseconds: 4000 })
  await page.reload()
  await expect(stageLink(page, 'Dials')).toHaveText(dials)
  await expect(age(page)).toHaveText(/^Updated 15\smin ago$/)
  await age(page).focus()
  await expect(page.getByRole('tooltip')).toContainText('A refresh is on its way')
  await expect(age(page)).toHaveText(UP_TO_DATE, { timeout: 15_000 })
  await expect(stageLink(page, 'Dials')).toHaveText(dials)
})
