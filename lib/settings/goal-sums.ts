import type { Goal, GoalMetric } from './settings'

/** The subject of what the whole team should bring. */
export const TEAM = 'team'

/** What the goals of single people add up to. */
export function sumOfPeople(goals: readonly Goal[], metric: GoalMetric): number {
  return goals
    .filter(goal => goal.metric === metric && goal.subject !== TEAM)
    .reduce((sum, { perWeek }) => sum + perWeek, 0)
}
