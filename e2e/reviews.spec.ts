import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { expectNoOverflow, expectSensibleText, watch } from './checks'
import { addDays } from './dates'
import { callsIn, MONDAY, part, sit, startMonday, tagCall, weekBefore, weekKey } from './reviews'
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

const address = `/reviews/${KEY}`

async function open(page: Page, path = address): Promise<void> {
  await page.goto(path)
  await expect(part(page, 'Funnel')).toBeVisible({ timeout: 90_000 })
  await page.waitForLoadState('networkidle')
}

async function requests(): Promise<number> {
  const { operations }: { operations: Record<string, Record<string, number>> } = await (
    await fetch(`${world.allo.url}/simulator/requests`)
  ).json()
  return Object.values(operations)
    .flatMap(counts => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
}

test('a week that is over is frozen by its first visit, with the numbers of its calls', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  const { problems } = watch(page)
  await open(page)
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
  await open(page)
  expect(await requests()).toBe(asked)
  await page.context().close()
})

test('two people write at once, and nothing is lost', async ({ browser }) => {
  const [maya, claire] = [await sit(browser, world.app, 'manager'), await sit(browser, world.app, 'admin')]
  await Promise.all([open(maya), open(claire)])
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
    await expect(part(page, 'Commitments')).toContainText('dials above 100,000')
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
  await expect(conflict).toContainText('Maya Reyes changed this note while you were writing')
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
  await Promise.all([open(maya), open(claire)])
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

test('a call is played, a moment is marked, and another call is dropped', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await open(page)
  const calls = part(page, 'Worth a listen')
  const lines = calls.getByRole('button', { name: /^Play: / })
  const count = await lines.count()
  expect(count).toBeGreaterThan(1)
  await lines.first().click()
  const player = calls.getByRole('group', { name: 'Recording' })
  await expect(player.getByRole('slider')).not.toHaveValue('0', { timeout: 20_000 })
  await calls.getByRole('button', { name: /^Mark \d+:\d\d/ }).click()
  await calls.getByRole('textbox').fill('asks about porting')
  await calls.getByRole('button', { name: 'Mark', exact: true }).click()
  const moment = calls.getByRole('button', { name: /^\d+:\d\d asks about porting/ })
  await expect(moment).toBeVisible()
  // It follows by itself when one has ended.
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.dispatchEvent(new Event('ended')))
  await expect(calls.getByRole('button', { name: /^Stop: / })).toHaveCount(1)
  await expect(moment).toBeVisible()
  await moment.click()
  await expect(player).toBeVisible()

  const dropped = await calls
    .getByRole('button', { name: /^Drop: / })
    .last()
    .innerText()
  await calls
    .getByRole('button', { name: /^Drop: / })
    .last()
    .click()
  await expect(calls.getByRole('button', { name: /^Drop: / })).toHaveCount(count - 1)
  await expect(calls.getByText('Dropped:')).toBeVisible()
  expect(dropped).toMatch(/Drop/)

  // A call that was not suggested is pinned by its address, and comes first.
  const other = (await callsIn(world.allo, WEEK))
    .filter(call => call.outcome === 'connected' && call.tags.length === 0)
    .at(-1)
  await calls.getByRole('button', { name: 'Pin another call' }).click()
  await calls.getByLabel('Address of the call').fill(`${world.app.url}/calls/${other?.id}?t=12`)
  await calls.getByRole('button', { name: 'Pin it' }).click()
  await expect(calls.getByRole('button', { name: /^Unpin: / })).toHaveCount(1)
  await expect(calls.getByText('Pinned', { exact: true })).toBeVisible()
  await page.context().close()
})

async function toSlide(page: Page, section: string): Promise<void> {
  const count = page.locator('[data-slide-count]')
  await expect(count).toHaveText(/^1 of \d+$/)
  await page.waitForLoadState('networkidle')
  for (let at = 2; (await page.locator('[data-slide]').getAttribute('data-slide')) !== section; at += 1) {
    await page.keyboard.press('ArrowRight')
    await expect(count).toHaveText(new RegExp(`^${at} of`))
  }
}

test('calls are played on their slides, one after another', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await page.goto(`${address}/present`)
  await toSlide(page, 'calls')
  const slide = page.locator('[data-slide]')
  const player = slide.getByRole('group', { name: 'Recording' })
  const position = player.getByRole('slider')
  const at = async () => Number(await position.inputValue())

  // K plays the first; the keys of slides still lead through them, and leaving stops it.
  await page.keyboard.press('k')
  await expect(position).not.toHaveValue('0', { timeout: 20_000 })
  await expectAccessible(page)
  await player.getByRole('button', { name: /^Back 10/ }).focus()
  const count = page.locator('[data-slide-count]')
  const here = await count.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(count).not.toHaveText(here)
  await expect(player).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(count).toHaveText(here)

  // A moment begins there, and leads back there.
  const moment = slide.getByRole('button', { name: /^\d+:\d\d asks about porting/ })
  const [minutes = 0, seconds = 0] = (await moment.innerText()).split(' ')[0]?.split(':').map(Number) ?? []
  const marked = minutes * 60 + seconds
  await moment.click()
  await expect.poll(at).toBeGreaterThanOrEqual(marked)
  await page.keyboard.press('9')
  await expect.poll(at).toBeGreaterThan(marked + 20)
  await moment.click()
  await expect.poll(at).toBeLessThan(marked + 20)
  const room = await slide.evaluate(element => element.scrollHeight - element.clientHeight)
  expect(room).toBeLessThanOrEqual(0)

  const stop = slide.getByRole('button', { name: /^Stop: / })
  const name = await stop.getAttribute('aria-label')
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.dispatchEvent(new Event('ended')))
  await expect(stop).toHaveCount(1)
  await expect(stop).not.toHaveAttribute('aria-label', name ?? '')
  await stop.click()
  await expect(player).toHaveCount(0)
  await page.context().close()

  // Who may not hear recordings has nothing to play.
  const viewer = await sit(browser, world.app, 'viewer')
  await viewer.goto(`${address}/present`)
  await toSlide(viewer, 'calls')
  await expect(viewer.locator('[data-slide]').getByRole('listitem').first()).toBeVisible()
  await expect(viewer.getByRole('button', { name: /^Play: / })).toHaveCount(0)
  await viewer.keyboard.press('k')
  await expect(viewer.locator('audio')).toHaveCount(0)
  await viewer.context().close()
})

test('late tags are told, and a new revision is made; the old one stays', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await open(page)
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
  await expect(page).toHaveURL(`${address}?revision=1`)
  await expect(conversions).toHaveText(countWords(frozen))
  await expect(page.getByText('This is revision 1 of 2.')).toBeVisible()
  await page.context().close()
})

test('the list tells it, and names the week that runs', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await page.goto('/reviews')
  const weeks = part(page, 'Weeks').getByRole('listitem')
  await expect(weeks.first()).toContainText('live')
  await expect(weeks.nth(1)).toContainText('The team made')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review of another range' }).click()
  const form = page.getByRole('form', { name: 'Review of another range' })
  await form.getByLabel('Name').fill('Before the fair')
  await form.getByLabel('First day').fill(addDays(MONDAY, -10))
  await form.getByLabel('Last day').fill(addDays(MONDAY, -4))
  await form.getByRole('button', { name: 'Make the review' }).click()
  await expect(page).toHaveURL(/\/reviews\/rep_/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Before the fair', { timeout: 90_000 })
  const days = { from: addDays(MONDAY, -10), to: addDays(MONDAY, -4) }
  const dials = part(page, 'Funnel').getByRole('listitem').first().getByRole('link')
  await expect(dials).toHaveText(countWords((await callsIn(world.allo, days)).length))
  await page.context().close()
})

test('a running week is live and says so', async ({ browser }) => {
  const page = await sit(browser, world.app, 'manager')
  await open(page, `/reviews/${weekKey(MONDAY)}`)
  await expect(page.getByText('Live: the period still runs')).toBeVisible()
  await expectSensibleText(page)
  await page.context().close()
})

test('who sees numbers only reads a whole page without doors', async ({ browser }) => {
  const page = await sit(browser, world.app, 'viewer')
  await open(page)
  await expect(part(page, 'Funnel').getByRole('link')).toHaveCount(0)
  await expect(part(page, 'What moved it').getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Add a |^Play: / })).toHaveCount(0)
  await expect(part(page, 'Worth a listen').getByRole('listitem').first()).toContainText('A call')
  await expectSensibleText(page)
  await expectAccessible(page)
  await page.context().close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone and in French, ${colorScheme}`, async ({ browser }) => {
    const viewport = { width: 390, height: 844 }
    const page = await sit(browser, world.app, 'manager', { viewport, locale: 'fr-FR', colorScheme })
    await page.goto(address)
    await expect(part(page, 'Entonnoir')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Semaine')
    await expect(page.getByRole('article').first()).toContainText('L’équipe a passé')
    await expectNoOverflow(page)
    await expectSensibleText(page)
    await expectAccessible(page)
    await page.context().close()
  })
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test(`slides by keys, ${viewport.width} wide`, async ({ browser }) => {
    const page = await sit(browser, world.app, 'manager', { viewport })
    await page.goto(`${address}/present`)
    const count = page.locator('[data-slide-count]')
    const slide = page.locator('[data-slide]')
    await expect(count).toHaveText(/^1 of \d+$/)
    await page.waitForLoadState('networkidle')
    const told = page.locator('[data-slide] article')
    let notes = 0
    const of = Number((await count.innerText()).split(' ').at(-1))
    for (let at = 1; at <= of; at += 1) {
      await expect(count).toHaveText(`${at} of ${of}`)
      const room = await slide.evaluate(element => ({
        inside: element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth,
        least: Math.min(
          ...Array.from(element.querySelectorAll('td, th, p, dt, li'), each =>
            Number.parseFloat(getComputedStyle(each).fontSize),
          ),
        ),
        scale: element.getBoundingClientRect().width / element.clientWidth,
      }))
      expect(room.inside, `slide ${at}`).toBe(true)
      notes += await told.count()
      // Read from afar: nothing is smaller than 2.2 % of the height.
      expect(room.least * room.scale, `slide ${at}`).toBeGreaterThanOrEqual(viewport.height * 0.022)
      await expectNoOverflow(page)
      await page.keyboard.press('ArrowRight')
    }
    await expect(count).toHaveText(`${of} of ${of}`)
    // Both notes on people, one on the funnel.
    expect(notes).toBe(3)
    await page.keyboard.press('Home')
    await expect(count).toHaveText(`1 of ${of}`)
    await page.keyboard.press('Space')
    await expect(count).toHaveText(`2 of ${of}`)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await expect(count).toHaveText(`${of} of ${of}`)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(address)
    await page.context().close()
  })
}

test('the next Monday opens with what became of the commitments', async ({ browser }) => {
  await world.becomes(NEXT)
  const page = await sit(browser, world.app, 'manager')
  await open(page, `/reviews/${weekKey(MONDAY)}`)
  const promised = part(page, 'What we promised')
  const own = (await callsIn(world.allo, weekBefore(NEXT))).filter(call => call.user_id === 'usr-k3f9a1')
  const { connected, conversations } = countsOf(own)
  const became = connected < 20 ? 'too few calls to tell' : conversations / connected > 0.38 ? 'kept' : 'missed'
  const ines = promised.getByRole('listitem').filter({ hasText: 'Keep the pace' })
  await expect(ines).toContainText(became)
  await expect(ines).toContainText(`(${conversations} of ${connected})`)
  await expect(promised.getByRole('listitem').filter({ hasText: 'More dials than ever' })).toContainText('missed')
  // The week before says what it said.
  await open(page, `${address}?revision=1`)
  await expect(page.getByText('This is revision 1 of 2.')).toBeVisible()
  await page.context().close()
})
