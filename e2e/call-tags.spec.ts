import type { Page } from '@playwright/test'
import { PEOPLE, person } from './cast'
import { daysAgo } from './checks'
import { takenOverBy } from './taken-over'
import { become } from './workspace-settings'
import { type Allo, expect, test } from './world'

test.use({ own: 'call-tags' })

/** The tags that the workspace itself says a call bears. */
async function tagsIn(allo: Allo, id: string): Promise<string[]> {
  const day = daysAgo(9)
  const answer = await fetch(`${allo.url}/simulator/calls?from=${day}&to=${daysAgo(2)}`)
  const { calls }: { calls: { id: string; tags: { name: string }[] }[] } = await answer.json()
  return calls.find(call => call.id === id)?.tags.map(tag => tag.name) ?? []
}

/** Calls somebody had a good talk in, and that bear no tag. */
async function untagged(allo: Allo): Promise<string[]> {
  const answer = await fetch(`${allo.url}/simulator/calls?from=${daysAgo(8)}&to=${daysAgo(3)}`)
  const { calls }: { calls: { id: string; talk_seconds: number; outcome: string; tags: unknown[] }[] } =
    await answer.json()
  return calls
    .filter(call => call.outcome === 'connected' && call.talk_seconds > 60 && call.tags.length === 0)
    .map(call => call.id)
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/calls/${id}`)
  await takenOverBy(page.getByRole('button', { name: 'Add a tag' }))
}

/** The speeds of the player are options as well. */
const options = (page: Page) => page.getByRole('listbox', { name: 'Tags of the workspace' }).getByRole('option')
const shown = (page: Page) => page.getByRole('list', { name: 'Tags' }).getByRole('listitem')

test('a tag goes on by keyboard, comes off by its cross, and is back with undo', async ({ page, allo }) => {
  const [id = ''] = await untagged(allo)
  await open(page, id)
  await page.getByRole('button', { name: 'Add a tag' }).press('Enter')
  const field = page.getByRole('combobox', { name: 'Tag to add' })
  await expect(field).toBeFocused()
  await expect(options(page)).toHaveCount(7)
  await field.fill('book')
  await expect(options(page)).toHaveText(/meeting_booked/)
  await field.press('Enter')
  await expect(shown(page)).toHaveText(['meeting_booked'])
  await expect(page.getByRole('button', { name: 'Add a tag' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'meeting_booked added.' })).toBeVisible()
  await expect.poll(() => tagsIn(allo, id)).toEqual(['meeting_booked'])

  // A second, by arrows; Escape closes the list and nothing else.
  await page.keyboard.press('Enter')
  await expect(options(page)).toHaveCount(6)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a tag' })).toBeFocused()
  await page.keyboard.press('Enter')
  const second = await options(page).nth(1).textContent()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(shown(page)).toHaveText(['meeting_booked', second ?? ''])
  await expect.poll(async () => (await tagsIn(allo, id)).length).toBe(2)

  await page.getByRole('button', { name: `Remove ${second}` }).click()
  await expect(shown(page)).toHaveText(['meeting_booked'])
  await expect.poll(() => tagsIn(allo, id)).toEqual(['meeting_booked'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown(page)).toHaveText(['meeting_booked', second ?? ''])
  await expect.poll(async () => (await tagsIn(allo, id)).length).toBe(2)

  await page.reload()
  await expect(shown(page)).toHaveCount(2)
})

test('what Allo refuses is taken back and said; a tag that is there already is quiet', async ({ page, allo }) => {
  const [, id = ''] = await untagged(allo)
  await open(page, id)
  await allo.breakdown({ match: { operation: 'addTags' }, kind: 'status', status: 400 })
  await page.getByRole('button', { name: 'Add a tag' }).click()
  await options(page)
    .filter({ hasText: /^qualified/ })
    .click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('qualified was not added:')
  await expect(shown(page)).toHaveCount(0)
  await allo.mend()

  const headers = { authorization: 'Api-Key ak_sim_callboard', 'content-type': 'application/json' }
  const path = `${allo.url}/v2/api/conversations/items/${id}/tags`
  const put = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ tags: ['qualified'] }) })
  expect(put.status).toBe(200)
  await page.getByRole('button', { name: 'Add a tag' }).click()
  await options(page)
    .filter({ hasText: /^qualified/ })
    .click()
  await expect(shown(page)).toHaveText(['qualified'])
  await expect(page.getByRole('status').filter({ hasText: 'qualified added.' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  // And one that somebody else took off meanwhile.
  expect((await fetch(`${path}/qualified`, { method: 'DELETE', headers })).status).toBe(200)
  await page.getByRole('button', { name: 'Remove qualified' }).click()
  await expect(shown(page)).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'qualified removed.' })).toBeVisible()
})

test('a tag that Allo does not have is refused with its field', async ({ app, allo }) => {
  const [, , id = ''] = await untagged(allo)
  const maya = await person('manager', app.url)
  const path = `/api/calls/${id}/tags`
  const answer = await maya.client.post(path, { headers: maya.headers, data: { tag: 'vanished' } })
  expect(answer.status()).toBe(422)
  expect((await answer.json()).error).toMatchObject({ code: 'INVALID_INPUT', fields: { tag: 'invalid' } })
  const gone = await maya.client.delete(`${path}/${encodeURIComponent('à 100 %/x')}`, { headers: maya.headers })
  expect(gone.status()).toBe(204)
})

test('a key that may not tag: the tags are read, and it is said why they cannot be changed', async ({
  page,
  allo,
  another,
}) => {
  const [, , , , id = ''] = await untagged(allo)
  const url = await another({ ALLO_API_KEY: 'ak_sim_analytics_only' })
  await page.goto(`${url}/calls/${id}`)
  await expect(page.getByRole('heading', { name: 'Summary' })).toBeVisible()
  await expect(page.getByRole('note').filter({ hasText: 'TAGS_WRITE' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a tag' })).toHaveCount(0)
})

test('reps and viewers change no tags, and see nothing to change them with', async ({ app, allo, page, context }) => {
  const [, , , id = ''] = await untagged(allo)
  for (const role of ['rep', 'viewer'] as const) {
    const somebody = await person(role, app.url)
    const { headers } = somebody
    const path = `/api/calls/${id}/tags`
    expect((await somebody.client.post(path, { headers, data: { tag: 'qualified' } })).status()).toBe(403)
    expect((await somebody.client.delete(`${path}/qualified`, { headers })).status()).toBe(403)
  }
  expect(await tagsIn(allo, id)).toEqual([])
  await become(context, PEOPLE.viewer, app.url)
  expect((await page.goto(`/calls/${id}`))?.status()).toBe(403)
})
