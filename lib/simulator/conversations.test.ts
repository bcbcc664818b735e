import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestSimulator } from './testing'

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start()
})
afterAll(() => sim.stop())

const LINE = encodeURIComponent('+33199000142')
const list = async (query = '') =>
  (await sim.ask('GET', `/v2/api/conversations?allo_number=${LINE}&size=100${query}`)).body

test('most recent first, one for each number; since and unread narrow them', async () => {
  const { data, pagination } = await list()
  const times = data.map((entry: { last_activity: string }) => entry.last_activity)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(new Set(data.map((entry: { contact_number: string }) => entry.contact_number)).size).toBe(100)
  const since = await list(`&last_activity_since=${times[10]}`)
  expect(since.pagination.total_count).toBe(10)
  expect(
    (await list('&unread=true')).pagination.total_count + (await list('&unread=false')).pagination.total_count,
  ).toBe(pagination.total_count)
})

test('reading and archiving, on one line', async () => {
  const { data, pagination } = await list('&unread=true')
  const number = encodeURIComponent(data[0].contact_number)
  const act = (action: string) =>
    sim.ask('PUT', `/v2/api/conversations/${number}/action`, { action, allo_number: '+33199000142' })
  expect((await act('READ')).status).toBe(200)
  expect((await list('&unread=true')).pagination.total_count).toBe(pagination.total_count - 1)
  const all = (await list()).pagination.total_count
  await act('ARCHIVE')
  expect((await list()).pagination.total_count).toBe(all - 1)
  await act('UNARCHIVE')
  expect((await list()).pagination.total_count).toBe(all)
})

test('a text that was sent is the last item', async () => {
  const to = '+12025550100'
  const body = { from: '+12125550104', to, message: 'See you on Thursday' }
  const sent = await sim.ask('POST', '/v1/api/sms', body)
  expect(sent.body.data).toMatchObject({
    from_number: '+12125550104',
    sender_id: null,
    to_number: to,
    start_date: '2026-04-21T18:30:00',
  })
  const { data } = (await sim.search({ contact_number: to, type: 'SMS', size: 1 })).body
  expect(data[0]).toMatchObject({ content: 'See you on Thursday', direction: 'OUTBOUND', duration: null, tags: null })
})
