import 'server-only'
import { addDays } from '@/lib/report/dates'
import { countsOf } from '@/lib/report/funnel'
import type { PastPeriod } from '@/lib/report/pace'
import type { DateRange, Stage } from '@/lib/report/query'
import { countFrom, samePoint } from '@/lib/report/so-far'
import { type AnswerCache, createCache } from '@/lib/server/cache'
import { FRESH_FOR } from '@/lib/server/fresh-for'
import { remember } from '@/lib/server/remember'
import { sharedAnswers } from '@/lib/server/shared/shared'
import { sameTimeOn } from '@/lib/settings/same-time'
import { patiently } from './patience'
import { askDays, type Standing } from './standing'
import { startsOfDay } from './starts'

const WEEKS = 8
/** Eight weeks for each view and goal, and those of the day before. */
const MAX_WEEKS = 2_000

/** A week that is over: its calls, those up to the end of one of its days, and when those of that day began. */
interface Week {
  total: number
  upTo: number
  starts: number[]
}

const pastWeeks = () =>
  remember<AnswerCache>('board weeks', () => createCache({ maxItems: MAX_WEEKS, shared: sharedAnswers('weeks') }))

async function fetchWeek(
  { scope, today, call }: Standing,
  stage: Stage,
  whole: DateRange,
  part: DateRange,
): Promise<Week> {
  const total = countsOf((await askDays(scope, whole, today, call)).value)[stage]
  if (total === 0) return { total, upTo: 0, starts: [] }
  const { value: answer } = await askDays(scope, part, today, call)
  const starts = await startsOfDay(scope, { stage, day: part.to, answer }, today, call)
  return { total, upTo: countsOf(answer)[stage], starts }
}

/** A week that many weeks ago, by the same point of it. Each is asked for once a day, by all who look at the same view. */
async function pastWeek(standing: Standing, stage: Stage, ago: number): Promise<PastPeriod> {
  const { scope, resolved, day, asOf, workspace } = standing
  const whole = { from: addDays(resolved.range.from, -7 * ago), to: addDays(resolved.range.from, 6 - 7 * ago) }
  const part = samePoint(resolved.range, whole, day)?.range
  if (part === undefined) return { reached: 0, total: 0 }
  const key = JSON.stringify([scope, stage, part])
  // Only late tags change such a week, and what it is for is a share: a day's age does not matter.
  const { closedDay: freshFor } = FRESH_FOR
  const { value } = await pastWeeks().ask(key, { freshFor }, () => fetchWeek(standing, stage, whole, part))
  const until = sameTimeOn(part.to, asOf, workspace.settings.zone)
  return { reached: value.upTo - countFrom(value.starts, until), total: value.total }
}

/** One week after the other, so that a wall of new views does not fill the queue before the numbers of today. */
async function readWeeks(standing: Standing, stage: Stage): Promise<PastPeriod[]> {
  const past: PastPeriod[] = []
  for (let ago = 1; ago <= WEEKS; ago += 1) {
    const [week] = await Promise.allSettled([pastWeek(standing, stage, ago)])
    if (week.status === 'fulfilled') past.push(week.value)
  }
  return past
}

/**
 * The last eight complete weeks and what they had reached at the same point. None while they are still being read; those that
 * cannot be had are missing.
 */
export async function findPast(standing: Standing, stage: Stage): Promise<PastPeriod[]> {
  return (await patiently(readWeeks(standing, stage), standing.onLate)) ?? []
}
