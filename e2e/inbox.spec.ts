import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { apiOf, type Conversation } from './allo-api'
import { type Allo, enter, expect, test } from './world'

test.use({ own: 'inbox' })

const US = '+12125550104'
const list = (page: Page) => page.getByRole('region', { name: /^(Unread|All)$/ })
const rows = (page: Page) => list(page).getByRole('link')
const pane = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true })
const lineLink = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Lines' })
    .getByRole('link', { name: new RegExp(`^${name} (\\d+|nothing) unread`) })

/** What the address says of a conversation. */
const searchOf = (line: string, number: string) =>
  `?line=${encodeURIComponent(line)}&with=${encodeURIComponent(number)}`

async function unreadOn(allo: Allo, line: string): Promise<Conversation[]> {
  const unread = await apiOf(allo).conversations(line, true)
  expect(unread.length).toBeGreaterThan(2)
  return unread
}

test('unread conversations of every line, counted, latest first', async ({ page, allo }) => {
  const api = apiOf(allo)
  const lines = await api.lines()
  const unread = await Promise.all(lines.map(({ number }) => api.conversations(number, true)))
  await page.goto('/inbox')
  const total = unread.flat().length
  await expect(lineLink(page, 'All lines')).toContainText(`${total} unread`)
  for (const [place, { name }] of lines.entries()) {
    await expect(lineLink(page, name)).toContainText(`${unread[place]?.length || 'nothing'} unread`)
  }
  const times = unread.flat().map(each => Date.parse(each.last_activity))
  const expected = times.toSorted((one, other) => other - one)
  const shown = await list(page)
    .locator('time')
    .evaluateAll(each => each.map(time => Date.parse(time.getAttribute('datetime') ?? '')))
  expect(shown).toEqual(expected)

  await lineLink(page, 'Sales US West').click()
  await expect(page).toHaveURL('/inbox?line=%2B16285550187')
  const west = lines.findIndex(({ name }) => name === 'Sales US West')
  await expect(rows(page)).toHaveCount(unread[west]?.length ?? 0)
})

test('read after review, and taken back', async ({ page, allo }) => {
  const before = await unreadOn(allo, US)
  const number = before[0]?.contact_number ?? ''
  const items = await apiOf(allo).items(number)
  await page.goto(`/inbox?line=${encodeURIComponent(US)}`)
  await rows(page).first().click()
  await expect(page).toHaveURL(`/inbox${searchOf(US, number)}`)
  await expect(pane(page).locator('time').first()).toHaveAttribute(
    'datetime',
    new Date(items[0]?.date ?? '').toISOString(),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await pane(page).getByRole('button', { name: 'Mark as read' }).click()
  await expect(rows(page)).toHaveCount(before.length - 1)
  await expect(lineLink(page, 'Sales US')).toContainText(`${before.length - 1} unread`)
  await expect.poll(async () => (await apiOf(allo).conversations(US, true)).length).toBe(before.length - 1)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(before.length)
  expect((await apiOf(allo).conversations(US, true)).map(each => each.contact_number)).toContain(number)
})

test('archived by a key: the next one opens; undo brings it back unread', async ({ page, allo }) => {
  const before = await unreadOn(allo, US)
  const [first, second] = before.map(each => each.contact_number)
  await page.goto(`/inbox${searchOf(US, first ?? '')}`)
  await expect(rows(page)).toHaveCount(before.length)
  await page.keyboard.press('e')
  await expect(page).toHaveURL(`/inbox${searchOf(US, second ?? '')}`)
  await expect(rows(page)).toHaveCount(before.length - 1)
  const numbers = async () => (await apiOf(allo).conversations(US, false)).map(each => each.contact_number)
  await expect.poll(numbers).not.toContain(first)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(before.length)
  await expect.poll(numbers).toContain(first)
  expect((await apiOf(allo).conversations(US, true)).map(each => each.contact_number)).toContain(first)
})

test('J and K move; what Allo refuses comes back and is said', async ({ page, allo }) => {
  const before = await unreadOn(allo, US)
  const [first, second] = before.map(each => each.contact_number)
  await page.goto(`/inbox?line=${encodeURIComponent(US)}`)
  await expect(rows(page)).toHaveCount(before.length)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(`/inbox${searchOf(US, first ?? '')}`)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(`/inbox${searchOf(US, second ?? '')}`)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(`/inbox${searchOf(US, first ?? '')}`)

  await allo.breakdown({ match: { operation: 'executeAction' }, kind: 'status', status: 500 })
  await page.keyboard.press('r')
  await expect(page.getByText('This did not work. Try again in a moment.')).toBeVisible()
  await expect(rows(page)).toHaveCount(before.length)
  expect(await apiOf(allo).conversations(US, true)).toHaveLength(before.length)
})

test.describe('a text', () => {
  const box = (page: Page) => pane(page).getByRole('textbox', { name: 'Message' })
  const send = (page: Page) => pane(page).getByRole('button', { name: 'Send', exact: true })
  const sentTo = async (allo: Allo, number: string, message: string) =>
    (await apiOf(allo).items(number, { type: 'SMS' })).filter(item => item.content === message).length

  test('goes from the American line, once, and stands in the timeline', async ({ page, allo }) => {
    const number = (await unreadOn(allo, US))[1]?.contact_number ?? ''
    await page.goto(`/inbox${searchOf(US, number)}`)
    await expect(pane(page)).toContainText('Sent within the United States and Canada from this number.')
    await expect(send(page)).toBeDisabled()
    await box(page).fill('We can meet on Thursday [at ten].')
    await expect(pane(page)).toContainText('33 of 1,000 characters · 1 text')
    await send(page).dblclick()
    await expect(page.getByText('Text sent')).toBeVisible()
    await expect(box(page)).toHaveValue('')
    await expect(pane(page).getByRole('list').getByText('We can meet on Thursday [at ten].')).toBeVisible()
    expect(await sentTo(allo, number, 'We can meet on Thursday [at ten].')).toBe(1)
  })

  test('whose answer was lost is kept across a reload and does not go twice', async ({ page, allo }) => {
    const number = (await unreadOn(allo, US))[0]?.contact_number ?? ''
    await page.goto(`/inbox${searchOf(US, number)}`)
    await allo.breakdown({ match: { operation: 'sendSms' }, kind: 'truncated', times: 1 })
    await box(page).fill('Are you there?')
    await send(page).click()
    await expect(pane(page).getByRole('alert')).toContainText('the text may have been sent')
    expect(await sentTo(allo, number, 'Are you there?')).toBe(1)
    await page.reload()
    await expect(box(page)).toHaveValue('Are you there?')
    await expect(pane(page).getByRole('alert')).toContainText('it will not go twice')
    await send(page).click()
    await expect(page.getByText('Text sent')).toBeVisible()
    expect(await sentTo(allo, number, 'Are you there?')).toBe(1)
  })

  test('that was begun is not for whoever signs in next in the same tab', async ({ page, allo, app }) => {
    const number = (await unreadOn(allo, US))[0]?.contact_number ?? ''
    await page.goto(`/inbox${searchOf(US, number)}`)
    await box(page).fill('Between the two of us')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    expect(await enter(page.context(), app.url)).toBe(true)
    await page.goto(`/inbox${searchOf(US, number)}`)
    await expect(box(page)).toHaveValue('')
  })

  test('of 1,001 characters, and with rare letters', async ({ page, allo }) => {
    const number = (await unreadOn(allo, US))[0]?.contact_number ?? ''
    await page.goto(`/inbox${searchOf(US, number)}`)
    await box(page).fill('x'.repeat(1001))
    await expect(pane(page)).toContainText('1 character too many: Allo takes at most 1,000')
    await expect(send(page)).toBeDisabled()
    await box(page).fill(`${'x'.repeat(70)}ê`)
    await expect(pane(page)).toContainText('71 of 1,000 characters · 2 texts · a rare letter')
    await expect(send(page)).toBeEnabled()
    await box(page).fill('')
  })

  test('to France goes under the sender ID; a landline refuses it and the words stay', async ({ page, allo }) => {
    const api = apiOf(allo)
    const known = await api.conversations('+33199000110', false)
    const mobile = known.find(each => each.contact_number.startsWith('+336'))?.contact_number ?? ''
    const landline = known.find(each => each.contact_number.startsWith('+331'))?.contact_number ?? ''
    await page.goto(`/inbox${searchOf('+33199000110', mobile)}`)
    await expect(pane(page)).toContainText('It goes out as NORTHLINE: nobody can answer it.')
    await box(page).fill('À jeudi !')
    await send(page).click()
    await expect(page.getByText('Text sent')).toBeVisible()
    expect(await sentTo(allo, mobile, 'À jeudi !')).toBe(1)

    await page.goto(`/inbox${searchOf('+33199000110', landline)}`)
    await expect(pane(page)).toContainText('This looks like a landline')
    await box(page).fill('À vendredi !')
    await send(page).click()
    await expect(pane(page).getByRole('alert')).toContainText('Not sent: this is a landline')
    await expect(box(page)).toHaveValue('À vendredi !')
    expect(await sentTo(allo, landline, 'À vendredi !')).toBe(0)
  })
})
