import { rateOf } from './change'
import { countsOfReport, type RateStage, type StageCounts, stepRate } from './funnels'
import type { Change, OutboundReport, Rate } from './outbound'
import { newcombe } from './statistics'

/** One rate of somebody beside the team's. */
export interface BesideRate {
  stage: RateStage
  own: Rate | null
  /** Of the whole team, this person included. */
  team: Rate | null
  /** What may be said of own minus team. */
  change: Change
}

/** One count of somebody beside the mean of the team. */
export interface BesideCount {
  stage: keyof StageCounts
  own: number
  /** The team's count divided by its people; null when nobody is known to divide by. */
  mean: number | null
}

export interface Beside {
  rates: BesideRate[]
  counts: BesideCount[]
  /** People of the team who reached anybody in the period: what the mean divides by. null when the reader does not see them. */
  people: number | null
}

/**
 * How far somebody's rate lies from the team's. The team holds this person too, so the two are no independent samples: what is
 * judged is this person against everybody else (Newcombe 1998). With the share w that this person has of the team's
 * denominator, own − team = (1 − w) · (own − others), so the interval of one is that of the other times 1 − w.
 */
function besideChange(own: Rate | null, team: Rate | null, minSample: number): Change {
  const others = own && team ? rateOf(team.k - own.k, team.n - own.n) : null
  const have = Math.min(own?.n ?? 0, others?.n ?? 0)
  if (!own || !team || !others || have < minSample) return { kind: 'too-few', have, need: minSample }
  const by = own.value - team.value
  if (by === 0) return { kind: 'equal' }
  const proportions = [own, others].every(({ k, n }) => k >= 0 && k <= n)
  if (!proportions) return { kind: 'moved', basis: 'plain', unit: 'points', by, interval: null }
  const apart = newcombe(own, others)
  const part = 1 - own.n / team.n
  const interval = { low: apart.low * part, high: apart.high * part }
  if (interval.low <= 0 && interval.high >= 0) return { kind: 'noise', unit: 'points', by, interval }
  return { kind: 'moved', basis: 'outcome', unit: 'points', by, interval }
}

/**
 * Somebody's funnel beside the team's of the same days. Conversions are left out where no tag is one.
 *
 * @param own the report of this person
 * @param team the same question about everybody
 */
export function besideTeam(own: OutboundReport, team: OutboundReport): Beside {
  const [mine, all] = [countsOfReport(own), countsOfReport(team)]
  const { minSample } = own.heatmap
  const shown = <S extends string>(stages: readonly S[]) =>
    stages.filter(stage => stage !== 'conversions' || own.funnel.hasConversions)
  const { rows, colleagues } = team.leaderboard
  const people = colleagues ? null : rows.filter(({ user, connected }) => user !== null && connected > 0).length
  return {
    rates: shown(['connected', 'conversations', 'conversions'] as const).map(stage => {
      const [one, other] = [stepRate(mine, stage), stepRate(all, stage)]
      return { stage, own: one, team: other, change: besideChange(one, other, minSample) }
    }),
    counts: shown(['dials', 'connected', 'conversations', 'conversions'] as const).map(stage => ({
      stage,
      own: mine[stage],
      mean: people ? all[stage] / people : null,
    })),
    people,
  }
}
