import { apiOf } from './allo-api'
import { PEOPLE } from './cast'
import { takenOverBy } from './taken-over'
import { convert, deliver, delivery, listen, pairedTv, searches, WEBHOOK_SECRET } from './webhooks'
import { become } from './workspace-settings'
import { type Allo, expect, test } from './world'

const MINUTES = 60_000
const PATH = '/api/webhooks/allo'

/** A TV that listens, after the first look: what is there already is no news. */
async function begin(url: string, allo: Allo) {
  const before = await searches(allo)
  const heard = await listen(url, await pairedTv(url))
  await expect.poll(() => searches(allo)).toBeGreaterThan(before)
  return heard
}

test('what is signed is taken once; what is not is refused, and says nothing', async ({ another, playwright }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  const allo = await playwright.request.newContext({ baseURL: url })
  const send = async (given: ReturnType<typeof delivery>) => {
    const answer = await allo.post(PATH, given)
    const text = await answer.text()
    return [answer.status(), text === '' ? null : JSON.parse(text).error]
  }
  const good = delivery()
  expect(await send(good)).toEqual([204, null])
  expect(await send(good)).toEqual([200, null])
  // An hour's call with its transcript.
  const long = JSON.stringify({ topic: 'call.completed', data: 'x'.repeat(500_000) })
  expect(await send(delivery({ body: long }))).toEqual([204, null])

  const refused = [401, { code: 'NOT_SIGNED_IN', requestId: expect.any(String) }]
  const { 'webhook-signature': _, ...unsigned } = good.headers
  expect(await send({ ...good, headers: unsigned as typeof good.headers })).toEqual(refused)
  expect(await send(delivery({ key: Buffer.from('another key altogether') }))).toEqual(refused)
  expect(await send(delivery({ at: Date.now() - 6 * MINUTES }))).toEqual(refused)
  expect(await send(delivery({ at: Date.now() + 6 * MINUTES }))).toEqual(refused)
  expect(await send({ ...delivery(), data: Buffer.from('{"topic":"tag.added"}') })).toEqual(refused)

  const unfit = [422, { code: 'INVALID_INPUT', requestId: expect.any(String) }]
  expect(await send(delivery({ body: 'topic=tag.added' }))).toEqual(unfit)
  expect(await send(delivery({ headers: { 'content-type': 'text/plain' } }))).toEqual(unfit)
  expect(await send(delivery({ body: JSON.stringify({ topic: 'tag.added', data: 'x'.repeat(2 ** 20) }) }))).toEqual(
    unfit,
  )

  // A page in somebody's browser is no program of Allo's, signed or not.
  const page = await allo.post(PATH, delivery({ headers: { origin: 'https://elsewhere.example' } }))
  expect(page.status()).toBe(403)
  expect((await allo.get(PATH)).status()).toBe(405)

  const figures = await (await allo.get('/api/metrics')).text()
  expect(figures).toContain('callboard_webhooks_total{topic="tag.added",outcome="taken"} 1')
  expect(figures).toContain('callboard_webhooks_total{topic="tag.added",outcome="repeated"} 1')
  expect(figures).toContain('callboard_webhooks_total{topic="none",outcome="refused"} 5')
  expect(figures).toContain('callboard_webhooks_total{topic="none",outcome="unreadable"} 3')
  await allo.dispose()
})

test('without a secret there is no webhook', async ({ app, allo }) => {
  expect(await deliver(allo, app.url, 'tag.added', 'cll-1')).toBe(404)
})

test('a TV celebrates a new conversion when Allo tells of it, and takes it back', async ({ another, allo }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  const { moments, end } = await begin(url, allo)
  const id = await convert(allo)
  expect(await deliver(allo, url, 'call.completed', id)).toBe(204)
  await expect.poll(() => moments).toMatchObject([{ callId: id, html: expect.stringContaining('Inès Caron') }])

  const headers = { authorization: 'Api-Key ak_sim_callboard' }
  const tag = `${allo.url}/v2/api/conversations/items/${id}/tags/meeting_booked`
  expect((await fetch(tag, { method: 'DELETE', headers })).status).toBe(200)
  expect(await deliver(allo, url, 'tag.removed', id)).toBe(204)
  await expect.poll(() => moments.slice(1)).toMatchObject([{ callId: id, html: null }])
  end()
})

test('who does not want to be celebrated is not', async ({ another, allo, page, context }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  await become(context, PEOPLE.rep, url)
  await page.goto(`${url}/settings/account`)
  const choice = page.getByRole('checkbox', { name: 'My conversions are celebrated on the screens' })
  await takenOverBy(choice)
  await choice.click()
  await expect(page.getByRole('status').filter({ hasText: 'Your choice is saved.' })).toBeVisible()
  await expect(choice).not.toBeChecked()
  await page.reload()
  await expect(choice).not.toBeChecked()

  const { moments, end } = await begin(url, allo)
  const other = (await apiOf(allo).users()).find(({ email }) => email !== PEOPLE.rep)
  await convert(allo)
  const celebrated = await convert(allo, other?.id)
  expect(await deliver(allo, url, 'tag.added', celebrated)).toBe(204)
  await expect.poll(() => moments.map(({ callId }) => callId)).toEqual([celebrated])
  end()
})

test('a delivery is answered while Allo hangs, and acted on when it does no more', async ({ another, allo }) => {
  const url = await another({ CALLBOARD_WEBHOOK_SECRET: WEBHOOK_SECRET })
  const { moments, end } = await begin(url, allo)
  await allo.breakdown({ match: { operation: 'searchItems' }, kind: 'latency', milliseconds: 5000 })
  const before = await searches(allo)
  const id = await convert(allo)
  expect(await deliver(allo, url, 'tag.added', id)).toBe(204)
  expect(await deliver(allo, url, 'tag.added', id)).toBe(204)
  // Nothing that was asked since then has been answered yet.
  expect(await searches(allo)).toBe(before)
  await expect.poll(() => moments, { timeout: 20_000 }).toMatchObject([{ callId: id }])
  end()
})
