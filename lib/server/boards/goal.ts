import 'server-only'
import { addDays } from '@/lib/report/dates'
import { neededPerDay, paceOf, project } from '@/lib/report/pace'
import { workspace } from '@/lib/server/workspace'
import { TEAM } from '@/lib/settings/goal-sums'
import type { GoalMetric } from '@/lib/settings/settings'
import { shareWorked, workingDaysLeft } from '@/lib/settings/working-share'
import type { GoalProgress } from '@/lib/tv/boards'
import { findPast } from './past'
import type { Standing } from './standing'

/** Whose goals a view is measured by: the team's, or one person's; nobody's for several people and for lines. */
function subjectOf({ people, lines }: Standing['scope']): string | null {
  if (lines.length > 0 || people.length > 1) return null
  return people[0] ?? TEAM
}

/** What this week should bring; null without a goal. Goals are by week, and count conversions by the workspace's own tags. */
function goalOf({ scope, resolved, workspace: { goals } }: Standing, metric: GoalMetric): number | null {
  if (resolved.name !== 'this-week') return null
  if (metric === 'conversions' && scope.tags.toSorted().join() !== workspace().conversionTags.toSorted().join())
    return null
  const subject = subjectOf(scope)
  return goals.find(goal => goal.subject === subject && goal.metric === metric)?.perWeek ?? null
}

/**
 * How the goal of the running week stands: by working time, and by where the weeks before had been at the same point.
 *
 * @returns null without a goal
 */
export async function goalProgress(
  standing: Standing,
  metric: GoalMetric,
  value: number,
): Promise<GoalProgress | null> {
  const goal = goalOf(standing, metric)
  if (goal === null) return null
  const { resolved, asOf } = standing
  const { settings } = standing.workspace
  const week = { from: resolved.range.from, to: addDays(resolved.range.from, 6) }
  const passed = shareWorked(week, asOf, settings)
  const projected = passed > 0 ? project(value, await findPast(standing, metric)) : null
  return {
    goal,
    passed,
    pace: paceOf(value, goal, projected),
    projected,
    neededPerDay: neededPerDay(value, goal, workingDaysLeft(week, asOf, settings)),
  }
}
