import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expectNoOverflow, expectSensibleText } from './checks'
import { addDays } from './dates'
import { expect, INES, sessionOf, test } from './fixtures'
import { takenOverBy } from './taken-over'
import { callsOf, reached, today } from './truth'

const PERSON = 'Inès Caron'

/** A long conversation of a week ago, held by a person of the team. */
async function fetchConversation() {
  const to = addDays(await today(), -5)
  const calls = await callsOf({ from: addDays(to, -6), to })
  const call = calls.find(each => reached(each, 'conversations') && each.talk_seconds > 150 && each.user_id !== null)
  if (!call) throw new Error('there is no long conversation')
  return call
}

const player = (page: Page) => page.getByRole('group', { name: 'Recording' })
const audio = (page: Page) => player(page).locator('audio')
const second = (page: Page) => audio(page).evaluate((element: HTMLAudioElement) => element.currentTime)

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await takenOverBy(page.getByRole('button', { name: /^(Copy link|Copier le lien)$/ }))
}

test('on paper a call is what was said, without what is pressed', async ({ page }) => {
  const call = await fetchConversation()
  await open(page, `/calls/${call.id}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible()
  for (const role of ['button', 'searchbox', 'textbox', 'slider'] as const) {
    // The lines of the transcript are buttons too, each with its own words.
    const controls = page.getByRole('main').getByRole(role).and(page.locator(':not([data-line])'))
    expect(await controls.allInnerTexts()).toEqual([])
  }
})

test('the first HTML of a call’s page holds its summary and its words', async ({ page, request }) => {
  const call = await fetchConversation()
  const answer = await request.get(`/calls/${call.id}`)
  expect(answer.status()).toBe(200)
  const html = await answer.text()
  const { summary, transcript } = await (await request.get(`/api/calls/${call.id}`)).json()
  await open(page, `/calls/${call.id}`)
  for (const text of [summary, transcript[1].text]) {
    const plain = text.slice(0, 30).replaceAll("'", '&#x27;')
    expect(html).toContain(plain)
    await expect(page.getByText(text).first()).toBeVisible()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\w/)
  await expectSensibleText(page)
})

test('?t= opens at that second, without playing, and the copied moment leads back to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const call = await fetchConversation()
  const { transcript } = await (await context.request.get(`/api/calls/${call.id}`)).json()
  const at = transcript[3].at + 1
  const said = transcript.findLast((line: { at: number }) => line.at <= at)
  await open(page, `/calls/${call.id}?t=${at}`)
  await expect.poll(() => second(page)).toBe(at)
  expect(await audio(page).evaluate((element: HTMLAudioElement) => element.paused)).toBe(true)
  const line = page.locator('[aria-current="true"]')
  await expect(line).toHaveText(said.text)
  await page.getByRole('button', { name: /^Copy link at \d+:\d\d$/ }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(new RegExp(`^http.*/calls/${call.id}\\?t=${at}$`))
  await player(page).getByRole('button', { name: /^Play/ }).click()
  await expect.poll(() => second(page)).toBeGreaterThan(at)
})

test('the recording obeys single keys from anywhere on the page', async ({ page }) => {
  const call = await fetchConversation()
  await open(page, `/calls/${call.id}`)
  await page.keyboard.press('5')
  await expect.poll(() => second(page)).toBeCloseTo(call.talk_seconds / 2, 0)
  const half = await second(page)
  await page.keyboard.press('l')
  await expect.poll(() => second(page)).toBeCloseTo(half + 10, 1)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect.poll(() => second(page)).toBeCloseTo(half - 10, 1)
  await page.keyboard.press('>')
  await expect(player(page).getByRole('combobox', { name: 'Speed' })).toHaveValue('1.25')
  await page.keyboard.press('k')
  await expect(player(page).getByRole('button', { name: /^Pause/ })).toBeVisible()
  await page.keyboard.press('k')
  await expect(player(page).getByRole('button', { name: /^Play/ })).toBeVisible()
  // Typing is not steering.
  const before = await second(page)
  await page.getByRole('searchbox', { name: 'Search in the transcript' }).fill('0')
  await page.keyboard.type('l5')
  expect(await second(page)).toBe(before)
})

test('a word is found within the transcript, match after match', async ({ page, request }) => {
  const call = await fetchConversation()
  const { transcript } = await (await request.get(`/api/calls/${call.id}`)).json()
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const everything: string[] = transcript.map((line: { text: string }) => plain(line.text))
  const times = (word: string) => everything.reduce((sum, text) => sum + text.split(word).length - 1, 0)
  const words = everything.join(' ').match(/[a-z]{2,}/g) ?? []
  const word = words.toSorted((one, other) => times(other) - times(one))[0] ?? ''
  const count = times(word)
  expect(count).toBeGreaterThan(1)
  await open(page, `/calls/${call.id}`)
  const field = page.getByRole('searchbox', { name: 'Search in the transcript' })
  await field.fill(word.toUpperCase())
  await expect(page.getByText(`1 of ${count}`, { exact: true })).toBeVisible()
  await expect(page.locator('mark')).toHaveCount(count)
  await field.press('Enter')
  await expect(page.getByText(`2 of ${count}`, { exact: true })).toBeVisible()
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(page.getByText(`${count} of ${count}`, { exact: true })).toBeVisible()
  await expect(page.locator('mark[data-active]')).toBeInViewport()
  await field.fill('xyzzy')
  await expect(page.getByText('No match', { exact: true })).toBeVisible()
  await field.press('Escape')
  await expect(field).toHaveValue('')
  await expect(page.locator('mark')).toHaveCount(0)
})

test('talk share comes from the transcript', async ({ page, request }) => {
  const call = await fetchConversation()
  const { transcript, duration } = await (await request.get(`/api/calls/${call.id}`)).json()
  let us = 0
  let all = 0
  transcript.forEach((line: { at: number; speaker: string }, index: number) => {
    const end = transcript[index + 1]?.at ?? Math.max(duration, line.at)
    all += end - line.at
    if (line.speaker === 'us') us += end - line.at
  })
  await open(page, `/calls/${call.id}`)
  const share = page.getByRole('group', { name: 'Talk share' })
  await expect(share).toContainText(`about ${Math.round((100 * us) / all)}%`)
  await expect(share).toContainText('Longest monologue')
})

test.describe('what is no call', () => {
  for (const [address, sentence] of [
    ['cll-doesnotexist', 'Allo does not know this call, or not any more.'],
    ['what%20is%20this', 'This is not the address of a call'],
    [`cll-${'x'.repeat(200)}`, 'This is not the address of a call'],
  ] as const) {
    test(`${address.slice(0, 20)} is answered 404 and a sentence`, async ({ page, complaints }) => {
      complaints.foresee(/404/)
      const answer = await page.goto(`/calls/${address}`)
      expect(answer?.status()).toBe(404)
      await expect(page.getByText(sentence)).toBeVisible()
      await expect(page.getByRole('link', { name: 'All calls' })).toBeVisible()
    })
  }

  test('a text says that it is one, and leads to all that was written and said with its number', async ({
    page,
    request,
  }) => {
    const day = addDays(await today(), -5)
    const { rows } = await (await request.get(`/api/items?type=texts&dates=${addDays(day, -6)}..${day}`)).json()
    const { id, contactNumber } = rows.find((row: { contactNumber: string }) => row.contactNumber.startsWith('+'))
    expect(id).toMatch(/^msg/)
    await page.goto(`/calls/${id}`)
    await expect(page.getByText('This is a text message, not a call.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Transcript' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Open the contact' }).last()).toHaveAttribute(
      'href',
      `/contacts/${encodeURIComponent(contactNumber)}`,
    )
  })

  test('a colleague’s call is refused to a rep, in words, and their own is not', async ({ browser, baseURL }) => {
    const to = addDays(await today(), -5)
    const calls = await callsOf({ from: addDays(to, -6), to })
    const context = await browser.newContext({ baseURL, storageState: await sessionOf(INES.email, baseURL) })
    const people: { people: { id: string; name: string }[] } = await (
      await context.request.get('/api/directory')
    ).json()
    const ines = people.people.find(person => person.name === PERSON)?.id
    const own = calls.find(call => call.user_id === ines && reached(call, 'connected'))
    const other = calls.find(call => call.user_id !== ines && call.user_id !== null && reached(call, 'connected'))
    const page = await context.newPage()
    expect((await page.goto(`/calls/${other?.id}`))?.status()).toBe(403)
    await expect(page.getByText('This call is not yours to open.')).toBeVisible()
    expect((await page.goto(`/calls/${own?.id}`))?.status()).toBe(200)
    await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add a tag' })).toHaveCount(0)
    await context.close()
  })
})

test('a call opened as a page from a list goes on to its neighbours', async ({ page }) => {
  const to = addDays(await today(), -5)
  await page.goto(`/outbound?period=${addDays(to, -6)}..${to}&stage=conversations`)
  const rows = page.getByRole('dialog').getByRole('list', { name: 'Calls', exact: true }).getByRole('link')
  await expect(rows).toHaveCount(20)
  const ids = await rows.evaluateAll(links => links.map(link => link.dataset.call ?? ''))
  await rows.nth(1).click()
  await page.getByRole('link', { name: 'Open as a page' }).click()
  await expect(page).toHaveURL(`/calls/${ids[1]}`)
  await page.getByRole('link', { name: /^Next call/ }).click()
  await expect(page).toHaveURL(`/calls/${ids[2]}`)
  await page.getByRole('link', { name: /^Previous call/ }).click()
  await expect(page).toHaveURL(`/calls/${ids[1]}`)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(`/calls/${ids[0]}`)
  await expect(page.getByRole('link', { name: /^Previous call/ })).toHaveCount(0)
})

for (const [locale, title] of [
  ['en-US', 'Talk share'],
  ['fr-FR', 'Temps de parole'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme })
      for (const width of [1440, 390]) {
        test(`is accessible, ${width} wide`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 })
          const call = await fetchConversation()
          await open(page, `/calls/${call.id}?t=30`)
          await expect(page.getByRole('group', { name: title })).toBeVisible()
          await expectNoOverflow(page)
          const { violations } = await new AxeBuilder({ page }).analyze()
          const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        })
      }
    })
  }
}
