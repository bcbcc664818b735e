/* Answers as Allo's documentation prints them, for the tests. */

const stage = (value: number, previous: number, change: number, rate: number) => ({
  count: { value, previous, change },
  rate,
})

export const OUTBOUND = {
  date: { from: '2026-03-25', to: '2026-04-21' },
  compare_date: { from: '2026-02-25', to: '2026-03-24' },
  funnel: {
    dials: stage(2141, 1981, 0.08, 1),
    connected: stage(788, 814, -0.03, 0.368),
    conversations: stage(191, 197, -0.03, 0.089),
    conversions: stage(38, 31, 0.23, 0.018),
  },
  time_series: {
    dials: [{ date: '2026-03-25', value: 92 }],
    connected: [{ date: '2026-03-25', value: 31 }],
    connection_rate: [{ date: '2026-03-25', value: 0.337 }],
    conversions: [{ date: '2026-03-25', value: 2 }],
  },
  heatmap: {
    dials: [{ day: 'TUESDAY', hour: 10, value: 96 }],
    connected: [{ day: 'TUESDAY', hour: 10, value: 42 }],
    connection_rate: [{ day: 'TUESDAY', hour: 10, value: 0.4375 }],
  },
  leaderboard: [{ user: { id: 'usr-1', name: 'Ada', email: 'ada@example.com' }, connected: 120 }],
  time_spent: {
    avg_ringing_time_seconds: { value: 17.6, previous: 18.1, change: -0.03 },
    avg_conversation_time_seconds: { value: 188, previous: 190, change: -0.01 },
    total_conversation_time_seconds: { value: 148_320, previous: 150_000, change: -0.01 },
  },
  last_updated: '2026-04-21T19:07:00Z',
}

export const ITEM = {
  id: 'cll-1',
  type: 'CALL',
  direction: 'OUTBOUND',
  allo_number: '+14155550100',
  contact_number: '+14155551234',
  contacts: [
    {
      id: 'cnt-1',
      name: 'Grace',
      company: { id: 'com-1', name: 'Navy' },
      deals: [{ id: 'dea-1', name: 'Cobol', status: 'open' }],
    },
  ],
  user: { id: 'usr-1', name: 'Ada', email: 'ada@example.com' },
  date: '2026-04-21T08:42:00Z',
  duration: 211,
  result: 'ANSWERED',
  recording_url: 'https://api.withallo.com/v2/recordings/cll-1.mp3',
  summary: 'Wants a demo.',
  tags: ['meeting_booked'],
  transcript: null,
  content: null,
  status: null,
  message_type: null,
}

export const PAGE = { page: 1, size: 20, total_count: 1, total_pages: 1, has_more: false }

export const DATE = { from: '2026-03-25', to: '2026-04-21' }
