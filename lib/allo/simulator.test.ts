import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { type AlloClient, createAlloClient } from './client'
import type { AttemptEvent } from './connection'
import { rejection } from './test-server'

const DATE = { from: '2026-03-25', to: '2026-04-21' }

let simulator: Simulator
let allo: AlloClient
let events: AttemptEvent[]

function clientWith(apiKey: string): AlloClient {
  return createAlloClient({
    apiKey,
    baseUrl: simulator.url,
    timeoutMs: 3000,
    random: () => 0,
    sleep: async () => {},
    log: event => events.push(event),
  })
}

beforeAll(async () => {
  simulator = await startSimulator({ now: '2026-04-22T12:00:00Z', calls: 20_000, enforceLimits: false })
})
afterAll(() => simulator.stop())
beforeEach(() => {
  events = []
  simulator.faults.clear()
  allo = clientWith('ak_sim_callboard')
})

/** The connected outbound calls of the period, longest first. */
async function connected() {
  const { items } = await allo.outbound({ date: DATE, extend: 'items', stage: 'CONVERSATION', size: 100 })
  if (!items) throw new Error('no items')
  return items
}

describe('every operation against the simulator', () => {
  test('me, people, lines and tags', async () => {
    const me = await allo.me()
    expect(me.scopes).toContain('CONVERSATIONS_READ')
    expect(me.rateLimits).toEqual({ readPerSecond: 20, writePerSecond: 5 })
    const [active, blocked] = [await allo.users(), await allo.users({ status: 'BLOCKED' })]
    expect(active.length + blocked.length).toBe(12)
    expect(blocked.map(user => user.status)).toEqual(['BLOCKED'])
    const [first] = active
    expect(await allo.user(first?.id ?? '')).toEqual(first)
    const lines = await allo.numbers()
    expect(lines.filter(line => line.number !== null)).toHaveLength(4)
    expect((await allo.tags()).length).toBeGreaterThan(0)
  })

  test('outbound: funnel, series, heatmap and leaderboard agree, and the list nests', async () => {
    const answer = await allo.outbound({ date: DATE, tags: ['meeting_booked'], granularity: 'WEEK' })
    const { funnel, timeSeries, heatmap, leaderboard } = answer
    const sum = (rows: { value: number }[]) => rows.reduce((total, row) => total + row.value, 0)
    expect(answer.date).toEqual(DATE)
    expect(funnel.dials.count.value).toBeGreaterThan(100)
    expect(sum(timeSeries.dials)).toBe(funnel.dials.count.value)
    expect(sum(heatmap.dials)).toBe(funnel.dials.count.value)
    expect(sum(heatmap.connected)).toBe(funnel.connected.count.value)
    expect(leaderboard.reduce((total, row) => total + row.connected, 0)).toBe(funnel.connected.count.value)
    expect(heatmap.connectionRate.every(cell => cell.value >= 0 && cell.value <= 1)).toBe(true)
    expect(answer.items).toBeNull()
    const { rows, pagination } = await connected()
    expect(pagination.totalCount).toBe(funnel.conversations.count.value)
    expect(rows).toHaveLength(Math.min(100, pagination.totalCount))
  })

  test('outbound for one day, and compared', async () => {
    const day = { from: '2026-04-21', to: '2026-04-21' }
    const { date, compareDate, funnel } = await allo.outbound({
      date: day,
      compare_date: { from: '2026-04-14', to: '2026-04-14' },
    })
    expect([date, compareDate]).toEqual([day, { from: '2026-04-14', to: '2026-04-14' }])
    expect(funnel.dials.count.previous).not.toBeNull()
  })

  test('overview', async () => {
    const { summary, breakdown } = await allo.overview({ date: DATE })
    expect(summary.totalCalls?.value).toBeGreaterThan(100)
    expect(summary.callsOver1Min?.value).toBeGreaterThan(0)
    expect(breakdown.length).toBeGreaterThan(5)
    expect(breakdown.every(row => row.callsOver1Min !== null)).toBe(true)
  })

  test('items: search, one, batch, transcript', async () => {
    const { rows } = await connected()
    const [call] = rows
    if (!call) throw new Error('no call')
    expect(await allo.item(call.id)).toMatchObject({
      id: call.id,
      type: 'CALL',
      duration: call.duration,
      transcript: null,
    })
    const { transcript } = await allo.item(call.id, { transcript: true })
    expect(transcript?.length).toBeGreaterThan(0)
    const batch = await allo.itemsBatch([call.id, 'cll-nobody-knows'])
    expect(batch.map(item => item.id)).toEqual([call.id])
    const found = await allo.searchItems({ contact_number: call.contactNumber, type: 'CALL', date: DATE, size: 100 })
    expect(found.rows.map(item => item.id)).toContain(call.id)
    const count = await allo.searchItems({ type: 'SMS', size: 1 })
    expect(count.pagination.totalCount).toBeGreaterThan(1)
  })

  test('conversations and what can be done with them', async () => {
    const [line] = (await allo.numbers()).flatMap(({ number }) => number ?? [])
    const page = await allo.conversations({ allo_number: line ?? '', size: 5 })
    expect(page.rows).toHaveLength(5)
    const [conversation] = page.rows
    if (!conversation) throw new Error('no conversation')
    await allo.executeAction(conversation.contactNumber, { action: 'READ', alloNumber: line })
    await allo.executeAction(conversation.contactNumber, { action: 'READ', alloNumber: line })
  })

  test('tags on and off, twice each', async () => {
    const call = (await connected()).rows.at(-1)
    if (!call) throw new Error('no call')
    const before = (await allo.item(call.id)).tags
    const keys = (await allo.itemsBatch((await connected()).rows.map(row => row.id))).flatMap(item => item.tags)
    const added = keys.find(key => !before.includes(key)) ?? ''
    await allo.addTags(call.id, [added])
    await allo.addTags(call.id, [added])
    expect((await allo.item(call.id)).tags).toContain(added)
    await allo.removeTag(call.id, added)
    await allo.removeTag(call.id, added)
    expect((await allo.item(call.id)).tags.sort()).toEqual(before.sort())
  })

  test('a text', async () => {
    const senders = (await allo.numbers()).filter(line => line.type === 'SENDER_ID')
    const sent = await allo.sendSms(
      { sender_id: senders[0]?.name ?? '', to: '+33612345678', message: 'À demain' },
      { idempotencyKey: crypto.randomUUID() },
    )
    expect(sent).toMatchObject({ toNumber: '+33612345678', content: 'À demain', sentAt: '2026-04-22T12:00:00.000Z' })
  })

  test('a recording, whole and in part', async () => {
    const { rows } = await connected()
    const items = await allo.itemsBatch(rows.slice(0, 20).map(row => row.id))
    const url = items.find(item => item.recordingUrl !== null)?.recordingUrl ?? ''
    const part = await allo.recording(url, { range: 'bytes=0-3' })
    expect([part.status, await part.text()]).toEqual([206, 'RIFF'])
    const whole = await allo.recording(url)
    expect((await whole.arrayBuffer()).byteLength).toBe(Number(whole.headers.get('content-length')))
  })
})

test.each([
  ['ak_sim_unknown', 'ALLO_KEY_INVALID'],
  ['ak_sim_revoked', 'ALLO_KEY_REVOKED'],
  ['ak_sim_trial', 'ALLO_TRIAL_PLAN'],
  ['ak_sim_no_scopes', 'ALLO_SCOPE_MISSING'],
])('key %s: %s', async (key, code) => {
  const error = await rejection(clientWith(key).outbound({ date: DATE }))
  expect(error).toMatchObject({ code })
  if (code === 'ALLO_SCOPE_MISSING') expect(error).toMatchObject({ field: 'CONVERSATIONS_READ' })
})

test.each([
  ['an item', () => allo.item('cll-nobody-knows')],
  ['a user', () => allo.user('usr-nobody')],
])('%s that does not exist', async (_, ask) => {
  expect(await rejection(ask())).toMatchObject({ code: 'NOT_FOUND' })
})

test('a range that is too wide', async () => {
  expect(await rejection(allo.outbound({ date: { from: '2020-01-01', to: '2026-04-21' } }))).toMatchObject({
    code: 'ALLO_RANGE_TOO_WIDE',
  })
})

describe('faults', () => {
  const NONE = { match: {}, status: 500, milliseconds: 0, retryAfterSeconds: 1, times: null }
  test.each([
    ['status', 2, null, 3],
    ['rate_limit', 4, null, 5],
    ['reset', 2, null, 3],
    ['status', null, 'ALLO_FAILED', 3],
    ['html', 1, null, 2],
    ['truncated', 1, 'BAD_RESPONSE', 1],
    ['empty', 1, 'BAD_RESPONSE', 1],
    ['wrong_type', 1, 'BAD_RESPONSE', 1],
  ] as const)('%s, %s times: %s after %i attempts', async (kind, times, code, attempts) => {
    simulator.faults.add([{ ...NONE, kind, times }])
    const outcome = await allo.outbound({ date: DATE }).catch((error: unknown) => error)
    if (code === null) expect(outcome).toHaveProperty('funnel')
    else expect(outcome).toMatchObject({ code })
    expect(events).toHaveLength(attempts)
  })
})
