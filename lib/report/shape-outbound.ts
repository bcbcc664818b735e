import type { OutboundAnswer } from '@/lib/allo/schemas'
import { activeDays } from './active-days'
import { createComparer } from './comparer'
import { daysIn } from './dates'
import { shapeFunnel } from './funnel'
import { shapeHeatmap } from './heatmap'
import { shapeLeaderboard } from './leaderboard'
import type { OutboundReport } from './outbound'
import type { ResolvedPeriod } from './period'
import type { IsoDate, ReportQuery, Workspace } from './query'
import { shapeSeries } from './series'
import { shapeTimeSpent } from './time-spent'

export interface OutboundMaterial {
  /** Asked for by the day, whatever the buckets of the query. */
  current: OutboundAnswer
  /** The comparison period's answer; null when none was asked for or it could not be had. */
  before: OutboundAnswer | null
  resolved: ResolvedPeriod
  query: ReportQuery
  workspace: Workspace
  today: IsoDate
  /** Whether tags were sent, so that conversions mean something. */
  hasTags: boolean
}

/** Two of Allo's answers as one finished view. Pure arithmetic: the same material gives the same report. */
export function shapeOutbound(material: OutboundMaterial): OutboundReport {
  const { current, resolved, query, workspace, today, hasTags } = material
  const { name, range, days, running, comparison } = resolved
  // Without the dates that an answer was asked for, it cannot be compared.
  const past = comparison && material.before && { answer: material.before, range: comparison.range }
  const before = past?.answer ?? null

  const activeNow = activeDays(current, range)
  const activeBefore = past ? activeDays(past.answer, past.range) : 0
  const comparer = createComparer({
    verdict: past === null ? 'none' : comparison?.likeForLike ? 'judged' : 'withheld',
    // A period without a single call still lasted its days.
    days: { now: activeNow || days, before: activeBefore || (past ? daysIn(past.range) : 1) },
    minSample: workspace.minSample,
  })
  const { granularity } = query
  const { weekStart } = workspace

  return {
    period: { name, range, days, running },
    comparison,
    zone: workspace.zone,
    today,
    tags: query.tags ?? workspace.conversionTags,
    funnel: shapeFunnel(current, before, { comparer, hasTags, activeDays: activeNow }),
    series: shapeSeries({ answer: current, range }, past, today, { granularity, weekStart, hasTags }),
    timeSpent: shapeTimeSpent(current, before, comparer),
    heatmap: shapeHeatmap(current, range, workspace),
    leaderboard: shapeLeaderboard(current, before, comparer),
  }
}
