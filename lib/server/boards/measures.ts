import 'server-only'
import { activeDays } from '@/lib/report/active-days'
import { countChange, effortChange } from '@/lib/report/change'
import { daysIn } from '@/lib/report/dates'
import { countsOf } from '@/lib/report/funnel'
import { stepRate } from '@/lib/report/funnels'
import type { Change } from '@/lib/report/outbound'
import { type DateRange, STAGES, type Stage } from '@/lib/report/query'
import { type SamePoint, samePoint } from '@/lib/report/so-far'
import type { Measure } from '@/lib/tv/boards'
import { goalProgress } from './goal'
import { patiently } from './patience'
import type { Standing } from './standing'
import { countUpTo, type UpTo } from './up-to'

/** The dates to compare with; null where there are none or they are not over yet. */
function pointOf({ resolved, day }: Standing): SamePoint | null {
  const { range, running, comparison } = resolved
  if (comparison === null) return null
  if (running) return samePoint(range, comparison.range, day)
  return comparison.likeForLike ? { range: comparison.range, cut: null } : null
}

async function findEarlier(standing: Standing): Promise<(UpTo & { range: DateRange }) | null> {
  const point = pointOf(standing)
  if (point === null) return null
  const { scope, asOf, today, workspace, call, onLate } = standing
  const clock = { instant: asOf, zone: workspace.settings.zone, today }
  const upTo = await patiently(countUpTo(scope, point, clock, call), onLate)
  return upTo && { ...upTo, range: point.range }
}

/**
 * The stages of the funnel beside the same point of the earlier period. A value that has no counterpart stands without a change.
 *
 * @returns also the dates that were compared with, null where nothing was
 */
export async function measuresOf(standing: Standing): Promise<{ measures: Measure[]; comparedWith: DateRange | null }> {
  const { answer, resolved, scope, day } = standing
  const { range } = resolved
  const now = countsOf(answer)
  const earlier = await findEarlier(standing)
  const lasted = daysIn(resolved.running ? { from: range.from, to: day } : range)
  const days = {
    // A period without a single call still lasted its days.
    now: activeDays(answer, range) || lasted,
    before: earlier?.days || (earlier ? daysIn(earlier.range) : 1),
  }
  const changeOf = (stage: Stage, before: number | null): Change | null => {
    if (before === null) return null
    return stage === 'dials' ? effortChange(now.dials, before) : countChange(now[stage], before, days)
  }
  const shown = STAGES.filter(stage => stage !== 'conversions' || scope.tags.length > 0)
  const measures = shown.map(async (stage): Promise<Measure> => {
    const before = earlier?.counts[stage] ?? null
    return {
      metric: stage,
      value: now[stage],
      step: stage === 'dials' ? null : stepRate(now, stage),
      before,
      change: changeOf(stage, before),
      goal: await goalProgress(standing, stage, now[stage]),
    }
  })
  return { measures: await Promise.all(measures), comparedWith: earlier?.range ?? null }
}
