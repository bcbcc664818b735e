import 'server-only'
import type { OutboundAnswer } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import { countsOf } from '@/lib/report/funnel'
import type { IsoDate, Stage } from '@/lib/report/query'
import { askAllCalls } from '@/lib/server/all-calls'
import type { Call } from '@/lib/server/allo'
import { type AnswerCache, createCache } from '@/lib/server/cache'
import { FRESH_FOR } from '@/lib/server/fresh-for'
import { remember } from '@/lib/server/remember'
import { sharedAnswers } from '@/lib/server/shared/shared'
import type { Scope } from './standing'

/** Longer lists are not read: Allo would be asked for more than a hundred pages. */
const LONGEST_LIST = 10_000
/** Four stages of a day for each view, eight weeks of each goal, and those of the day before; at most 80 KB each, mostly two. */
const MAX_DAYS = 2_000

/** Apart from the lists of the desk, which are of whole calls, larger and sooner out of date. */
const days = () =>
  remember<AnswerCache>('day starts', () => createCache({ maxItems: MAX_DAYS, shared: sharedAnswers('starts') }))

/** A day's calls at a stage by the daily numbers; those of `conversations`, which Allo does not tell by day, are connected calls. */
function countOfDay({ timeSeries }: OutboundAnswer, stage: Stage, day: IsoDate): number {
  const points = timeSeries[stage === 'conversations' ? 'connected' : stage]
  return points.filter(({ date }) => date === day).reduce((sum, { value }) => sum + value, 0)
}

/**
 * When the calls of a closed day began that reached a stage, milliseconds since the epoch. How far a call came is known when it
 * is over, so that a day is asked for once; only conversions, which come of tags, are asked for again, each hour.
 *
 * @param answer of dates with that day: how long the list would be
 * @throws CallboardError ALLO_RANGE_TOO_WIDE for more than 10,000 calls, or Allo's failure
 */
export async function startsOfDay(
  scope: Scope,
  { stage, day, answer }: { stage: Stage; day: IsoDate; answer: OutboundAnswer },
  today: IsoDate,
  { signal, ...call }: Call,
): Promise<number[]> {
  if (countsOf(answer)[stage] === 0) return []
  if (countOfDay(answer, stage, day) > LONGEST_LIST) throw new CallboardError('ALLO_RANGE_TOO_WIDE', 'too long a list')
  const question = { ...scope, range: { from: day, to: day }, granularity: 'day' as const, stage }
  const freshFor = stage === 'conversions' ? FRESH_FOR.closedList : FRESH_FOR.closedDay
  const { value } = await days().ask(JSON.stringify(question), { freshFor, signal }, async shared => {
    const list = await askAllCalls(question, today, { ...call, signal: shared })
    return list.value.map(({ date }) => Date.parse(date))
  })
  return value
}
