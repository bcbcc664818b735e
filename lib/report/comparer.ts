import { averageChange, countChange, effortChange, rateChange } from './change'
import type { Change, Compared, Rate } from './outbound'

/** Sets a value beside its counterpart in the comparison period, and says what may be said of the difference. */
export interface Comparer {
  /** Somebody decided it: dials, total time. */
  effort(now: number, before: number | null): Compared<number>
  /** Chance is in it: connected, conversations, conversions. */
  count(now: number, before: number | null): Compared<number>
  /** `before` null is a rate that does not exist when there is a comparison, and no comparison otherwise. */
  rate(now: Rate | null, before: Rate | null): Compared<Rate | null>
  /** Nothing is said where either is unknown. */
  average(now: number | null, before: number | null): Compared<number | null>
  /** As `effort`, for a total that Allo may leave out. */
  total(now: number | null, before: number | null): Compared<number | null>
}

interface Grounds {
  /** `none`: nothing to compare with. `withheld`: a period still runs, so both values are shown and no change. */
  verdict: 'none' | 'withheld' | 'judged'
  /** Days with calls in each period. */
  days: { now: number; before: number }
  minSample: number
}

/** The one place that decides whether changes are judged at all; how is in change.ts. */
export function createComparer({ verdict, days, minSample }: Grounds): Comparer {
  function compare<T>(now: T, before: T | null, judge: () => Change): Compared<T> {
    return { now, before, change: verdict === 'judged' ? judge() : { kind: verdict } }
  }
  const known =
    (judge: (now: number, before: number) => Change) =>
    (now: number | null, before: number | null): Change =>
      now === null || before === null ? { kind: 'none' } : judge(now, before)
  const effort = known(effortChange)
  const average = known(averageChange)
  const count = known((now, before) => countChange(now, before, days))
  return {
    effort: (now, before) => compare(now, before, () => effort(now, before)),
    total: (now, before) => compare(now, before, () => effort(now, before)),
    average: (now, before) => compare(now, before, () => average(now, before)),
    count: (now, before) => compare(now, before, () => count(now, before)),
    rate: (now, before) => compare(now, before, () => rateChange(now, before, minSample)),
  }
}
