import type { StageCounts } from '@/lib/report/funnels'
import { FACTORS, type Factor, type Moved, type ReviewPerson, type Split } from './document'

/** Every order in which the four factors can change from before to now: 24. */
const ORDERS = permutations(FACTORS)

function permutations(factors: readonly Factor[]): Factor[][] {
  if (factors.length === 0) return [[]]
  return factors.flatMap(first => permutations(factors.filter(each => each !== first)).map(rest => [first, ...rest]))
}

const STEPS = {
  connection: ['connected', 'dials'],
  conversation: ['conversations', 'connected'],
  conversion: ['conversions', 'conversations'],
} as const

/** Dials and the three rates; 0 for a rate with nothing to divide by. */
function factorsOf(counts: StageCounts): Record<Factor, number> {
  const rate = (step: keyof typeof STEPS) => {
    const [k, n] = STEPS[step]
    return counts[n] > 0 ? counts[k] / counts[n] : 0
  }
  return {
    dials: counts.dials,
    connection: rate('connection'),
    conversation: rate('conversation'),
    conversion: rate('conversion'),
  }
}

function product(factors: Record<Factor, number>): number {
  return FACTORS.reduce((all, factor) => all * factors[factor], 1)
}

/**
 * The change of conversions, split by the Shapley value (1953) over dials and the three step rates: the mean effect of
 * changing each, over all 24 orders in which they can change. The parts sum to the change and all orders count alike.
 *
 * A rate with nothing to divide by is taken as 0 and named in `assumed`. Conversions that then are of no conversation
 * (their tag sits on other calls) are no product of the four: their change counts as one of the last step.
 *
 * @returns parts in conversions, not rounded
 */
export function splitChange(before: StageCounts, now: StageCounts): Split {
  const [from, to] = [factorsOf(before), factorsOf(now)]
  const by: Record<Factor, number> = { dials: 0, connection: 0, conversation: 0, conversion: 0 }
  for (const order of ORDERS) {
    const state = { ...from }
    let value = product(state)
    for (const factor of order) {
      state[factor] = to[factor]
      const next = product(state)
      by[factor] += (next - value) / ORDERS.length
      value = next
    }
  }
  const assumed = (['connection', 'conversation', 'conversion'] as const).filter(step => {
    const base = STEPS[step][1]
    return before[base] === 0 || now[base] === 0
  })
  if (assumed.length > 0) by.conversion += now.conversions - product(to) - (before.conversions - product(from))
  return { total: now.conversions - before.conversions, by, assumed }
}

/**
 * What moved conversions, of the team and of each person. People without numbers of the period before are in `rest`.
 *
 * @returns null where there is nothing to compare with
 */
export function movedOf(
  team: { now: StageCounts; before: StageCounts | null },
  people: readonly Pick<ReviewPerson, 'user' | 'now' | 'before'>[],
): Moved | null {
  if (team.before === null) return null
  const whole = splitChange(team.before, team.now)
  const parts = people.flatMap(({ user, now, before }) => (before ? [{ user, split: splitChange(before, now) }] : []))
  return {
    team: whole,
    people: parts.toSorted(
      (one, other) =>
        Math.abs(other.split.total) - Math.abs(one.split.total) ||
        one.user.name.localeCompare(other.user.name, 'en') ||
        (one.user.id < other.user.id ? -1 : 1),
    ),
    rest: parts.reduce((left, { split }) => left - split.total, whole.total),
  }
}
