import { STAGES } from '@/lib/report/query'
import type { Goal, GoalMetric } from '@/lib/settings/settings'

/** What stands in the fields, by `cellKey`. */
export type Cells = Readonly<Record<string, string>>

/** Names the field of one subject and metric. */
export function cellKey(subject: string, metric: GoalMetric): string {
  return `${subject} ${metric}`
}

/** The fields that show these goals. */
export function writeCells(goals: readonly Goal[]): Cells {
  return Object.fromEntries(goals.map(({ subject, metric, perWeek }) => [cellKey(subject, metric), String(perWeek)]))
}

/** The goals that stand in the fields, in a fixed order; what is no number goes along as such, to be refused by name. */
export function readCells(cells: Cells): Goal[] {
  return Object.entries(cells)
    .filter(([, text]) => text.trim() !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, text]) => {
      const [subject = '', name] = key.split(' ')
      const metric = STAGES.find(stage => stage === name)
      return metric ? [{ subject, metric, perWeek: Number(text) }] : []
    })
}
