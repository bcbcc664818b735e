import { rateOf } from './change'
import type { Freshness, OutboundReport, Rate } from './outbound'
import { STAGES, type Stage } from './query'
import { newcombe, wilson } from './statistics'
import type { FunnelSort, Sort } from './team-place'

export type StageCounts = Record<Stage, number>

/** What the server answers of one person's funnel. */
export interface FunnelAnswer {
  /** Conversions are 0 and mean nothing when no tag is configured. */
  counts: StageCounts
  hasConversions: boolean
  /** ISO 8601. */
  fetchedAt: string
  freshness: Freshness
}

/** A person with their funnel, once it is here. */
export interface FunnelRow {
  user: { id: string; name: string }
  blocked: boolean
  /** null while it is on its way, or when it failed. */
  counts: StageCounts | null
}

/** A row in its place. */
export interface PlacedFunnel extends FunnelRow {
  /**
   * Of a ranking by rate: rows that cannot be told apart share a band, 1 is the best. null without a ranking and for rows with
   * too few calls, which are never ranked.
   */
  band: number | null
}

const BASE = { connected: 'dials', conversations: 'connected', conversions: 'conversations' } as const
export type RateStage = keyof typeof BASE

/** The counts of a report's funnel. */
export function countsOfReport({ funnel }: Pick<OutboundReport, 'funnel'>): StageCounts {
  const of = (stage: Stage) => funnel.stages.find(each => each.stage === stage)?.count.now ?? 0
  return {
    dials: of('dials'),
    connected: of('connected'),
    conversations: of('conversations'),
    conversions: of('conversions'),
  }
}

/** The rate of a stage, of the stage before; null where that is 0. */
export function stepRate(counts: StageCounts, stage: RateStage): Rate | null {
  return rateOf(counts[stage], counts[BASE[stage]])
}

/** What the shown rows leave of the team's counts; null until every row is here. */
export function remainder(team: StageCounts, rows: readonly FunnelRow[]): StageCounts | null {
  const rest = { ...team }
  for (const { counts } of rows) {
    if (counts === null) return null
    for (const stage of STAGES) rest[stage] -= counts[stage]
  }
  return rest
}

/** Conversions may exceed conversations, which is no proportion: such a rate counts as a full one in the ranking only. */
function proportion({ k, n }: Rate): { k: number; n: number } {
  return { k: Math.min(k, n), n }
}

function isBelow(one: Rate, leader: Rate): boolean {
  return newcombe(proportion(one), proportion(leader)).high < 0
}

function byName(one: FunnelRow, other: FunnelRow): number {
  return one.user.name.localeCompare(other.user.name, 'en') || (one.user.id < other.user.id ? -1 : 1)
}

function placed(rows: readonly FunnelRow[]): PlacedFunnel[] {
  return rows.map(row => ({ ...row, band: null }))
}

/** The lower end of a rate's 95 % Wilson interval: what a ranking goes by, so that luck with few calls is not rewarded. */
function lowerEnd(rate: Rate): number {
  const { k, n } = proportion(rate)
  return wilson(k, n).low
}

/**
 * The best by a rate, by the lower end of its interval, in bands: a new band begins with the first row that is credibly below
 * the one that leads the band before it.
 */
function ranked(rows: readonly (FunnelRow & { rate: Rate })[]): PlacedFunnel[] {
  let band = 0
  let leader: Rate | null = null
  return rows
    .toSorted((one, other) => lowerEnd(other.rate) - lowerEnd(one.rate) || byName(one, other))
    .map(({ rate, ...row }) => {
      if (leader === null || isBelow(rate, leader)) {
        leader = rate
        band += 1
      }
      return { ...row, band }
    })
}

/**
 * The rows in the order of a column. Dials: most first. A rate: best first in bands (see `ranked`), then those with fewer than
 * `minSample` in the denominator, most of it first, then who has no funnel; only the ranked part turns round when reversed.
 *
 * @param rows while they arrive, a reader aims at what stands still: all but names keep this order until they are settled
 * @param settled whether every funnel is here or has failed
 */
export function sortFunnels(
  rows: readonly FunnelRow[],
  { by, reversed }: Sort<FunnelSort>,
  minSample: number,
  settled: boolean,
): PlacedFunnel[] {
  const turned = <T>(list: readonly T[]) => (reversed ? list.toReversed() : list)
  if (by === 'name') return placed(turned(rows.toSorted(byName)))
  if (!settled) return placed(turned(rows))
  const here = rows.flatMap(row => (row.counts ? [{ row, counts: row.counts }] : []))
  const waiting = placed(rows.filter(row => row.counts === null).toSorted(byName))
  if (by === 'dials') {
    const most = here.toSorted((one, other) => other.counts.dials - one.counts.dials || byName(one.row, other.row))
    return [...placed(turned(most).map(({ row }) => row)), ...waiting]
  }
  const rated = here.map(({ row, counts }) => ({ ...row, rate: stepRate(counts, by), n: counts[BASE[by]] }))
  const enough = rated.flatMap(({ rate, n, ...row }) => (rate && n >= minSample ? [{ ...row, rate }] : []))
  const few = rated
    .filter(({ rate, n }) => rate === null || n < minSample)
    .toSorted((one, other) => other.n - one.n || byName(one, other))
  return [...turned(ranked(enough)), ...placed(few.map(({ rate: _, n: __, ...row }) => row)), ...waiting]
}
