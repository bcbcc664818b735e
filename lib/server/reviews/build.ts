import 'server-only'
import { countsOfReport, type StageCounts } from '@/lib/report/funnels'
import type { OutboundReport } from '@/lib/report/outbound'
import { type ReportQuery, STAGES } from '@/lib/report/query'
import { judge } from '@/lib/report/review/commitments'
import type { Commitment, Outcome, ReviewDocument, ReviewSettings } from '@/lib/report/review/document'
import { neighbours } from '@/lib/report/review/key'
import { movedOf } from '@/lib/report/review/moved'
import { suggestCalls } from '@/lib/report/review/suggest'
import { summarize } from '@/lib/report/review/summary'
import type { Call } from '@/lib/server/allo'
import { listCommitmentRows } from '@/lib/server/db/commitments'
import { today, workspaceState } from '@/lib/server/workspace'
import { instantAt } from '@/lib/settings/zone-time'
import { findCandidates } from './candidates'
import { Gathering } from './gather'
import { gatherPeople } from './people'
import { toCommitment } from './rows'
import { questionOf, type Subject } from './subject'

/** A review made of what Allo says now. */
interface Built {
  document: ReviewDocument
  /** Why it may not be frozen, for the log; empty when it may. */
  late: string[]
}

/** The counts of the comparison in the same answer; null without one. */
function countsBefore({ funnel }: OutboundReport): StageCounts | null {
  const of = new Map(funnel.stages.map(({ stage, count }) => [stage, count.before]))
  if (STAGES.some(stage => (of.get(stage) ?? null) === null)) return null
  return {
    dials: of.get('dials') ?? 0,
    connected: of.get('connected') ?? 0,
    conversations: of.get('conversations') ?? 0,
    conversions: of.get('conversions') ?? 0,
  }
}

/** What the numbers are made under, of now. */
function settingsOf(tags: string[], ranges: readonly { from: string; to: string }[]): ReviewSettings {
  const { zone, minSample, holidays, businessHours } = workspaceState().settings
  return {
    zone,
    minSample,
    tags,
    holidays: holidays.filter(({ date }) => ranges.some(({ from, to }) => from <= date && date <= to)),
    workdays: Object.entries(businessHours).flatMap(([weekday, hours]) => (hours.length > 0 ? [weekday] : [])),
  }
}

/** Whose calls count; nothing where everybody's do. */
function ofWhom({ people, lines }: ReportQuery): Pick<ReviewDocument, 'of'> {
  return people.length + lines.length > 0 ? { of: { people: [...people], lines: [...lines] } } : {}
}

/** What was promised in the review of the week or month before. */
async function promisesBefore({ subject }: Subject): Promise<Commitment[]> {
  if (subject.kind === 'report') return []
  const { previous } = neighbours(subject, today())
  return previous ? (await listCommitmentRows(previous.key)).map(toCommitment) : []
}

/**
 * Makes a review of what Allo says now, of everybody's numbers. With P people it costs about 2·P questions (each person in
 * both periods, four at a time, and only periods in which they had calls) and at most 16 more: the team and the overview in
 * both periods, and the calls (see `findCandidates`). All are the questions that other pages ask, answered from memory where
 * somebody asked before. No conversion tags, no comparison, nobody who called: all of these make a review.
 *
 * @param wish.patient waits for refreshes that run, instead of taking older answers
 * @throws CallboardError Allo's failure, where the team or a person cannot be asked and nothing is remembered
 */
export async function buildReview(found: Subject, wish: { patient: boolean }, call: Call = {}): Promise<Built> {
  const { query, range, before } = questionOf(found)
  const { zone } = workspaceState().settings
  const gathering = new Gathering(instantAt(range.to, 24 * 60, zone), wish.patient, call)
  const alone = before && { ...query, period: before, comparison: 'none' as const }
  const [team, overview, earlier, promises] = await Promise.all([
    gathering.outbound('team', query),
    gathering.part('overview', gathering.overview(query)),
    // Asks nothing of its own: the team's comparison is the same question.
    alone && gathering.part('the period before', gathering.outbound('the period before', alone)),
    promisesBefore(found),
  ])
  const outbound = team.report
  const people = await gatherPeople(gathering, { team: outbound, overview: overview?.report ?? null, query, before })
  const { tags } = outbound
  const candidates = await gathering.part('calls', findCandidates({ query, range, tags, people }, call))

  const settings = settingsOf(tags, before ? [range, before] : [range])
  const counts = { now: countsOfReport(outbound), before: countsBefore(outbound) }
  const moved = outbound.funnel.hasConversions ? movedOf(counts, people) : null
  const { hasConversions } = outbound.funnel
  const reached = { team: counts.now, people, hasConversions, minSample: settings.minSample, running: !found.closed }
  const outcomes: Outcome[] = promises.map(promise => judge(promise, reached))
  const heatmapBefore = earlier?.report.heatmap ?? null
  return {
    document: {
      format: 1,
      subject: found.subject,
      range,
      comparedWith: before,
      ...ofWhom(query),
      settings,
      computedAt: team.computedAt,
      fetchedAt: team.fetchedAt,
      outbound,
      overview: overview?.report ?? null,
      people,
      moved,
      summary: summarize({ outbound, people, moved, settings, heatmapBefore }),
      calls: suggestCalls(candidates ?? [], { tags, people }),
      outcomes,
    },
    late: gathering.late,
  }
}
