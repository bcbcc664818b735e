import { addDays, written } from './dates'
import { expect, test } from './fixtures'
import { drawer, openOutbound } from './outbound'
import { fetchNames } from './simulator'
import { callsOf, reached, today } from './truth'

type Page = Parameters<typeof openOutbound>[0]

/** A good long conversation of last week, and the address of the list that it is in. */
async function fetchConversation() {
  const to = addDays(await today(), -3)
  const days = { from: addDays(to, -6), to }
  const conversations = (await callsOf(days)).filter(call => reached(call, 'conversations'))
  const call = conversations.find(
    ({ talk_seconds, user_id, tags }) => talk_seconds > 120 && user_id !== null && tags.length > 0,
  )
  if (!call) throw new Error('there is no long conversation')
  return { call, search: `?period=${written(days)}&stage=conversations` }
}

function audioOf(page: Page) {
  return drawer(page).getByRole('group', { name: 'Recording' }).locator('audio')
}

test('a call tells its facts, its summary, its tags and every word', async ({ page }) => {
  const { call, search } = await fetchConversation()
  const names = await fetchNames()
  await openOutbound(page, `${search}&call=${call.id}`)
  const box = drawer(page)
  const fact = (name: string) => box.getByRole('definition').nth(FACTS.indexOf(name))
  const FACTS = ['Date', 'Duration', 'Called by', 'Direction', 'Result', 'Line']
  await expect(box.getByRole('term')).toHaveText(FACTS)
  await expect(fact('Called by')).toHaveText(names.get(call.user_id ?? '') ?? '')
  await expect(fact('Direction')).toHaveText('Outgoing')
  await expect(fact('Result')).toHaveText('Answered')
  const minutes = Math.floor(call.talk_seconds / 60)
  await expect(fact('Duration')).toHaveText(new RegExp(`^${minutes}\\sm\\s`))
  const at = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeStyle: 'short' })
  await expect(fact('Date')).toContainText(at.format(new Date(call.start)))

  await expect(box.getByRole('heading', { name: 'Summary' })).toBeVisible()
  await expect(box.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveCount(call.tags.length)
  const lines = box.getByRole('button', { name: /./ }).and(box.locator('ol button'))
  await expect(lines.first()).toBeVisible()
  expect(await lines.count()).toBeGreaterThan(5)
  await expect(box.getByText('Allo has no')).toHaveCount(0)
})

test('the recording comes through our server in ranges, plays and can be sought', async ({ page }) => {
  const { call, search } = await fetchConversation()
  await openOutbound(page, `${search}&call=${call.id}`)
  const answered = page.waitForResponse(`**/api/calls/${call.id}/recording`)
  await drawer(page).getByRole('button', { name: 'Play (K)' }).click()
  const response = await answered
  expect(response.status()).toBe(206)
  expect(await response.headerValue('content-type')).toBe('audio/wav')

  const audio = audioOf(page)
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(0)
  expect(await audio.evaluate((element: HTMLAudioElement) => element.readyState)).toBeGreaterThanOrEqual(3)
  expect(await audio.evaluate((element: HTMLAudioElement) => Math.round(element.duration))).toBe(call.talk_seconds)

  const position = drawer(page).getByRole('slider', { name: 'Position' })
  await position.fill('60')
  await expect
    .poll(() => audio.evaluate(({ currentTime, seeking }: HTMLAudioElement) => !seeking && Math.floor(currentTime)))
    .toBeGreaterThanOrEqual(60)
  await drawer(page).getByRole('button', { name: 'Pause (K)' }).click()
  await expect(drawer(page).getByRole('button', { name: 'Play (K)' })).toBeVisible()
  expect(await audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeLessThan(90)
})

test('a line of the transcript plays from there', async ({ page }) => {
  const { call, search } = await fetchConversation()
  await openOutbound(page, `${search}&call=${call.id}`)
  const line = drawer(page).getByRole('listitem').filter({ hasText: /^\d/ }).getByRole('button').nth(4)
  const [, minutes = '', seconds = ''] = /(\d+):(\d\d)$/.exec((await line.getAttribute('title')) ?? '') ?? []
  const at = Number(minutes) * 60 + Number(seconds)
  expect(at).toBeGreaterThan(0)
  await line.click()
  await expect
    .poll(() => audioOf(page).evaluate(({ currentTime, paused }: HTMLAudioElement) => !paused && currentTime))
    .toBeGreaterThanOrEqual(at)
  await expect(line).toHaveAttribute('aria-current', 'true')
})

test('a range of the recording is what was asked for, and nobody gets it without signing in', async ({
  page,
  request,
  baseURL,
  playwright,
}) => {
  const { call } = await fetchConversation()
  const path = `/api/calls/${call.id}/recording`
  const part = await request.get(path, { headers: { Range: 'bytes=0-99' } })
  expect(part.status()).toBe(206)
  expect(part.headers()['content-range']).toMatch(/^bytes 0-99\/\d+$/)
  const body = await part.body()
  expect(body).toHaveLength(100)
  expect(body.subarray(0, 4).toString()).toBe('RIFF')
  const beyond = await request.get(path, { headers: { Range: 'bytes=999999999-' } })
  expect(beyond.status()).toBe(416)

  const stranger = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } })
  expect((await stranger.get(path)).status()).toBe(401)
  await stranger.dispose()
  expect(page.url()).toBe('about:blank')
})

test('neither the key nor Allo’s address reaches the browser', async ({ page }) => {
  const { call, search } = await fetchConversation()
  const texts: Promise<string>[] = []
  page.on('response', response => {
    if (/audio|font|image/.test(response.headers()['content-type'] ?? '')) return
    texts.push(
      response.text().then(
        text => `${response.url()} ${JSON.stringify(response.headers())} ${text}`,
        () => response.url(),
      ),
    )
  })
  await openOutbound(page, `${search}&call=${call.id}`)
  await expect(drawer(page).getByRole('heading', { name: 'Transcript' })).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Play (K)' }).click()
  await expect(drawer(page).getByRole('button', { name: 'Pause (K)' })).toBeVisible()
  const everything = (await Promise.all(texts)).join('\n')
  expect(everything).toContain(`/api/calls/${call.id}`)
  expect(everything).not.toContain('ak_sim_callboard')
  expect(everything).not.toContain(`:${process.env.E2E_SIMULATOR_PORT}`)
  expect(everything).not.toContain('Api-Key')
})

test('from call to call, and back to the row one came from', async ({ page }) => {
  const { search } = await fetchConversation()
  await openOutbound(page, search)
  const box = drawer(page)
  const rows = box.getByRole('list', { name: 'Calls', exact: true }).getByRole('link')
  await expect(rows).toHaveCount(20)
  const ids = await rows.evaluateAll(links => links.map(link => link.dataset.call ?? ''))
  await rows.nth(2).click()
  await expect(page).toHaveURL(`/outbound${search}&call=${ids[2]}`)
  await expect(box.getByRole('heading', { name: 'Summary' })).toBeVisible()
  await box.getByRole('link', { name: /^Next call: / }).click()
  await expect(page).toHaveURL(`/outbound${search}&call=${ids[3]}`)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(`/outbound${search}&call=${ids[2]}`)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(`/outbound${search}&call=${ids[1]}`)
  await box.getByRole('link', { name: 'Conversations' }).click()
  await expect(page).toHaveURL(`/outbound${search}`)
  await expect(rows.nth(1)).toBeFocused()
})
