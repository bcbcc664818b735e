import 'server-only'
import { activeDays } from '@/lib/report/active-days'
import { countsOf } from '@/lib/report/funnel'
import type { IsoDate, Stage } from '@/lib/report/query'
import { countFrom, type SamePoint } from '@/lib/report/so-far'
import type { Call } from '@/lib/server/allo'
import { sameTimeOn } from '@/lib/settings/same-time'
import { askDays, type Scope } from './standing'
import { startsOfDay } from './starts'

/** What an earlier period had reached at a point. */
export interface UpTo {
  /** null where the day's list could not be had. */
  counts: Record<Stage, number | null>
  /** Days on which anybody dialled. */
  days: number
}

/**
 * What an earlier period had reached at the same point: Allo's numbers of its days, less the calls of the last day that began
 * later than the clocks show now. Lists are asked for only where a day is cut.
 *
 * @param instant whose time of day cuts the last day, milliseconds since the epoch
 * @throws Allo's failure when not even the days can be had
 */
export async function countUpTo(
  scope: Scope,
  { range, cut }: SamePoint,
  { instant, zone, today }: { instant: number; zone: string; today: IsoDate },
  call: Call,
): Promise<UpTo> {
  const { value: answer } = await askDays(scope, range, today, call)
  const counts = countsOf(answer)
  const days = activeDays(answer, range)
  if (cut === null) return { counts, days }

  const until = sameTimeOn(cut, instant, zone)
  const lists: Partial<Record<Stage, number[]>> = {}
  const upTo = async (stage: Stage) => {
    try {
      const starts = await startsOfDay(scope, { stage, day: cut, answer }, today, call)
      lists[stage] = starts
      return Math.max(0, counts[stage] - countFrom(starts, until))
    } catch {
      return null
    }
  }
  const [dials, connected, conversations, conversions] = await Promise.all([
    upTo('dials'),
    upTo('connected'),
    upTo('conversations'),
    scope.tags.length > 0 ? upTo('conversions') : null,
  ])
  const nobodyYet = lists.dials !== undefined && lists.dials.length > 0 && lists.dials.every(start => start >= until)
  return { counts: { dials, connected, conversations, conversions }, days: nobodyYet ? days - 1 : days }
}
