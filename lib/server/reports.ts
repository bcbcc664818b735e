import 'server-only'
import { LRUCache } from 'lru-cache'
import type { OutboundAnswer, OverviewAnswer } from '@/lib/allo/schemas'
import { toCallboardError } from '@/lib/errors'
import type { Freshness, OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import { type OverviewReport, shapeOverview, toOverviewBody } from '@/lib/report/overview'
import { type ResolvedPeriod, resolvePeriod } from '@/lib/report/period'
import type { DateRange, IsoDate, ReportQuery } from '@/lib/report/query'
import { maskOutbound } from '@/lib/report/review/narrow-share'
import { shapeOutbound } from '@/lib/report/shape-outbound'
import { narrowOutbound, narrowOverview, type Only } from '@/lib/report/sight'
import { toOutboundBody } from '@/lib/report/to-allo'
import { type Access, assertMay } from './access/access'
import { assertReport } from './access/scope'
import type { Call } from './allo'
import type { Answered } from './cache'
import { askOutbound, askOverview } from './questions'
import { remember } from './remember'
import { type Reply, toReply } from './reply'
import { today, workspace } from './workspace'

export interface Reports {
  outbound: OutboundReport
  overview: OverviewReport
}

export type ReportName = keyof Reports

/** A finished report; its JSON is written when it is first sent. */
interface Finished<T> {
  answer: ReportAnswer<T>
  reply: Reply | null
}

/** One kind of report: what it asks for a range, and how two answers become a view. */
interface Kind<T, A extends { lastUpdated: string | null }> {
  ask(query: ReportQuery, range: DateRange, today: IsoDate, call: Call): Promise<Answered<A>>
  shape(current: A, before: A | null, resolved: ResolvedPeriod, query: ReportQuery, today: IsoDate): T
  /** The view for somebody who does not see colleagues one by one. */
  narrow(report: T, only: Only): T
}

const outbound: Kind<OutboundReport, OutboundAnswer> = {
  // Days are always asked for and added up by us: weeks and months then start where the workspace's do, a bucket cut short
  // holds exactly its days, and changing the granularity asks nothing new.
  ask: ({ people, lines, tags }, range, today, call) => {
    const counted = tags ?? workspace().conversionTags
    return askOutbound(toOutboundBody({ range, people, lines, tags: counted, granularity: 'day' }), today, call)
  },
  shape(current, before, resolved, query, today) {
    const space = workspace()
    const hasTags = (query.tags ?? space.conversionTags).length > 0
    return shapeOutbound({ current, before, resolved, query, workspace: space, today, hasTags })
  },
  narrow: narrowOutbound,
}

const overview: Kind<OverviewReport, OverviewAnswer> = {
  ask: ({ people, lines }, range, today, call) => askOverview(toOverviewBody({ range, people, lines }), today, call),
  shape: (current, before, resolved, _query, today) =>
    shapeOverview({ current, before, resolved, workspace: workspace(), today }),
  narrow: narrowOverview,
}

interface Comparison<A> {
  answered: Answered<A> | null
  failure: ReportAnswer<unknown>['comparisonFailure']
}

/** A comparison that cannot be had, or not anew, does not take the report with it. */
function settle<A>(before: PromiseSettledResult<Answered<A> | null>): Comparison<A> {
  if (before.status === 'rejected') {
    const { code, requestId } = toCallboardError(before.reason)
    return { answered: null, failure: { code, requestId: requestId ?? null } }
  }
  const freshness = before.value?.freshness
  const failed = freshness?.state === 'failed'
  return {
    answered: before.value,
    failure: failed ? { code: freshness.code, requestId: freshness.requestId } : null,
  }
}

/** Numbers that are fresh are told apart from a view that is not yet: a refresh of the comparison is worth coming back for. */
function freshnessOf(current: Freshness, before: Freshness | undefined): Freshness {
  return current.state === 'fresh' && before?.state === 'refreshing' ? before : current
}

/** Views that were made of the same answers on the same day, for readers who see the same, are made once. */
function memo<T>(name: ReportName): LRUCache<string, Finished<T>> {
  return remember(`reports ${name}`, () => new LRUCache<string, Finished<T>>({ max: 300 }))
}

async function finish<T, A extends { lastUpdated: string | null }>(
  name: ReportName,
  kind: Kind<T, A>,
  query: ReportQuery,
  only: Only | null,
  call: Call,
): Promise<Finished<T>> {
  const day = today()
  const resolved = resolvePeriod(query, { today: day, weekStart: workspace().weekStart })
  const [now, then] = await Promise.allSettled([
    kind.ask(query, resolved.range, day, call),
    resolved.comparison ? kind.ask(query, resolved.comparison.range, day, call) : null,
  ])
  if (now.status === 'rejected') throw now.reason
  call.signal?.throwIfAborted()

  const current = now.value
  const before = settle(then)
  const freshness = freshnessOf(current.freshness, before.answered?.freshness)
  const key = JSON.stringify([
    query,
    only,
    // The shape depends on week start, threshold and tags, which may change while an answer stays.
    workspace(),
    day,
    current.fetchedAt,
    before.answered?.fetchedAt ?? null,
    freshness,
    before.failure,
  ])
  const known = memo<T>(name).get(key)
  if (known) return known

  const report = kind.shape(current.value, before.answered?.value ?? null, resolved, query, day)
  const finished: Finished<T> = {
    answer: {
      report: only ? kind.narrow(report, only) : report,
      computedAt: current.value.lastUpdated,
      fetchedAt: new Date(current.fetchedAt).toISOString(),
      freshness,
      comparisonFailure: before.failure,
    },
    reply: null,
  }
  memo<T>(name).set(key, finished)
  return finished
}

/** Asks for a report in somebody's name: what they may not see is refused, or not in it. */
const FINISH = {
  async outbound(access: Access, query: ReportQuery, call: Call) {
    const finished = await finish('outbound', outbound, query, assertReport(access, 'outbound', query), call)
    if (access.kind !== 'share') return finished
    const report = maskOutbound(finished.answer.report, section => access.sections.includes(section))
    return { answer: { ...finished.answer, report }, reply: null }
  },
  overview: (access: Access, query: ReportQuery, call: Call) =>
    finish('overview', overview, query, assertReport(access, 'overview', query), call),
} satisfies { [N in ReportName]: (access: Access, query: ReportQuery, call: Call) => Promise<Finished<Reports[N]>> }

/** Whether a word names a report. */
export function isReportName(name: string): name is ReportName {
  return Object.hasOwn(FINISH, name)
}

/**
 * The one door to a report: scope, dates, cache, Allo, schema and shape, in that order. The period and what it is
 * compared with are two questions, asked side by side.
 *
 * @returns the finished view with its age; when only the comparison failed, a view without one that says so
 * @throws CallboardError FORBIDDEN for what is not in the reader's scope, or Allo's failure when there is nothing earlier to
 *   show
 */
export function getReport(
  access: Access,
  name: 'outbound',
  query: ReportQuery,
  call?: Call,
): Promise<ReportAnswer<OutboundReport>>
export function getReport(
  access: Access,
  name: 'overview',
  query: ReportQuery,
  call?: Call,
): Promise<ReportAnswer<OverviewReport>>
export async function getReport(access: Access, name: ReportName, query: ReportQuery, call: Call = {}) {
  assertMay(access, 'reports.read')
  return (await FINISH[name](access, query, call)).answer
}

/** As getReport, as JSON with its ETag; written once for all who ask the same. */
export async function getReportReply(
  access: Access,
  name: ReportName,
  query: ReportQuery,
  call: Call = {},
): Promise<Reply> {
  assertMay(access, 'reports.read')
  const finished = await FINISH[name](access, query, call)
  finished.reply ??= toReply(finished.answer)
  return finished.reply
}
