import type { Change, Rate } from './outbound'
import { countsMidP, countsRatio, newcombe } from './statistics'

/** Both counts together must reach this before chance can be told from change. */
const MIN_CALLS = 20
const ALPHA = 0.05

/** k of n as a rate; null when n is 0, because then there is no rate. */
export function rateOf(k: number, n: number): Rate | null {
  return n > 0 ? { k, n, value: k / n } : null
}

function percentFrom(before: number, now: number): number {
  return now / before - 1
}

/** Equal, or from nothing: what needs no percent. null when a percent can be given. */
function withoutPercent(now: number, before: number): Change | null {
  if (now === before) return { kind: 'equal' }
  return before === 0 ? { kind: 'new' } : null
}

/** Somebody decided it (dials, total time): the change is a fact. */
export function effortChange(now: number, before: number): Change {
  const by = percentFrom(before, now)
  return withoutPercent(now, before) ?? { kind: 'moved', basis: 'effort', unit: 'percent', by, interval: null }
}

/** An average whose spread is unknown: the percent, and no claim. */
export function averageChange(now: number, before: number): Change {
  const by = percentFrom(before, now)
  return withoutPercent(now, before) ?? { kind: 'moved', basis: 'plain', unit: 'percent', by, interval: null }
}

/**
 * A count with chance in it, over `days.now` and `days.before` active days: it moved when the two-sided mid-p is below
 * 0.05 and the counts add up to 20 or more.
 *
 * The percent compares the counts as they stand, and so does its interval. Where the periods are not equally long, the
 * counts per active day must have moved too, and the same way: otherwise +0.8 % could be claimed only because a day off
 * makes it +12 % a day, and a longer month would look like progress. From 0 there is no percent, whatever the test
 * says: "new".
 */
export function countChange(now: number, before: number, days: { now: number; before: number }): Change {
  if (now === before) return { kind: 'equal' }
  if (now + before < MIN_CALLS) return { kind: 'too-few', have: now + before, need: MIN_CALLS }
  if (before === 0) return { kind: 'new' }
  const by = percentFrom(before, now)
  const byDay = percentFrom(before / days.before, now / days.now)
  const beyondChance = (share: { now: number; before: number }) =>
    countsMidP(now, before, share.now, share.before) < ALPHA
  const moved = beyondChance(days) && beyondChance({ now: 1, before: 1 }) && Math.sign(by) === Math.sign(byDay)
  const ratio = countsRatio(now, before)
  // The interval and the test can disagree at the border; one that tells another story is left out.
  const excludesZero = ratio.low > 1 || ratio.high < 1
  const interval = excludesZero === moved ? { low: ratio.low - 1, high: ratio.high - 1 } : null
  if (!moved) return { kind: 'noise', unit: 'percent', by, interval }
  return { kind: 'moved', basis: 'outcome', unit: 'percent', by, interval }
}

/**
 * A rate: the difference in points, and whether its 95 % interval leaves 0 out. Both denominators must reach
 * `minSample`; no rate at all counts as a denominator of 0. A rate above 1 (conversions on calls that were no
 * conversations) is no proportion, so its difference is told without a claim.
 */
export function rateChange(now: Rate | null, before: Rate | null, minSample: number): Change {
  const have = Math.min(now?.n ?? 0, before?.n ?? 0)
  if (now === null || before === null || have < minSample) return { kind: 'too-few', have, need: minSample }
  const by = now.value - before.value
  if (by === 0) return { kind: 'equal' }
  if (now.value > 1 || before.value > 1) return { kind: 'moved', basis: 'plain', unit: 'points', by, interval: null }
  const interval = newcombe(now, before)
  if (interval.low <= 0 && interval.high >= 0) return { kind: 'noise', unit: 'points', by, interval }
  return { kind: 'moved', basis: 'outcome', unit: 'points', by, interval }
}
