import 'server-only'
import type { OutboundAnswer } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import { activeDays } from '@/lib/report/active-days'
import { countsOf } from '@/lib/report/funnel'
import type { IsoDate, Stage } from '@/lib/report/query'
import { countFrom, type SamePoint } from '@/lib/report/so-far'
import { askAllCalls } from '@/lib/server/all-calls'
import type { Call } from '@/lib/server/allo'
import { sameTimeOn } from '@/lib/settings/same-time'
import { askDays, type Scope } from './standing'

/** Longer lists are not read: Allo would be asked for more than a hundred pages. */
const LONGEST_LIST = 10_000

/** A day's calls at a stage by the daily numbers; those of `conversations`, which Allo does not tell by day, are connected calls. */
function countOfDay({ timeSeries }: OutboundAnswer, stage: Stage, day: IsoDate): number {
  const points = timeSeries[stage === 'conversations' ? 'connected' : stage]
  return points.filter(({ date }) => date === day).reduce((sum, { value }) => sum + value, 0)
}

/**
 * When the calls of a closed day began that reached a stage, milliseconds since the epoch.
 *
 * @param answer of dates with that day: how long the list would be
 * @throws CallboardError ALLO_RANGE_TOO_WIDE for more than 10,000 calls, or Allo's failure
 */
export async function startsOfDay(
  scope: Scope,
  { stage, day, answer }: { stage: Stage; day: IsoDate; answer: OutboundAnswer },
  today: IsoDate,
  call: Call,
): Promise<number[]> {
  if (countsOf(answer)[stage] === 0) return []
  if (countOfDay(answer, stage, day) > LONGEST_LIST) throw new CallboardError('ALLO_RANGE_TOO_WIDE', 'too long a list')
  const range = { from: day, to: day }
  const { value } = await askAllCalls({ ...scope, range, granularity: 'day', stage }, today, call)
  return value.map(({ date }) => Date.parse(date))
}

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
  const days = activeDays(answer, range, 'day')
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
