import { expect, type Page, test } from '@playwright/test'
import { watch } from './checks'
import { addDays } from './dates'
import {
  callsIn,
  expectAccessible,
  MONDAY,
  openReview,
  part,
  sit,
  startMonday,
  tagCall,
  weekBefore,
  weekKey,
} from './reviews'
import { countOf, countsOf, groupBy } from './truth'
import { countWords } from './words'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const WEEK = weekBefore(MONDAY)
const KEY = weekKey(WEEK.from)
const NEXT = addDays(MONDAY, 7)

let world: Awaited<ReturnType<typeof startMonday>>
test.beforeAll(async () => {
  test.setTimeout(180_000)
  world = await startMonday()
})
test.afterAll(() => world.stop())

async function requests(): Promise<number> {
  const { operations }: { operations: Record<string, Record<string, number>> } = await (
    await fetch(`${world.allo.url}/simulator/requests`)
  ).json()
  return Object.values(operations)
    .flatMap(counts => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)
}

test('a week that is over is frozen by its first visit, with the numbers of its calls', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  const { problems } = watch(page)
  await openReview(page, KEY)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Week ${Number(KEY.slice(-2))}, `)
  await expect(page.getByText(/^Numbers frozen Mon .*, 08:3\d\./)).toBeVisible()

  const calls = await callsIn(world.allo, WEEK)
  const before = await callsIn(world.allo, weekBefore(WEEK.from))
  const [now, earlier] = [countsOf(calls), countsOf(before)]
  const figures = part(page, 'Funnel').getByRole('listitem')
  for (const [place, stage] of (['dials', 'connected', 'conversations', 'conversions'] as const).entries()) {
    await expect(figures.nth(place).getByRole('link')).toHaveText(countWords(now[stage]))
  }
  const percent = Math.abs(now.dials / earlier.dials - 1)
  const said = percent < 0.1 ? (percent * 100).toFixed(1) : (percent * 100).toFixed(0)
  await expect(page.getByRole('article').first()).toContainText(
    `The team made ${countWords(now.dials)} dials, ${said}% ${now.dials > earlier.dials ? 'more' : 'fewer'} than week`,
  )

  // What moved it adds up to the change, person by person too.
  const moved = part(page, 'What moved it')
  const total = now.conversions - earlier.conversions
  const signed = (value: number) => (value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value)}`)
  const rows = moved.getByRole('row')
  await expect(rows.last().getByRole('cell').first()).toHaveText(signed(total))
  const parts = await moved.getByRole('list').getByRole('listitem').allInnerTexts()
  const numbers = parts.slice(1, -1).map(text => Number(/[−+]?[\d.]+/.exec(text)?.[0].replace('−', '-')))
  expect(numbers).toHaveLength(4)
  expect(Math.abs(numbers.reduce((sum, value) => sum + value, 0) - total)).toBeLessThanOrEqual(0.21)
  const own = groupBy(calls, call => call.user_id)
  for (const row of await part(page, 'People')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()) {
    const name = await row.getByRole('rowheader').innerText()
    const dials = /[\d,]+$/.exec((await row.getByRole('cell').first().innerText()).trim())?.[0]
    expect(
      [...own.values()].map(list => countWords(list.length)),
      name,
    ).toContain(dials)
  }
  // Each bar leads to the calls behind it.
  await moved.getByRole('link', { name: /^Connection: / }).click()
  await expect(page).toHaveURL(/\/outbound\?period=.*stage=connected/)
  await expect(page.getByRole('dialog')).toContainText(`${countWords(now.connected)} calls`)
  expect(problems).toEqual([])
  await page.context().close()
})

test('opening it again asks Allo nothing before the page is here', async ({ browser }) => {
  const page = await sit(browser, world.app, 'viewer')
  await page.route('**/since', route => route.abort())
  const asked = await requests()
  await openReview(page, KEY)
  expect(await requests()).toBe(asked)
  await page.context().close()
})

test('two people write at once, and nothing is lost', async ({ browser }) => {
  const [maya, claire] = [await sit(browser, world.app, 'manager'), await sit(browser, world.app, 'admin')]
  await Promise.all([openReview(maya, KEY), openReview(claire, KEY)])
  async function write(page: Page, text: string) {
    await page.getByRole('button', { name: 'Add a note: People' }).click()
    await page.getByRole('textbox', { name: 'New note: People' }).fill(text)
    await page.getByRole('button', { name: 'Save' }).click()
  }
  await Promise.all([
    write(
      maya,
      '@Tom Okafor tries the **new opener** from Tuesday. <b onclick="x()">no</b> [site](javascript:alert(1))',
    ),
    write(claire, 'Look at his conversation rate next week.'),
  ])
  await expect(part(claire, 'People').getByRole('article').first()).toBeVisible()
  await claire.getByRole('button', { name: 'Add a note: Funnel' }).click()
  await claire.getByRole('textbox', { name: 'New note: Funnel' }).fill('A good week.')
  await claire.getByRole('button', { name: 'Save' }).click()
  async function promise(page: Page, who: string, text: string, metric: string, value: string) {
    await page.getByRole('button', { name: 'Add a commitment' }).click()
    const form = part(page, 'Commitments')
    await form.getByLabel('Who').selectOption(who)
    await form.getByLabel('What').fill(text)
    await form.getByLabel('Measured by').selectOption(metric)
    await form.getByRole('textbox').last().fill(value)
    await form.getByRole('button', { name: 'Promise' }).click()
  }
  await Promise.all([
    promise(maya, 'Inès Caron', 'Keep the pace', 'conversation', '38'),
    promise(claire, '', 'More dials than ever', 'dials', '100000'),
  ])
  for (const page of [maya, claire]) {
    await expect(part(page, 'People').getByRole('article')).toHaveCount(2, { timeout: 20_000 })
    const note = part(page, 'People').getByRole('article', { name: 'Note by Maya Reyes' })
    await expect(note.locator('[data-mention]')).toHaveText('@Tom Okafor')
    await expect(note.getByText('new opener')).toHaveCSS('font-weight', /[67]00/)
    await expect(note.locator('b[onclick], a[href^="javascript"]')).toHaveCount(0)
    await expect(part(page, 'Commitments')).toContainText('conversation rate above 38%', { timeout: 20_000 })
    await expect(part(page, 'Commitments')).toContainText('dials above 100,000', { timeout: 20_000 })
  }

  // An administrator may change anybody's note: both had it open.
  const noteOf = (page: Page) => part(page, 'People').getByRole('article', { name: 'Note by Maya Reyes' })
  await Promise.all([maya, claire].map(page => noteOf(page).getByRole('button', { name: 'Change' }).click()))
  await maya.getByRole('textbox', { name: 'Change the note' }).fill('Mine came first.')
  await claire.getByRole('textbox', { name: 'Change the note' }).fill('Mine came second.')
  await maya.getByRole('button', { name: 'Save' }).click()
  await expect(noteOf(maya)).toContainText('Mine came first.')
  await claire.getByRole('button', { name: 'Save' }).click()
  const conflict = claire.getByRole('alert').filter({ hasText: 'Nothing is lost' })
  await expect(conflict).toContainText(/Maya Reyes changed this note while you were writing \(.+ 08:\d\d\)/)
  await expect(conflict).toContainText('Mine came first.')
  await expect(conflict).toContainText('Mine came second.')
  await expectAccessible(claire)
  await conflict.getByRole('button', { name: 'Keep both' }).click()
  await expect(noteOf(claire)).toContainText('Mine came first.')
  await expect(noteOf(claire)).toContainText('Mine came second.')
  await expect(noteOf(maya)).toContainText('Mine came second.', { timeout: 20_000 })
  await Promise.all([maya, claire].map(page => page.context().close()))
})

test('a commitment is changed in its place, and who comes second is told', async ({ browser }) => {
  const [maya, claire] = [await sit(browser, world.app, 'manager'), await sit(browser, world.app, 'admin')]
  await Promise.all([openReview(maya, KEY), openReview(claire, KEY)])
  const promises = (page: Page) => part(page, 'Commitments')
  const form = (page: Page) => promises(page).getByRole('form', { name: 'Change the commitment' })
  for (const page of [maya, claire]) {
    await promises(page).getByRole('button', { name: 'Change: Keep the pace' }).click()
    await expect(form(page).getByLabel('Who')).toHaveValue('usr-k3f9a1')
    await expect(form(page).getByLabel('Percent')).toHaveValue('38')
  }
  // A manager changes her own only.
  await expect(promises(maya).getByRole('button', { name: 'Change: More dials than ever' })).toHaveCount(0)
  await form(maya).getByLabel('What').fill('Keep the pace up')
  await form(claire).getByLabel('What').fill('Keep the pace, calmly')
  await form(maya).getByRole('button', { name: 'Save' }).click()
  await expect(promises(maya)).toContainText('Keep the pace up')
  await expect(form(maya)).toHaveCount(0)
  await form(claire).getByRole('button', { name: 'Save' }).click()
  const conflict = promises(claire).getByRole('alert').filter({ hasText: 'Nothing is lost' })
  await expect(conflict).toContainText(/Maya Reyes changed this commitment while you were writing \(.+ 08:\d\d\)/)
  await expect(conflict).toContainText('Keep the pace up')
  await expect(conflict).toContainText('Keep the pace, calmly')
  await expectAccessible(claire)
  await conflict.getByRole('button', { name: 'Replace by mine' }).click()
  await expect(conflict).toHaveCount(0)
  for (const page of [maya, claire]) {
    await expect(promises(page)).toContainText('Keep the pace, calmly', { timeout: 20_000 })
    await expect(promises(page)).not.toContainText('Keep the pace up')
    await expect(promises(page)).toContainText('conversation rate above 38%')
  }
  await Promise.all([maya, claire].map(page => page.context().close()))
})

test('a note that could not be removed says so and stays; the next try takes it away', async ({ browser }) => {
  const page = await sit(browser, world.app, 'admin')
  await openReview(page, KEY)
  const funnel = part(page, 'Funnel')
  const remove = async () => {
    await funnel.getByRole('article').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  }
  await page.route('**/notes/*', route => route.abort())
  await remove()
  await expect(funnel.getByRole('alert')).toContainText('You seem to be offline')
  await expect(funnel.getByRole('article')).toContainText('A good week.')
  await page.unroute('**/notes/*')
  await remove()
  await expect(funnel.getByRole('article')).toHaveCount(0)
  await expect(funnel.getByRole('alert')).toHaveCount(0)
  await page.context().close()
})

test('late tags are told, and a new revision is made; the old one stays', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await openReview(page, KEY)
  await expect(page.getByText('Nothing has moved since.')).toBeVisible({ timeout: 20_000 })
  const calls = await callsIn(world.allo, WEEK)
  const late = calls.filter(call => call.outcome === 'connected' && call.tags.length === 0).slice(0, 2)
  for (const { id } of late) await tagCall(world.allo, id, 'meeting_booked')
  await expect(async () => {
    await world.app.later()
    await page.reload()
    await expect(page.getByText('Since then: 2 more calls are tagged meeting_booked.')).toBeVisible({ timeout: 4000 })
  }).toPass({ timeout: 90_000 })
  const frozen = countOf(calls, 'conversions')
  const conversions = part(page, 'Funnel').getByRole('listitem').nth(3).getByRole('link')
  await expect(conversions).toHaveText(countWords(frozen))
  await page.getByRole('button', { name: 'Make a new revision' }).click()
  await expect(conversions).toHaveText(countWords(frozen + 2), { timeout: 60_000 })
  await expect(page.getByText(/ by Maya Reyes\./)).toBeVisible()
  await page.getByText('2 revisions').click()
  await page.getByRole('link', { name: /^Revision 1, / }).click()
  await expect(page).toHaveURL(`/reviews/${KEY}?revision=1`)
  await expect(conversions).toHaveText(countWords(frozen))
  await expect(page.getByText('This is revision 1 of 2.')).toBeVisible()
  await page.context().close()
})

test('the next Monday opens with what became of the commitments', async ({ browser }) => {
  await world.becomes(NEXT)
  const page = await sit(browser, world.app, 'manager')
  await openReview(page, weekKey(MONDAY))
  const promised = part(page, 'What we promised')
  const own = (await callsIn(world.allo, weekBefore(NEXT))).filter(call => call.user_id === 'usr-k3f9a1')
  const { connected, conversations } = countsOf(own)
  const became = connected < 20 ? 'too few calls to tell' : conversations / connected > 0.38 ? 'kept' : 'missed'
  const ines = promised.getByRole('listitem').filter({ hasText: 'Keep the pace' })
  await expect(ines).toContainText(became)
  await expect(ines).toContainText(`(${conversations} of ${connected})`)
  await expect(promised.getByRole('listitem').filter({ hasText: 'More dials than ever' })).toContainText('missed')
  // The week before says what it said.
  await openReview(page, KEY, '?revision=1')
  await expect(page.getByText('This is revision 1 of 2.')).toBeVisible()
  await page.context().close()
})
