import { z } from 'zod'
import {
  alloDateRange,
  amount,
  fraction,
  instant,
  instantOrNull,
  list,
  metric,
  metricOrNull,
  pagination,
  textOrNull,
  userOrNull,
} from './wire'

const compareDate = alloDateRange.nullish().transform(value => value ?? null)

/** `rate` is a fraction of all dials, at every stage; null when there were none. */
const funnelStage = z.object({ count: metric, rate: fraction.optional() }).transform(stage => ({
  count: stage.count,
  rate: stage.rate ?? null,
}))

const point = z.object({ date: z.iso.date(), value: amount })

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export type AlloDay = (typeof DAYS)[number]

const day = z.preprocess(raw => (typeof raw === 'string' ? raw.toUpperCase() : raw), z.enum(DAYS))
const cell = z.object({ day, hour: z.number().int().min(0).max(23), value: amount })

/**
 * Connection rates as fractions, whichever unit came: a rate cannot exceed 1, so one value above 1 makes the whole array percent.
 * Places without dials (null, 0 / 0) have no rate and are left out.
 */
function asFractions<T extends { value: number | null }>(read: T[]): (T & { value: number })[] {
  const rows = read.filter(hasValue)
  return rows.some(row => row.value > 1) ? rows.map(row => ({ ...row, value: row.value / 100 })) : rows
}

function hasValue<T extends { value: number | null }>(row: T): row is T & { value: number } {
  return row.value !== null
}

const timeSeries = z
  .object({
    dials: list(point),
    connected: list(point),
    connection_rate: list(point.extend({ value: fraction })).transform(asFractions),
    conversions: list(point),
  })
  .transform(({ connection_rate: connectionRate, ...counts }) => ({ ...counts, connectionRate }))

const heatmap = z
  .object({
    dials: list(cell),
    connected: list(cell),
    connection_rate: list(cell.extend({ value: fraction })).transform(asFractions),
  })
  .transform(({ connection_rate: connectionRate, ...counts }) => ({ ...counts, connectionRate }))

/** Seconds. */
const timeSpent = z
  .object({
    avg_ringing_time_seconds: metricOrNull,
    avg_conversation_time_seconds: metricOrNull,
    total_conversation_time_seconds: metricOrNull,
  })
  .transform(read => ({
    averageRinging: read.avg_ringing_time_seconds,
    averageConversation: read.avg_conversation_time_seconds,
    totalConversation: read.total_conversation_time_seconds,
  }))

/** One call behind a funnel number. `stage` is the deepest it reached, where Allo says. A call that never connected may come without duration: 0. */
const drilldownItem = z
  .object({
    id: z.string(),
    user: userOrNull,
    allo_number: textOrNull,
    allo_number_label: textOrNull,
    contact_number: textOrNull,
    stage: textOrNull,
    voicemail: z.boolean().nullish(),
    duration: amount.nullish(),
    date: instant,
  })
  .transform(read => ({
    id: read.id,
    user: read.user,
    alloNumber: read.allo_number,
    alloNumberLabel: read.allo_number_label,
    contactNumber: read.contact_number ?? 'anonymous',
    stage: read.stage,
    voicemail: read.voicemail ?? false,
    duration: read.duration ?? 0,
    date: read.date,
  }))
export type DrilldownItem = z.output<typeof drilldownItem>

/** Reads the `data` of POST /v2/api/analytics/outbound. Only the funnel and the dates are indispensable. */
export const outboundAnswer = z
  .object({
    date: alloDateRange,
    compare_date: compareDate,
    funnel: z.object({
      dials: funnelStage,
      connected: funnelStage,
      conversations: funnelStage,
      conversions: funnelStage,
    }),
    time_series: timeSeries.nullish(),
    heatmap: heatmap.nullish(),
    leaderboard: list(z.object({ user: userOrNull, connected: amount })),
    time_spent: timeSpent.nullish(),
    last_updated: instantOrNull,
    items: z.object({ data: list(drilldownItem), pagination }).nullish(),
  })
  .transform(read => ({
    date: read.date,
    compareDate: read.compare_date,
    funnel: read.funnel,
    timeSeries: read.time_series ?? { dials: [], connected: [], connectionRate: [], conversions: [] },
    heatmap: read.heatmap ?? { dials: [], connected: [], connectionRate: [] },
    leaderboard: read.leaderboard,
    timeSpent: read.time_spent ?? { averageRinging: null, averageConversation: null, totalConversation: null },
    lastUpdated: read.last_updated,
    items: read.items ? { rows: read.items.data, pagination: read.items.pagination } : null,
  }))
/** Counts of calls, seconds of time, fractions for rates; every list in Allo's order, which is not guaranteed. */
export type OutboundAnswer = z.output<typeof outboundAnswer>

/** Documented as `calls_over_1_min`, seen live as `calls_over1_min`. */
const overOneMinute = { calls_over_1_min: metricOrNull, calls_over1_min: metricOrNull }

const overviewSummary = z
  .object({ total_calls: metricOrNull, talk_time_seconds: metricOrNull, answer_rate: metricOrNull, ...overOneMinute })
  .transform(read => ({
    totalCalls: read.total_calls,
    talkTimeSeconds: read.talk_time_seconds,
    callsOver1Min: read.calls_over_1_min ?? read.calls_over1_min,
    answerRate: read.answer_rate,
  }))

const overviewRow = z
  .object({
    user: userOrNull,
    calls: metricOrNull,
    talk_time_seconds: metricOrNull,
    answer_rate: metricOrNull,
    ...overOneMinute,
  })
  .transform(read => ({
    user: read.user,
    calls: read.calls,
    talkTimeSeconds: read.talk_time_seconds,
    callsOver1Min: read.calls_over_1_min ?? read.calls_over1_min,
    answerRate: read.answer_rate,
  }))

/** Reads the `data` of POST /v2/api/analytics/overview. What is missing is null, never 0. */
export const overviewAnswer = z
  .object({
    date: alloDateRange,
    compare_date: compareDate,
    summary: overviewSummary,
    breakdown: list(overviewRow),
    last_updated: instantOrNull,
  })
  .transform(({ compare_date, last_updated, ...read }) => ({
    ...read,
    compareDate: compare_date,
    lastUpdated: last_updated,
  }))
/** Inbound and outbound calls together; `answerRate` is Allo's own fraction, of a base it does not publish. */
export type OverviewAnswer = z.output<typeof overviewAnswer>
