import type { OutboundReport } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import { FACTORS, type Factor, type Moved, type SummaryFact } from './document'

const STAGE_OF: Record<Exclude<Factor, 'dials'>, Stage> = {
  connection: 'connected',
  conversation: 'conversations',
  conversion: 'conversions',
}

/** Dials are effort, and so a fact; a rate must itself have moved beyond chance to be named. */
function mayBeNamed(factor: Factor, { funnel }: OutboundReport): boolean {
  if (factor === 'dials') return true
  const change = funnel.stages.find(({ stage }) => stage === STAGE_OF[factor])?.ofPrevious?.change
  return change?.kind === 'moved' && change.basis === 'outcome'
}

/**
 * The factor behind most of the change in conversions: told only where conversions moved beyond chance, where one factor makes
 * more than half of the change, and where that factor's own change is no chance either.
 */
export function driverOf(
  conversions: Extract<SummaryFact, { kind: 'conversions' }>,
  moved: Moved | null,
  outbound: OutboundReport,
): SummaryFact | null {
  if (moved === null || (conversions.change !== 'more' && conversions.change !== 'fewer')) return null
  const { total, by } = moved.team
  const share = (factor: Factor) => by[factor] / total
  const [factor] = FACTORS.toSorted((one, other) => share(other) - share(one))
  if (factor === undefined || share(factor) <= 0.5 || !mayBeNamed(factor, outbound)) return null
  return { kind: 'driver', factor, by: by[factor] }
}
