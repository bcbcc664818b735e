import type { MetricValue, OverviewAnswer, OverviewRequest } from '@/lib/allo/schemas'
import { canonicalList } from './address-values'
import { countChange, effortChange } from './change'
import { daysIn } from './dates'
import type { Change, Compared, OutboundReport } from './outbound'
import type { ResolvedPeriod } from './period'
import type { DateRange, IsoDate, Workspace } from './query'

/** Calls in and out, for a team or one person. null where Allo did not say. */
export interface OverviewFigures {
  totalCalls: Compared<number | null>
  /** Seconds. */
  talkTime: Compared<number | null>
  /** Calls longer than a minute. */
  longCalls: Compared<number | null>
  /** Allo's own fraction, of a base it does not publish: never recomputed, never set beside the connect rate. */
  answerRate: Compared<number | null>
}

export interface OverviewPerson extends OverviewFigures {
  /** null for calls that Allo attributes to nobody. */
  user: { id: string; name: string } | null
}

/** One finished view of the team overview. */
export interface OverviewReport extends Pick<OutboundReport, 'period' | 'comparison' | 'zone' | 'today'> {
  team: OverviewFigures
  /** Most calls first. */
  people: OverviewPerson[]
  /** Calls of the team that neither a row nor `colleagues` holds; negative when they hold more, null when the team's total is unknown. */
  unattributed: number | null
  /** For a reader who does not see colleagues one by one: all of them together. null when there are none, or each has a row. */
  colleagues: { totalCalls: number | null } | null
}

/** The body of `POST /v2/api/analytics/overview`; equal questions give equal bodies to the letter. */
export function toOverviewBody(asked: { range: DateRange; people: string[]; lines: string[] }): OverviewRequest {
  const { range, people, lines } = asked
  const date = { from: range.from, to: range.to }
  if (people.length > 0) return { date, user_ids: canonicalList(people) }
  if (lines.length > 0) return { date, allo_numbers: canonicalList(lines) }
  return { date }
}

type Metrics = Record<'totalCalls' | 'talkTimeSeconds' | 'callsOver1Min' | 'answerRate', MetricValue | null>
type Judge = (now: number, before: number) => Change

/** Of a base we do not know: the difference in points, and no claim. */
function answerRateChange(now: number, before: number): Change {
  const by = now - before
  return by === 0 ? { kind: 'equal' } : { kind: 'moved', basis: 'plain', unit: 'points', by, interval: null }
}

/** Sets two metrics side by side. `judge` is null when the two periods may not be compared. */
function compare(
  now: MetricValue | null,
  before: MetricValue | null | undefined,
  judge: Judge | null,
): Compared<number | null> {
  const [value, earlier] = [now?.value ?? null, before?.value ?? null]
  if (value === null || earlier === null) return { now: value, before: earlier, change: { kind: 'none' } }
  return { now: value, before: earlier, change: judge ? judge(value, earlier) : { kind: 'withheld' } }
}

interface Periods {
  now: number
  before: number
  likeForLike: boolean
}

/** What kind of change each figure may have: see "Change: three kinds" of the rules for numbers. */
function figuresOf(now: Metrics, before: Metrics | undefined, days: Periods): OverviewFigures {
  const may = (judge: Judge) => (days.likeForLike ? judge : null)
  const longCalls: Judge = (value, earlier) => countChange(value, earlier, { now: days.now, before: days.before })
  return {
    totalCalls: compare(now.totalCalls, before?.totalCalls, may(effortChange)),
    talkTime: compare(now.talkTimeSeconds, before?.talkTimeSeconds, may(effortChange)),
    longCalls: compare(now.callsOver1Min, before?.callsOver1Min, may(longCalls)),
    answerRate: compare(now.answerRate, before?.answerRate, may(answerRateChange)),
  }
}

type BreakdownRow = OverviewAnswer['breakdown'][number]

function metricsOf({ calls, talkTimeSeconds, callsOver1Min, answerRate }: BreakdownRow): Metrics {
  return { totalCalls: calls, talkTimeSeconds, callsOver1Min, answerRate }
}

/** Whom an answer does not list had no calls: nothing is talked, and there is no rate. */
function noCalls(): Metrics {
  const zero = { value: 0, previous: null, change: null }
  return { totalCalls: zero, talkTimeSeconds: zero, callsOver1Min: zero, answerRate: null }
}

/** Everybody whom Allo lists in either period. */
function peopleOf(current: OverviewAnswer, before: OverviewAnswer | null, days: Periods): OverviewPerson[] {
  const listed = (answer: OverviewAnswer) => new Map(answer.breakdown.map(row => [row.user?.id ?? null, row]))
  const now = listed(current)
  const earlier = before && listed(before)
  const metrics = (row: BreakdownRow | undefined) => (row ? metricsOf(row) : noCalls())
  const rows = [...new Map([...(earlier ?? []), ...now])].map(([id, { user }]) => ({
    user: user && { id: user.id, name: user.name },
    ...figuresOf(metrics(now.get(id)), earlier ? metrics(earlier.get(id)) : undefined, days),
  }))
  return rows.sort(
    (a, b) => (b.totalCalls.now ?? -1) - (a.totalCalls.now ?? -1) || order(a).localeCompare(order(b), 'en'),
  )
}

function order({ user }: OverviewPerson): string {
  return user ? `${user.name} ${user.id}` : '\uffff'
}

export interface OverviewInput {
  current: OverviewAnswer
  /** The answer for the comparison period; null when there is none. */
  before: OverviewAnswer | null
  resolved: ResolvedPeriod
  workspace: Workspace
  today: IsoDate
}

/** Finishes the team overview: every figure with what may be said of its change. */
export function shapeOverview({ current, before, resolved, workspace, today }: OverviewInput): OverviewReport {
  const { name, range, days, running, comparison } = resolved
  const periods = {
    now: days,
    before: comparison ? daysIn(comparison.range) : days,
    likeForLike: comparison?.likeForLike ?? false,
  }
  const people = peopleOf(current, before, periods)
  const total = current.summary.totalCalls?.value ?? null
  return {
    period: { name, range, days, running },
    comparison,
    zone: workspace.zone,
    today,
    team: figuresOf(current.summary, before?.summary, periods),
    people,
    unattributed: total === null ? null : total - people.reduce((sum, row) => sum + (row.totalCalls.now ?? 0), 0),
    colleagues: null,
  }
}
