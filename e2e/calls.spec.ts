import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { counted, idsOf, openCalls, resetClock, rows, search, stopClock } from './calls'
import { alloUserOf, PEOPLE } from './cast'
import { watch } from './checks'
import { forgetViews, saveView } from './views'
import { become } from './workspace-settings'
import { expect, test } from './world'

test.use({ own: 'calls' })

test.beforeEach(({ allo }) => stopClock(allo.url))
test.afterEach(({ allo }) => resetClock(allo.url))

/** A Wednesday with calls. */
const DAY = { from: '2026-01-14', to: '2026-01-14' }

test('words are looked for, counted, sorted by relevance and marked', async ({ page, allo }) => {
  const seen = watch(page)
  const all = await search(allo.url, { type: 'CALL', size: 1 })
  await openCalls(page)
  const heading = page.getByRole('heading', { level: 2, name: /calls$/ })
  await expect(heading).toHaveText(counted(all.pagination.total_count))

  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Search calls' })
  await expect(field).toBeFocused()
  await field.fill('Prices TEAM')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/calls\?q=Prices(\+|%20)TEAM$/)
  const found = await search(allo.url, { type: 'CALL', search: 'prices team', sort: 'RELEVANCE', size: 10 })
  expect(found.pagination.total_count).toBeGreaterThan(0)
  await expect(heading).toHaveText(counted(found.pagination.total_count))
  await expect.poll(() => idsOf(page)).toEqual(expect.arrayContaining(found.data.map(({ id }) => id)))
  expect((await idsOf(page)).slice(0, 10)).toEqual(found.data.map(({ id }) => id))
  const marks = await rows(page).first().locator('mark').allTextContents()
  expect(marks.map(mark => mark.toLowerCase())).toEqual(expect.arrayContaining(['prices', 'team']))

  await page.goBack()
  await expect(heading).toHaveText(counted(all.pagination.total_count))
  await expect(field).toHaveValue('')
  expect(seen.problems).toEqual([])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('the first rows stand in the first HTML', async ({ request, allo }) => {
  const found = await search(allo.url, { type: 'CALL', direction: 'INBOUND', date: DAY, size: 5 })
  const html = await (await request.get(`/calls?direction=inbound&dates=${DAY.from}`)).text()
  for (const { id } of found.data) expect(html).toContain(`data-call="${id}"`)
})

test('filters narrow the list, live in the address, and can be cleared', async ({ page, allo }) => {
  await openCalls(page, `?dates=${DAY.from}`)
  const choose = async (filter: string, choice: string) => {
    await page.getByRole('button', { name: filter, exact: true }).click()
    await page.getByRole('dialog', { name: filter }).getByRole('button', { name: choice }).click()
  }
  const heading = page.getByRole('heading', { level: 2 })
  await choose('Direction', 'Incoming')
  await choose('Result', 'Voicemail')
  await expect(page).toHaveURL(`/calls?direction=inbound&result=voicemail&dates=${DAY.from}`)
  const found = await search(allo.url, {
    type: 'CALL',
    direction: 'INBOUND',
    result: 'VOICEMAIL',
    date: DAY,
    size: 100,
  })
  await expect(heading).toHaveText(counted(found.pagination.total_count))
  await expect.poll(() => idsOf(page)).toEqual(found.data.map(({ id }) => id).slice(0, await rows(page).count()))

  await page.getByRole('button', { name: /^Sorted by/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Oldest' }).click()
  await expect.poll(async () => (await idsOf(page))[0]).toBe(found.data.at(-1)?.id)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/calls?sort=oldest')
})

test('what cannot be asked gets a sentence, and keeps what was typed', async ({ page, request }) => {
  await openCalls(page, `?dates=${DAY.from}`)
  const field = page.getByRole('textbox', { name: 'Search calls' })
  for (const [typed, sentence] of [
    ['?!', 'There is no letter or digit to look for.'],
    ['""', 'There is no letter or digit to look for.'],
    ['x'.repeat(500), 'At most 200 characters; these are 500.'],
  ] as const) {
    await field.fill(typed)
    await field.press('Enter')
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(field).toHaveValue(typed)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(page).toHaveURL(`/calls?dates=${DAY.from}`)
    const refused = await request.get(`/api/items?q=${encodeURIComponent(typed)}`)
    expect(refused.status()).toBe(400)
    expect((await refused.json()).error).toMatchObject({ code: 'INVALID_PARAMETER', field: 'q' })
  }
  await field.fill('"prices"')
  await field.press('Enter')
  await expect(rows(page).first()).toBeVisible()

  await page.getByRole('button', { name: 'Contact', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Contact' })
  await panel.getByRole('textbox').fill('call me')
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(panel.getByText('This is not a phone number.')).toBeVisible()
  await expect(panel.getByRole('textbox')).toHaveValue('call me')

  await openCalls(page, '?q=%3F%3F')
  await expect(field).toHaveValue('??')
  await expect(page.getByText('Nothing was looked for')).toBeVisible()
  await openCalls(page, '?with=nobody')
  await expect(page.getByText('Ignored in the address: with')).toBeVisible()
})

test('a jump to the end asks for the last page only, and few rows are ever in the document', async ({ page, allo }) => {
  const [oldest] = (await search(allo.url, { type: 'CALL', sort: 'DATE_ASC', size: 1 })).data
  await openCalls(page)
  const asked: string[] = []
  page.on('request', request => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/items') asked.push(searchParams.get('page') ?? '1')
  })
  await rows(page).first().getByRole('link').focus()
  await page.keyboard.press('End')
  const last = page.locator(`[data-call="${oldest?.id}"]`)
  await expect(last).toBeFocused()
  const size = Number(await last.locator('xpath=..').getAttribute('aria-setsize'))
  await expect(last.locator('xpath=..')).toHaveAttribute('aria-posinset', String(size))
  expect(size).toBeGreaterThan(50_000)
  expect(asked).toEqual([String(Math.ceil(size / 100))])
  expect(await rows(page).count()).toBeLessThanOrEqual(60)
  await page.keyboard.press('Home')
  await expect(rows(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-place="2"] a')).toBeFocused()
})

test('calls that come in while the list is read are not shown twice', async ({ page, allo }) => {
  await stopClock(allo.url, '2026-04-22T09:00:00Z')
  await openCalls(page, '?direction=outbound')
  const before = await search(allo.url, { type: 'CALL', direction: 'OUTBOUND', size: 100 })
  expect((await idsOf(page))[0]).toBe(before.data[0]?.id)
  await stopClock(allo.url, '2026-04-22T09:10:00Z')
  const after = await search(allo.url, { type: 'CALL', direction: 'OUTBOUND', size: 100, page: 2 })
  const arrived = after.pagination.total_count - before.pagination.total_count
  expect(arrived).toBeGreaterThan(0)
  expect(arrived).toBeLessThan(60)

  // The end of the first page and the beginning of the second, which now begins with what was on the first.
  await page.locator('[data-place="0"]').evaluate(row => {
    const list = row.parentElement?.getBoundingClientRect().top ?? 0
    window.scrollTo(0, list + window.scrollY + 96 * 88)
  })
  await expect(page.locator('[data-place="100"] [data-call]')).toHaveAttribute('data-call', after.data[0]?.id ?? '')
  const ids = await idsOf(page)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a row opens its call over the list, and a text its conversation', async ({ page, allo }) => {
  const { data } = await search(allo.url, { type: 'CALL', search: 'prices', sort: 'RELEVANCE', size: 20 })
  const call = data.find(({ summary }) => summary?.toLowerCase().includes('prices'))
  await openCalls(page, '?q=prices')
  await page.locator(`[data-call="${call?.id}"]`).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText(call?.summary ?? '')
  await expect(drawer.locator('mark').first()).toHaveText(/prices/i)
  await expect(page).toHaveURL(new RegExp(`call=${call?.id}`))
  await page.goBack()
  await expect(drawer).toHaveCount(0)
  await expect(page).toHaveURL('/calls?q=prices')

  await openCalls(page, '?type=texts')
  await rows(page).first().getByRole('link').click()
  await expect(page).toHaveURL(/\/contacts\//)
})

test('counted searches lead to what they count, a saved one among them', async ({ page, context, app, allo }) => {
  await forgetViews(context, app.url)
  const unanswered = await search(allo.url, { type: 'ALL', unresponded: true, size: 1 })
  await openCalls(page, '?q=prices')
  await saveView(page, 'About prices')
  const links = page.getByRole('navigation', { name: 'Counted searches' })
  const prices = await search(allo.url, { type: 'CALL', search: 'prices', size: 1 })
  await expect(links.getByRole('link', { name: /^About prices/ })).toHaveText(
    `About prices${prices.pagination.total_count.toLocaleString('en-US')}`,
  )
  await links.getByRole('link', { name: /^Unanswered/ }).click()
  await expect(page).toHaveURL('/calls?type=all&unanswered=1')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    counted(unanswered.pagination.total_count, 'call or text', 'calls and texts'),
  )
  await page.goto('/settings/views')
  await expect(page.getByText('Calls · prices')).toBeVisible()
  await forgetViews(context, app.url)
})

test('the whole result is saved as a file, and saving can be given up', async ({ page, allo }) => {
  const found = await search(allo.url, { type: 'CALL', date: DAY, size: 1 })
  await openCalls(page, `?dates=${DAY.from}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^CSV of all/ }).click(),
  ])
  const [head = '', ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(head).toContain('Start (Europe/Paris),Kind,Direction')
  expect(lines).toHaveLength(found.pagination.total_count)
  expect(lines.every(line => !/,'\+/.test(line))).toBe(true)

  await openCalls(page)
  await page.getByRole('button', { name: /^CSV of the first 50,000/ }).click()
  const running = page.getByRole('button', { name: /^CSV \d+%$/ })
  await expect(running).toBeVisible()
  await running.click()
  await expect(running).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^CSV of the first/ })).toBeVisible()
})

test.describe('reps and viewers', () => {
  test('a rep sees their own calls and cannot ask for a colleague’s', async ({ page, context, app, allo }) => {
    const own = await alloUserOf(PEOPLE.rep, allo)
    await become(context, PEOPLE.rep, app.url)
    const found = await search(allo.url, { type: 'CALL', user_id: own, size: 10 })
    await openCalls(page)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(counted(found.pagination.total_count))
    expect((await idsOf(page)).slice(0, 10)).toEqual(found.data.map(({ id }) => id))
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toHaveCount(0)
    const others = await search(allo.url, { type: 'CALL', date: DAY, size: 100 })
    const colleague = others.data.find(({ user }) => user && user.id !== own)?.user?.id
    expect((await context.request.get(`/api/items?person=${colleague}`)).status()).toBe(403)
  })

  test('a viewer has no list', async ({ page, context, app }) => {
    await become(context, PEOPLE.viewer, app.url)
    const answer = await page.goto('/calls')
    expect(answer?.status()).toBe(403)
  })
})

test('while Allo fails the page says so, and a second attempt brings the rows', async ({ page, allo }) => {
  await allo.breakdown({ match: { operation: 'searchItems' }, kind: 'status', status: 500 })
  await page.goto('/calls?result=transferred')
  const retry = page.getByRole('main').getByRole('button', { name: 'Try again' }).first()
  await expect(retry).toBeVisible({ timeout: 30_000 })
  await allo.mend()
  // A failure is remembered for a moment, so that nobody asks a workspace in trouble again and again: the button waits for it.
  await retry.click()
  await expect(rows(page).first()).toBeVisible()
})

test('a key that may not read conversations: the page says so, and what is missing', async ({ page, another }) => {
  const url = await another({ ALLO_API_KEY: 'ak_sim_no_scopes' })
  await page.goto(`${url}/calls`)
  const note = page.getByRole('region', { name: 'Calls and texts' }).getByRole('note')
  await expect(note).toContainText('CONVERSATIONS_READ')
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})
