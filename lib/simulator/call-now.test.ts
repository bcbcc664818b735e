import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestSimulator } from './testing'

const SUNDAY = '2026-04-19'

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start({ now: `${SUNDAY}T20:30:00Z`, days: 10 })
})
afterAll(() => sim.stop())

const dials = async (day: string) =>
  (await sim.outbound({ date: { from: day, to: day } })).body.data.funnel.dials.count.value

it.each([
  ['on a Sunday evening', `${SUNDAY}T20:30:00Z`, SUNDAY],
  ['in the middle of a busy day', '2026-04-21T09:30:00Z', '2026-04-21'],
])('makes a call that ends now, %s, and leaves every other as it was', async (_, now, day) => {
  sim.simulator.clock.set(Date.parse(now), false)
  const before = await sim.raw(day, day)
  const counted = await dials(day)
  const made: string[] = []
  for (const tags of [['meeting_booked'], []]) {
    const { status, body } = await sim.ask('POST', '/simulator/calls', { user_id: 'usr-k3f9a1', tags })
    expect(status).toBe(200)
    made.push(body.id)
  }
  const after = await sim.raw(day, day)
  expect(after.filter(({ id }) => !made.includes(id))).toEqual(before)
  const facts = { user_id: 'usr-k3f9a1', direction: 'OUTBOUND', outcome: 'connected', talk_seconds: 65 }
  expect(after.filter(({ id }) => made.includes(id))).toMatchObject([
    { ...facts, ended: new Date(now).toISOString(), date: day, tags: [{ name: 'meeting_booked' }] },
    { ...facts, tags: [] },
  ])
  expect(await dials(day)).toBe(counted + 2)
  const found = await sim.search({ tags: ['meeting_booked'], date: { from: day, to: day }, size: 1 })
  expect(found.body.data).toMatchObject([{ id: made[0], user: { id: 'usr-k3f9a1' } }])
})

it('refuses somebody whom the team does not have', async () => {
  expect((await sim.ask('POST', '/simulator/calls', { user_id: 'usr-nobody' })).status).toBe(400)
})

it('sends a delivery that any verifier takes', async () => {
  const seen: { headers: IncomingHttpHeaders; text: string }[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    seen.push({ headers: request.headers, text })
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
  const { body: call } = await sim.ask('POST', '/simulator/calls', { tags: ['qualified'] })
  const delivery = { url: `http://127.0.0.1:${port}/`, secret, topic: 'call.completed', call_id: call.id, id: 'msg_1' }
  const sent = await sim.ask('POST', '/simulator/webhooks', delivery)
  server.close()
  expect(sent.body).toMatchObject({ id: 'msg_1', status: 204 })
  const [{ headers, text } = { headers: {}, text: '' }] = seen
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  expect(new Webhook(secret).verify(text, signed)).toMatchObject({
    topic: 'call.completed',
    version: '2.0',
    data: { id: call.id.replace('-', '_'), type: 'OUTBOUND', tags: ['qualified'], length_in_minutes: 65 / 60 },
  })
})
