import { z } from 'zod'
import { GOAL_METRICS, type Goal } from './settings'

const goal = z.object({
  subject: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  metric: z.enum(GOAL_METRICS),
  perWeek: z.int('number').min(1, 'number').max(100_000, 'number'),
})

/** All goals of the workspace: at most one for each subject and metric. */
export const goalsSchema = z
  .array(goal)
  .max(900, 'long')
  .superRefine((goals, context) => {
    const seen = new Set<string>()
    goals.forEach(({ subject, metric }, index) => {
      const key = `${subject} ${metric}`
      if (seen.has(key)) context.addIssue({ code: 'custom', message: 'taken', path: [index, 'metric'] })
      seen.add(key)
    })
  })

/** What a change of the goals changed, for the log of who did what: "before → after" by subject and metric, "–" for none. */
export function goalsChange(before: readonly Goal[], after: readonly Goal[]): Record<string, string> {
  const byKey = (goals: readonly Goal[]) =>
    new Map(goals.map(({ subject, metric, perWeek }) => [`${subject}.${metric}`, perWeek]))
  const [old, now] = [byKey(before), byKey(after)]
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort()
  return Object.fromEntries(
    keys
      .filter(key => old.get(key) !== now.get(key))
      .map(key => [key, `${old.get(key) ?? '–'} → ${now.get(key) ?? '–'}`]),
  )
}
