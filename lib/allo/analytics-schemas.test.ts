import { describe, expect, test } from 'vitest'
import { outboundAnswer, overviewAnswer } from './analytics-schemas'
import { OUTBOUND } from './examples'

/** The documented answer with something at a path replaced, or left out when undefined. */
function withAt(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(OUTBOUND)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let place = copy as Record<string, unknown>
  for (const key of keys) place = place[key] as Record<string, unknown>
  if (value === undefined) delete place[last]
  else place[last] = value
  return copy
}

describe('the outbound answer', () => {
  test('reads the documented form into our names', () => {
    expect(outboundAnswer.parse(OUTBOUND)).toEqual({
      date: { from: '2026-03-25', to: '2026-04-21' },
      compareDate: { from: '2026-02-25', to: '2026-03-24' },
      funnel: OUTBOUND.funnel,
      timeSeries: {
        dials: [{ date: '2026-03-25', value: 92 }],
        connected: [{ date: '2026-03-25', value: 31 }],
        connectionRate: [{ date: '2026-03-25', value: 0.337 }],
        conversions: [{ date: '2026-03-25', value: 2 }],
      },
      heatmap: {
        dials: [{ day: 'TUESDAY', hour: 10, value: 96 }],
        connected: [{ day: 'TUESDAY', hour: 10, value: 42 }],
        connectionRate: [{ day: 'TUESDAY', hour: 10, value: 0.4375 }],
      },
      leaderboard: OUTBOUND.leaderboard,
      timeSpent: {
        averageRinging: { value: 17.6, previous: 18.1, change: -0.03 },
        averageConversation: { value: 188, previous: 190, change: -0.01 },
        totalConversation: { value: 148_320, previous: 150_000, change: -0.01 },
      },
      lastUpdated: '2026-04-21T19:07:00.000Z',
      items: null,
    })
  })

  const noMetric = { value: 5, previous: null, change: null }
  test.each([
    ['a bare number for a metric', 'funnel.dials.count', 5, noMetric],
    ['a metric without comparison', 'funnel.dials.count', { value: 5 }, noMetric],
    ['a metric with null comparison', 'funnel.dials.count', { value: 5, previous: null, change: null }, noMetric],
    [
      'a change from zero, printed as no number',
      'funnel.dials.count',
      { value: 5, previous: 0, change: 'Infinity' },
      { ...noMetric, previous: 0 },
    ],
    ['unknown keys', 'funnel.dials.count', { value: 5, trend: 'up' }, noMetric],
    ['a rate of nothing', 'funnel.conversions.rate', 'NaN', null],
    ['a missing rate', 'funnel.conversions.rate', undefined, null],
    ['no comparison', 'compareDate', undefined, null],
    ['a leaderboard that is missing', 'leaderboard', undefined, []],
    ['a leaderboard that is null', 'leaderboard', null, []],
    [
      'calls of nobody',
      'leaderboard',
      [{ user: null, connected: 4 }, { connected: 3 }],
      [
        { user: null, connected: 4 },
        { user: null, connected: 3 },
      ],
    ],
    [
      'a person without a name',
      'leaderboard',
      [{ user: { id: 'usr-2', name: null }, connected: 1 }],
      [{ user: { id: 'usr-2', name: 'usr-2', email: null }, connected: 1 }],
    ],
    ['a heatmap that is missing', 'heatmap', undefined, { dials: [], connected: [], connectionRate: [] }],
    ['no last_updated', 'lastUpdated', undefined, null],
    ['an update without offset, taken as UTC', 'lastUpdated', '2026-04-21T19:07:00', '2026-04-21T19:07:00.000Z'],
    ['an update with offset', 'lastUpdated', '2026-04-21T21:07:00.123456+02:00', '2026-04-21T19:07:00.123Z'],
    ['items that are null', 'items', null, null],
  ])('%s', (_, path, sent, read) => {
    const wire = path.replace('compareDate', 'compare_date').replace('lastUpdated', 'last_updated')
    expect(outboundAnswer.parse(withAt(wire, sent))).toHaveProperty(path.split('.'), read)
  })

  test.each([
    [
      'missing altogether',
      'time_spent',
      undefined,
      { averageRinging: null, averageConversation: null, totalConversation: null },
    ],
    [
      'an average over no calls',
      'time_spent',
      {
        avg_ringing_time_seconds: { value: null },
        avg_conversation_time_seconds: 'NaN',
        total_conversation_time_seconds: 0,
      },
      {
        averageRinging: null,
        averageConversation: null,
        totalConversation: { value: 0, previous: null, change: null },
      },
    ],
  ])('time spent: %s', (_, path, sent, read) => {
    expect(outboundAnswer.parse(withAt(path, sent)).timeSpent).toEqual(read)
  })

  const at = (values: (number | null)[]) => values.map((value, hour) => ({ day: 'MONDAY', hour, value }))
  test.each([
    ['fractions stay', [0.25, 1, 0], [0.25, 1, 0]],
    ['one value above 1 makes all of them percent', [43.75, 1, 0.5], [0.4375, 0.01, 0.005]],
    ['whole percents', [44, 100], [0.44, 1]],
    ['no rate where nobody dialled', [0.25, null], [0.25]],
    ['none at all', [], []],
  ])('connection rates: %s', (_, sent, read) => {
    const { heatmap, timeSeries } = outboundAnswer.parse(
      Object.assign({}, withAt('heatmap.connection_rate', at(sent)), {
        time_series: { connection_rate: sent.map(value => ({ date: '2026-04-01', value })) },
      }),
    )
    expect(heatmap.connectionRate.map(cell => cell.value)).toEqual(read)
    expect(timeSeries.connectionRate.map(point => point.value)).toEqual(read)
  })

  test('days of the week in any case', () => {
    const cells = ['Monday', 'tuesday', 'SUNDAY'].map(day => ({ day, hour: 0, value: 1 }))
    const read = outboundAnswer.parse(withAt('heatmap.dials', cells))
    expect(read.heatmap.dials.map(cell => cell.day)).toEqual(['MONDAY', 'TUESDAY', 'SUNDAY'])
  })

  test('drilldown rows, with a stage that is new to us, and bare ones', () => {
    const full = {
      id: 'cll_1',
      user: { id: 'usr-1', name: 'Ada', email: 'ada@example.com' },
      allo_number: '+14155550100',
      allo_number_label: 'Sales US',
      contact_number: '+14155551234',
      stage: 'CALLBACK',
      voicemail: true,
      duration: 12,
      date: '2026-04-21T08:42:00Z',
    }
    const bare = {
      id: 'cll-2',
      allo_number: null,
      contact_number: null,
      stage: null,
      date: '2026-04-21T08:42:00',
    }
    const page = { page: 2, size: 2, total_count: 5 }
    expect(outboundAnswer.parse(withAt('items', { data: [full, bare], pagination: page })).items).toEqual({
      rows: [
        {
          id: 'cll_1',
          user: full.user,
          alloNumber: '+14155550100',
          alloNumberLabel: 'Sales US',
          contactNumber: '+14155551234',
          stage: 'CALLBACK',
          voicemail: true,
          duration: 12,
          date: '2026-04-21T08:42:00.000Z',
        },
        {
          id: 'cll-2',
          user: null,
          alloNumber: null,
          alloNumberLabel: null,
          contactNumber: 'anonymous',
          stage: null,
          voicemail: false,
          duration: 0,
          date: '2026-04-21T08:42:00.000Z',
        },
      ],
      pagination: { page: 2, size: 2, totalCount: 5, totalPages: 3, hasMore: true },
    })
  })

  test.each([
    ['funnel.dials.count.value', 'funnel.dials.count', { value: '5' }],
    ['funnel.dials.count.value', 'funnel.dials.count', { value: null }],
    ['funnel.dials.count.value', 'funnel.dials.count', { value: -1 }],
    ['funnel.dials.count', 'funnel.dials.count', '5'],
    ['funnel.dials.count.previous', 'funnel.dials.count', { value: 5, previous: 'many' }],
    ['funnel.connected', 'funnel.connected', undefined],
    ['funnel.conversions.rate', 'funnel.conversions.rate', '12 %'],
    ['funnel', 'funnel', undefined],
    ['date', 'date', undefined],
    ['date.to', 'date.to', '2026-02-30'],
    ['heatmap', 'heatmap', []],
    ['heatmap.dials', 'heatmap.dials', {}],
    ['heatmap.dials.0.day', 'heatmap.dials', [{ day: 'MON', hour: 1, value: 1 }]],
    ['heatmap.dials.0.hour', 'heatmap.dials', [{ day: 'MONDAY', hour: 24, value: 1 }]],
    ['heatmap.connected.0.value', 'heatmap.connected', [{ day: 'MONDAY', hour: 1, value: null }]],
    ['time_series.dials.0.date', 'time_series.dials', [{ date: '25/03/2026', value: 1 }]],
    ['leaderboard', 'leaderboard', { 'usr-1': 4 }],
    ['leaderboard.0.connected', 'leaderboard', [{ user: null, connected: '4' }]],
    ['time_spent.avg_ringing_time_seconds.value', 'time_spent', { avg_ringing_time_seconds: { value: '17.6' } }],
    ['last_updated', 'last_updated', 'yesterday'],
    ['last_updated', 'last_updated', 1_776_798_420],
    ['items.pagination', 'items', { data: [] }],
  ])('cannot be read at %s', (field, path, value) => {
    const paths = outboundAnswer.safeParse(withAt(path, value)).error?.issues.map(issue => issue.path.join('.'))
    expect(paths).toEqual([field])
  })

  test('a number too large for a number is none', () => {
    const sent = JSON.parse('{"value":1e999}')
    expect(outboundAnswer.safeParse(withAt('funnel.dials.count', sent)).success).toBe(false)
  })
})

describe('the overview answer', () => {
  const DATE = { from: '2026-04-01', to: '2026-04-30' }
  const metric = (value: number) => ({ value, previous: null, change: null })

  test.each([
    ['calls_over_1_min', metric(290)],
    ['calls_over1_min', metric(290)],
    ['calls_over_one_minute', null],
  ])('calls over a minute as %s', (key, read) => {
    const answer = overviewAnswer.parse({
      date: DATE,
      summary: {
        total_calls: 2899,
        talk_time_seconds: { value: 81_720.5 },
        [key]: 290,
        answer_rate: { value: 0.503, previous: 0.46, change: 0.09 },
      },
      breakdown: [
        { user: null, calls: 673, talk_time_seconds: { value: 38_460, change: -0.11 }, [key]: { value: 290 } },
      ],
      last_updated: '2026-04-21T19:07:00Z',
    })
    expect(answer).toEqual({
      date: DATE,
      compareDate: null,
      summary: {
        totalCalls: metric(2899),
        talkTimeSeconds: metric(81_720.5),
        callsOver1Min: read,
        answerRate: { value: 0.503, previous: 0.46, change: 0.09 },
      },
      breakdown: [
        {
          user: null,
          calls: metric(673),
          talkTimeSeconds: { ...metric(38_460), change: -0.11 },
          callsOver1Min: read,
          answerRate: null,
        },
      ],
      lastUpdated: '2026-04-21T19:07:00.000Z',
    })
  })

  test('needs a summary, but no breakdown', () => {
    expect(overviewAnswer.safeParse({ date: DATE }).error?.issues[0]?.path).toEqual(['summary'])
    expect(overviewAnswer.parse({ date: DATE, summary: {} }).breakdown).toEqual([])
  })
})
