import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestSimulator } from './testing'

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start()
})
afterAll(() => sim.stop())

const ITEMS = '/v2/api/conversations/items'
const date = { from: '2026-04-20', to: '2026-04-20' }

async function conversationIds(): Promise<string[]> {
  const { data } = (await sim.outbound({ date, extend: 'items', stage: 'CONVERSATION', size: 100 })).body
  return data.items.data.map((row: { id: string }) => row.id)
}

test('paging meets every call once, and has_more tells the end', async () => {
  const seen = new Set<string>()
  let page = 1
  for (;;) {
    const { items } = (await sim.outbound({ date, extend: 'items', stage: 'DIAL', page, size: 33 })).body.data
    for (const row of items.data) seen.add(row.id)
    if (!items.pagination.has_more) {
      expect(page).toBe(items.pagination.total_pages)
      expect(seen.size).toBe(items.pagination.total_count)
      break
    }
    page++
  }
  const beyond = (await sim.outbound({ date, extend: 'items', stage: 'DIAL', page: page + 1, size: 33 })).body.data
    .items
  expect(beyond).toMatchObject({ data: [], pagination: { page: page + 1, has_more: false } })
})

test('a batch leaves unknown ids out; an item is the same alone and in a batch', async () => {
  const ids = await conversationIds()
  const { data } = (
    await sim.ask('POST', `${ITEMS}/batch`, { ids: [...ids.slice(0, 10), 'cll-unknown', 'msg-unknown'] })
  ).body
  expect(data.map((item: { id: string }) => item.id).toSorted()).toEqual(ids.slice(0, 10).toSorted())
  expect(data.map((item: { id: string }) => item.id)).not.toEqual(ids.slice(0, 10))
  expect((await sim.ask('GET', `${ITEMS}/${data[0].id}`)).body.data).toEqual(data[0])
  expect(data[0].transcript).toBeNull()
})

test('a transcript fits into the call and takes turns', async () => {
  for (const id of await conversationIds()) {
    const { data } = (await sim.ask('GET', `${ITEMS}/${id}?extend=transcript`)).body
    const begin = Date.parse(data.date)
    expect(data.summary.length).toBeGreaterThan(10)
    expect(new Set(data.transcript.map((turn: { source: string }) => turn.source))).toEqual(
      new Set(['USER', 'EXTERNAL']),
    )
    for (const { time, text } of data.transcript) {
      expect(Date.parse(time)).toBeGreaterThanOrEqual(begin)
      expect(Date.parse(time)).toBeLessThan(begin + (data.duration + 60) * 1000)
      expect(text).not.toMatch(/[{}]|undefined/)
    }
  }
})

describe('search', () => {
  test('all terms, as beginnings of words, in summary, transcript or text; accents do not matter', async () => {
    const answer = (
      await sim.search({
        search: 'portab transferer',
        size: 50,
        extend: 'transcript',
        date: { from: '2026-04-01', to: '2026-04-21' },
      })
    ).body
    expect(answer.data.length).toBeGreaterThan(5)
    for (const item of answer.data) {
      const spoken = (item.transcript ?? []).map((turn: { text: string }) => turn.text)
      const text = [item.summary, item.content, ...spoken]
        .join(' ')
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
      expect(text).toMatch(/(?<!\p{L})portab/u)
      expect(text).toMatch(/(?<!\p{L})transferer/u)
    }
  })

  test('RELEVANCE puts the best first, and total_count does not depend on the order', async () => {
    const body = { search: 'devis', type: 'CALL', size: 50, extend: 'transcript' }
    const [byDate, best] = await Promise.all([sim.search(body), sim.search({ ...body, sort: 'RELEVANCE' })])
    expect(best.body.pagination.total_count).toBe(byDate.body.pagination.total_count)
    const matches = (text: string) => Number(/(?<!\p{L})devis/u.test(text.toLowerCase()))
    const scores = best.body.data.map(
      (item: { summary: string; transcript: { text: string }[] }) =>
        4 * matches(item.summary) + item.transcript.reduce((sum, turn) => sum + matches(turn.text), 0),
    )
    expect(scores[0]).toBeGreaterThan(scores.at(-1))
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
  })

  test('filters count what the raw calls hold', async () => {
    const calls = await sim.raw(date.from, date.to)
    const total = async (body: object) => (await sim.search({ date, size: 1, ...body })).body.pagination.total_count
    expect(await total({ type: 'CALL' })).toBe(calls.length)
    expect(await total({ type: 'CALL', direction: 'INBOUND', result: 'VOICEMAIL' })).toBe(
      calls.filter(call => call.direction === 'INBOUND' && call.outcome === 'voicemail').length,
    )
    expect(await total({ tags: ['meeting_booked', 'qualified'] })).toBe(
      calls.filter(call => call.tags.some(({ name }) => ['meeting_booked', 'qualified'].includes(name))).length,
    )
    expect(await total({ type: 'ALL' })).toBe((await total({ type: 'CALL' })) + (await total({ type: 'SMS' })))
    expect(await total({ user_id: 'usr-nobody' })).toBe(0)
    const unread = await total({ unread: true, date: undefined })
    expect(unread).toBeGreaterThan(0)
    expect(unread).toBeLessThan(200)
  })

  test('oldest and newest first are each other’s reverse', async () => {
    const ids = async (sort: string, page: number) =>
      (await sim.search({ date, sort, size: 100, page })).body.data.map((item: { id: string }) => item.id)
    const newest = [
      ...(await ids('DATE_DESC', 1)),
      ...(await ids('DATE_DESC', 2)),
      ...(await ids('DATE_DESC', 3)),
      ...(await ids('DATE_DESC', 4)),
      ...(await ids('DATE_DESC', 5)),
    ]
    expect((await ids('DATE_ASC', 1)).slice(0, 20)).toEqual(newest.toReversed().slice(0, 20))
  })
})

describe('tags', () => {
  test('put on, refused when there, taken off, gone; and counted at once', async () => {
    const ids = (await sim.outbound({ date, extend: 'items', stage: 'DIAL', size: 100 })).body.data.items.data
    const target = ids.find((row: { stage: string }) => row.stage === 'DIAL').id
    const count = async () =>
      (await sim.outbound({ date, tags: ['meeting_booked'] })).body.data.funnel.conversions.count.value
    const before = await count()
    const add = () => sim.ask('POST', `${ITEMS}/${target}/tags`, { tags: ['meeting_booked'] })
    expect((await add()).status).toBe(200)
    expect(await count()).toBe(before + 1)
    const again = await add()
    expect([again.status, again.body.error.code]).toEqual([409, 'TAG_ALREADY_EXISTS'])
    const remove = () => sim.ask('DELETE', `${ITEMS}/${target}/tags/meeting_booked`)
    expect((await remove()).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await remove()).body.error.code).toBe('TAG_NOT_FOUND')
    expect((await sim.ask('POST', `${ITEMS}/${target}/tags`, { tags: [] })).body.error.code).toBe('TAGS_REQUIRED')
  })

  test('a repeated Idempotency-Key replays the answer, and is refused elsewhere', async () => {
    const [one, two] = await conversationIds()
    const headers = { 'idempotency-key': 'b7e1' }
    const send = (id = '') => sim.ask('POST', `${ITEMS}/${id}/tags`, { tags: ['wrong_number'] }, headers)
    expect((await send(one)).headers.get('idempotency-replayed')).toBeNull()
    const again = await send(one)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    const elsewhere = await send(two)
    expect([elsewhere.status, elsewhere.body.error.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSE'])
  })
})
