import type { OutboundAnswer } from '@/lib/allo/schemas'
import { rateOf } from './change'
import type { Comparer } from './comparer'
import type { FunnelStageView, FunnelView, Rate } from './outbound'
import { STAGES, type Stage } from './query'

type Counts = Record<Stage, number>

export function countsOf({ funnel }: OutboundAnswer): Counts {
  return {
    dials: funnel.dials.count.value,
    connected: funnel.connected.count.value,
    conversations: funnel.conversations.count.value,
    conversions: funnel.conversions.count.value,
  }
}

const PREVIOUS = {
  connected: 'dials',
  conversations: 'connected',
  conversions: 'conversations',
} as const satisfies Partial<Record<Stage, Stage>>

function stageView(stage: Stage, now: Counts, before: Counts | null, comparer: Comparer): FunnelStageView {
  if (stage === 'dials') {
    return { stage, count: comparer.effort(now.dials, before?.dials ?? null), ofDials: null, ofPrevious: null }
  }
  const rateBy = (base: Stage) => {
    const rate = (counts: Counts): Rate | null => rateOf(counts[stage], counts[base])
    return comparer.rate(rate(now), before && rate(before))
  }
  return {
    stage,
    count: comparer.count(now[stage], before?.[stage] ?? null),
    ofDials: rateBy('dials'),
    ofPrevious: rateBy(PREVIOUS[stage]),
  }
}

/** Without a tag Allo's conversions mean nothing, so the stage keeps its place and holds no number of Allo's. */
const NO_CONVERSIONS: FunnelStageView = {
  stage: 'conversions',
  count: { now: 0, before: null, change: { kind: 'none' } },
  ofDials: null,
  ofPrevious: null,
}

/**
 * The four stages with counts and both rates, computed from the counts and not from Allo's rounded rates.
 * `activeDays` are the days of the period on which anybody dialled.
 */
export function shapeFunnel(
  current: OutboundAnswer,
  before: OutboundAnswer | null,
  { comparer, hasTags, activeDays }: { comparer: Comparer; hasTags: boolean; activeDays: number },
): FunnelView {
  const now = countsOf(current)
  const then = before && countsOf(before)
  return {
    stages: STAGES.map(stage =>
      stage === 'conversions' && !hasTags ? NO_CONVERSIONS : stageView(stage, now, then, comparer),
    ),
    hasConversions: hasTags,
    dialsPerActiveDay: activeDays > 0 ? now.dials / activeDays : null,
    conversionsExceedConversations: hasTags && now.conversions > now.conversations,
  }
}
