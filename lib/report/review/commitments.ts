import { z } from 'zod'
import type { StageCounts } from '@/lib/report/funnels'
import { type RateStage, stepRate } from '@/lib/report/funnels'
import type { Rate } from '@/lib/report/outbound'
import { STAGES } from '@/lib/report/query'
import type { Commitment, Measure, Outcome, ReviewPerson } from './document'

const RATES = ['connection', 'conversation', 'conversion'] as const
const MOST = 1_000_000

/** Rates of the stage before, and the stage that each leads to. */
const STAGE_OF: Record<(typeof RATES)[number], RateStage> = {
  connection: 'connected',
  conversation: 'conversations',
  conversion: 'conversions',
}

const is = z.enum(['above', 'below'])

/** How a commitment is measured: a whole count, or a rate as a fraction of the stage before. Messages are keys under `fields`. */
export const measureSchema: z.ZodType<Measure> = z.union([
  z.object({ metric: z.enum(STAGES), is, value: z.int('number').min(0, 'number').max(MOST, 'number') }),
  z.object({ metric: z.enum(RATES), is, value: z.number('number').min(0, 'number').max(1, 'number') }),
])

/** What commitments are judged by. */
export interface Reached {
  team: StageCounts
  people: readonly Pick<ReviewPerson, 'user' | 'now'>[]
  hasConversions: boolean
  /** Rates of fewer are not judged. */
  minSample: number
  /** The period still runs, so its counts may still grow and its rates move. */
  running: boolean
}

function isRate(metric: Measure['metric']): metric is keyof typeof STAGE_OF {
  return metric in STAGE_OF
}

function fulfils(value: number, measure: Measure): boolean {
  return measure.is === 'above' ? value > measure.value : value < measure.value
}

function judgeRate(
  commitment: Commitment,
  measure: Measure,
  rate: Rate | null,
  { minSample, running }: Reached,
): Outcome {
  const reached = rate && { value: rate.value, k: rate.k, n: rate.n }
  if (running) return { commitment, became: 'open', reached }
  if (rate === null || rate.n < minSample) return { commitment, became: 'too-few', reached }
  return { commitment, became: fulfils(rate.value, measure) ? 'kept' : 'missed', reached }
}

function judgeCount(commitment: Commitment, measure: Measure, count: number, { running }: Reached): Outcome {
  const reached = { value: count, k: null, n: null }
  const kept = fulfils(count, measure)
  // Counts only grow: while the period runs, only what is above the mark already is certain.
  const certain = !running || count > measure.value
  return { commitment, became: certain ? (kept ? 'kept' : 'missed') : 'open', reached }
}

/**
 * What became of a commitment of the period before, by this period's numbers: a plain comparison of what was reached with
 * what was promised ("above 50" is not kept by 50). A rate of fewer than `minSample` is not judged. `open` where no number tells it,
 * where the person is not among the people, and while a running period can still turn it.
 */
export function judge(commitment: Commitment, reached: Reached): Outcome {
  const { user, measure } = commitment
  const counts = user ? (reached.people.find(person => person.user.id === user.id)?.now ?? null) : reached.team
  const ofConversions = measure?.metric === 'conversions' || measure?.metric === 'conversion'
  if (measure === null || counts === null || (ofConversions && !reached.hasConversions)) {
    return { commitment, became: 'open', reached: null }
  }
  const { metric } = measure
  return isRate(metric)
    ? judgeRate(commitment, measure, stepRate(counts, STAGE_OF[metric]), reached)
    : judgeCount(commitment, measure, counts[metric], reached)
}
