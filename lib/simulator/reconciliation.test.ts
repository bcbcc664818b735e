import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RawCall, TestSimulator } from './testing'

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start()
})
afterAll(() => sim.stop())

const RANGE = { from: '2026-03-25', to: '2026-04-21' }
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
const hasTag = (call: RawCall, tags: string[]) => call.tags.some(tag => tags.includes(tag.name))

/** The four counts by plain counting. */
function counted(calls: RawCall[], tags: string[] | null) {
  const dials = calls.filter(call => call.direction === 'OUTBOUND')
  return {
    dials: dials.length,
    connected: dials.filter(call => call.outcome === 'connected').length,
    conversations: dials.filter(call => call.outcome === 'connected' && call.talk_seconds > 60).length,
    conversions: dials.filter(call => (tags ? hasTag(call, tags) : call.tags.length > 0)).length,
  }
}

describe('every number comes from the calls', () => {
  test.each([
    ['one tag', { tags: ['meeting_booked'] }, ['meeting_booked']],
    ['two tags', { tags: ['meeting_booked', 'qualified'] }, ['meeting_booked', 'qualified']],
    ['a tag nobody uses', { tags: ['no_such_tag'] }, ['no_such_tag']],
    ['no tags: any tag counts', {}, null],
  ])('funnel, series, heatmap, leaderboard and lists agree: %s', async (_, body, tags) => {
    const calls = await sim.raw(RANGE.from, RANGE.to)
    const expected = counted(calls, tags)
    const { data } = (await sim.outbound({ date: RANGE, ...body })).body
    expect(expected.dials).toBeGreaterThan(5000)
    for (const stage of ['dials', 'connected', 'conversations', 'conversions'] as const) {
      expect(data.funnel[stage].count).toEqual({ value: expected[stage], previous: null, change: null })
      expect(data.funnel[stage].rate).toBeCloseTo(expected[stage] / expected.dials, 3)
    }
    for (const name of ['dials', 'connected', 'conversions'] as const) {
      expect(sum(data.time_series[name].map((point: { value: number }) => point.value))).toBe(expected[name])
    }
    for (const name of ['dials', 'connected'] as const) {
      expect(sum(data.heatmap[name].map((cell: { value: number }) => cell.value))).toBe(expected[name])
    }
    expect(sum(data.leaderboard.map((row: { connected: number }) => row.connected))).toBe(expected.connected)
    expect(data.compare_date).toBeNull()
    expect(data).not.toHaveProperty('items')
    const stages = {
      DIAL: 'dials',
      CONNECTED: 'connected',
      CONVERSATION: 'conversations',
      CONVERSION: 'conversions',
    } as const
    for (const [stage, name] of Object.entries(stages)) {
      const list = (await sim.outbound({ date: RANGE, ...body, extend: 'items', stage, size: 1 })).body.data.items
      expect(list.pagination.total_count).toBe(expected[name as keyof typeof expected])
    }
  })

  test('a heatmap cell and a day hold the calls of that hour and that day', async () => {
    const calls = (await sim.raw(RANGE.from, RANGE.to)).filter(call => call.direction === 'OUTBOUND')
    const { data } = (await sim.outbound({ date: RANGE })).body
    const tuesdayAtTen = calls.filter(call => call.weekday === 'tuesday' && call.hour === 10)
    const at = (name: string) =>
      data.heatmap[name].find((cell: { day: string; hour: number }) => cell.day === 'TUESDAY' && cell.hour === 10).value
    const reached = tuesdayAtTen.filter(call => call.outcome === 'connected').length
    expect(at('dials')).toBe(tuesdayAtTen.length)
    expect(at('connected')).toBe(reached)
    expect(at('connection_rate')).toBe(Math.round((100 * reached) / tuesdayAtTen.length))
    for (const { date, value } of data.time_series.dials)
      expect(value).toBe(calls.filter(call => call.date === date).length)
  })

  test('week buckets start on Monday, months on the 1st, and hold the same calls', async () => {
    const days = (await sim.outbound({ date: RANGE })).body.data.time_series.dials
    for (const [granularity, labels] of [
      ['WEEK', ['2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20']],
      ['MONTH', ['2026-03-01', '2026-04-01']],
    ] as const) {
      const points = (await sim.outbound({ date: RANGE, granularity })).body.data.time_series.dials
      expect(points.map((point: { date: string }) => point.date)).toEqual(labels)
      for (const [place, { value }] of points.entries()) {
        const inside = days.filter(
          ({ date }: { date: string }) => date >= (labels[place] ?? '') && date < (labels[place + 1] ?? '2027'),
        )
        expect(value).toBe(sum(inside.map((point: { value: number }) => point.value)))
      }
    }
  })

  test('by person and by line; nobody’s calls belong to no person', async () => {
    const calls = await sim.raw(RANGE.from, RANGE.to)
    const users = (await sim.ask('GET', '/v2/api/users')).body.data
    const ids = users.slice(0, 2).map((user: { id: string }) => user.id)
    const mine = counted(
      calls.filter(call => call.user_id !== null && ids.includes(call.user_id)),
      null,
    )
    expect((await sim.outbound({ date: RANGE, user_ids: ids })).body.data.funnel.dials.count.value).toBe(mine.dials)
    const line = '+33199000142'
    const { data } = (await sim.outbound({ date: RANGE, allo_numbers: [line] })).body
    const theirs = calls.filter(call => call.line === line)
    expect(data.funnel.connected.count.value).toBe(counted(theirs, null).connected)
    const nobody = theirs.filter(
      call => call.user_id === null && call.direction === 'OUTBOUND' && call.outcome === 'connected',
    )
    expect(nobody.length).toBeGreaterThan(0)
    expect(data.leaderboard.find((row: { user: unknown }) => row.user === null).connected).toBe(nobody.length)
  })

  test('comparison: relative change with two decimals, previous values of the other range', async () => {
    const before = { from: '2026-02-25', to: '2026-03-24' }
    const { data } = (await sim.outbound({ date: RANGE, compare_date: before, tags: ['meeting_booked'] })).body
    const [a, b] = [
      counted(await sim.raw(RANGE.from, RANGE.to), ['meeting_booked']),
      counted(await sim.raw(before.from, before.to), ['meeting_booked']),
    ]
    for (const stage of ['dials', 'connected', 'conversations', 'conversions'] as const) {
      const { value, previous, change } = data.funnel[stage].count
      expect([value, previous]).toEqual([a[stage], b[stage]])
      expect(change).toBe(Math.round(((a[stage] - b[stage]) / b[stage]) * 100) / 100)
    }
    expect(data.compare_date).toEqual(before)
  })

  test('time spent: ringing over dials, talk over conversations', async () => {
    const dials = (await sim.raw(RANGE.from, RANGE.to)).filter(call => call.direction === 'OUTBOUND')
    const talks = dials
      .filter(call => call.outcome === 'connected' && call.talk_seconds > 60)
      .map(call => call.talk_seconds)
    const spent = (await sim.outbound({ date: RANGE })).body.data.time_spent
    expect(spent.avg_ringing_time_seconds.value).toBeCloseTo(
      sum(dials.map(call => call.ringing_seconds)) / dials.length,
      2,
    )
    expect(spent.avg_conversation_time_seconds.value).toBeCloseTo(sum(talks) / talks.length, 2)
    expect(spent.total_conversation_time_seconds.value).toBe(sum(talks))
  })

  test('overview: both directions, a machine’s pick-up counts as answered', async () => {
    const calls = await sim.raw(RANGE.from, RANGE.to)
    const answered = calls.filter(
      call => call.outcome === 'connected' || (call.outcome === 'voicemail' && call.direction === 'OUTBOUND'),
    )
    const { data } = (await sim.overview({ date: RANGE })).body
    expect(data.summary.total_calls.value).toBe(calls.length)
    expect(data.summary.answer_rate.value).toBeCloseTo(answered.length / calls.length, 3)
    expect(data.summary.calls_over1_min.value).toBe(
      calls.filter(call => call.outcome === 'connected' && call.talk_seconds > 60).length,
    )
    expect(sum(data.breakdown.map((row: { calls: { value: number } }) => row.calls.value))).toBe(calls.length)
    expect(data.breakdown[0].calls).not.toHaveProperty('previous')
  })

  test('lists nest, newest first, and each row says the deepest stage', async () => {
    const day = { from: '2026-04-21', to: '2026-04-21' }
    const calls = new Map((await sim.raw(day.from, day.to)).map(call => [call.id, call]))
    const rows = async (stage: string) => {
      const list = []
      for (let page = 1; ; page++) {
        const body = { date: day, tags: ['meeting_booked'], extend: 'items', stage, size: 100, page }
        const { items } = (await sim.outbound(body)).body.data
        list.push(...items.data)
        if (!items.pagination.has_more) return list
      }
    }
    const connected = await rows('CONNECTED')
    const ids = connected.map((row: { id: string }) => row.id)
    for (const row of await rows('CONVERSATION')) expect(ids).toContain(row.id)
    for (const [place, row] of connected.entries()) {
      const call = calls.get(row.id)
      const converted = call ? hasTag(call, ['meeting_booked']) : false
      expect(row.stage).toBe(converted ? 'CONVERSION' : row.duration > 60 ? 'CONVERSATION' : 'CONNECTED')
      expect(row.duration).toBe(call?.talk_seconds)
      if (place > 0) expect(connected[place - 1].date >= row.date).toBe(true)
    }
    for (const row of await rows('DIAL')) expect(row.voicemail).toBe(calls.get(row.id)?.outcome === 'voicemail')
  })
})

test('a team without calls answers zeros, and no rate', async () => {
  const { data } = (await sim.outbound({ date: RANGE, compare_date: RANGE }, { authorization: 'Api-Key ak_sim_empty' }))
    .body
  expect(data.funnel.dials).toEqual({ count: { value: 0, previous: 0, change: null }, rate: null })
  expect(data.heatmap).toEqual({ dials: [], connected: [], connection_rate: [] })
  expect(data.leaderboard).toEqual([])
})
