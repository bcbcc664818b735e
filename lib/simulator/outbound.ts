import { isoDay } from './calendar'
import { isoInstant } from './clock'
import { metric, rate, round } from './metric'
import { type OutboundFigures, outboundFigures } from './outbound-figures'
import { outboundHeatmap } from './outbound-heatmap'
import { outboundLeaderboard } from './outbound-leaderboard'
import { outboundList } from './outbound-list'
import { selectOutbound } from './outbound-selection'
import { outboundSeries } from './outbound-series'
import { readPage } from './paging'
import { invalid } from './problem'
import type { Quirks } from './quirks'
import { type Days, type Fields, readDays, readList, readText, readWord } from './read-body'
import { readScope } from './scope-filter'
import { STAGES } from './stage'
import { ANY_TAG, tagBit } from './tags'
import type { Workspace } from './workspace'

/** How often the figures are computed anew, seconds: `last_updated` is the clock rounded down to it. */
const REFRESH_SECONDS = 20

/** When the figures were computed, as the API prints it. */
export function lastUpdated(now: number): string {
  return isoInstant(Math.floor(now / REFRESH_SECONDS) * REFRESH_SECONDS)
}

/** A range as the API prints it; null for none. */
export function wireDays(days: Days | undefined) {
  return days ? { from: isoDay(days.from), to: isoDay(days.to) } : null
}

/** The answer of POST /v2/api/analytics/outbound. Throws the documented refusals. */
export function outboundAnswer(workspace: Workspace, body: Fields, quirks: Quirks) {
  const date = readDays(body, 'date')
  if (!date) throw invalid('date', 'date is required', 'MISSING_PARAMETER')
  const compare = readDays(body, 'compare_date')
  const scope = readScope(body, workspace)
  const list = readExtension(body)
  const names = readList(body, 'tags')
  const tags = names.length > 0 ? names.reduce((bits, name) => bits | tagBit(name), 0) : ANY_TAG
  // An unknown granularity is not refused: that was seen live.
  const granularity = (['DAY', 'WEEK', 'MONTH'] as const).find(word => word === body.granularity) ?? 'DAY'

  const { calls } = workspace
  const now = workspace.now()
  const select = (days: Days) => selectOutbound(calls, { ...days, ...scope, now }, tags)
  const selection = select(date)
  const figures = outboundFigures(calls.columns, selection)
  const before = compare ? outboundFigures(calls.columns, select(compare)) : null
  return {
    date: wireDays(date),
    compare_date: wireDays(compare),
    funnel: funnel(figures, before),
    time_series: outboundSeries(calls.columns, selection, granularity, date, workspace.today()),
    heatmap: outboundHeatmap(calls.columns, selection, quirks),
    leaderboard: outboundLeaderboard(workspace, selection),
    time_spent: timeSpent(figures, before),
    last_updated: lastUpdated(now),
    ...(list ? { items: outboundList(workspace, selection, list.stage, list.page) } : {}),
  }
}

/** What `extend=items` asks for; null without it. `stage`, `page` and `size` are not looked at then. */
function readExtension(body: Fields) {
  const extend = readText(body, 'extend')
  if (extend === undefined) return null
  if (extend !== 'items') throw invalid('extend', `extend '${extend}' is not supported`, 'UNSUPPORTED_EXTEND_VALUE')
  const stage = readWord(body, 'stage', STAGES)
  if (!stage) throw invalid('stage', 'stage is required with extend=items', 'MISSING_PARAMETER')
  return { stage, page: readPage(body) }
}

function funnel(now: OutboundFigures, before: OutboundFigures | null) {
  const stage = (name: 'dials' | 'connected' | 'conversations' | 'conversions') => ({
    count: metric(now[name], before ? before[name] : null),
    rate: rate(now[name], now.dials),
  })
  return {
    dials: stage('dials'),
    connected: stage('connected'),
    conversations: stage('conversations'),
    conversions: stage('conversions'),
  }
}

/** Ringing is averaged over all dials, conversation time over conversations. */
function timeSpent(now: OutboundFigures, before: OutboundFigures | null) {
  const compared = (of: (figures: OutboundFigures) => number) =>
    metric(round(of(now), 3), before ? round(of(before), 3) : null)
  return {
    avg_ringing_time_seconds: compared(f => f.ringing / 10 / Math.max(1, f.dials)),
    avg_conversation_time_seconds: compared(f => f.talk / Math.max(1, f.conversations)),
    total_conversation_time_seconds: compared(f => f.talk),
  }
}
