import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { GoalProgress, Measure } from '@/lib/tv/boards'
import type { Wall } from './context'

/** What a line is about; `ahead` is left out where there is little room. */
type LineName = 'rate' | 'goal' | 'ahead'

/** "needs 7 more a day, heading for 1,480 to 1,560": what is known of what lies ahead; '' when nothing is. */
function aheadLine({ projected, neededPerDay, pace }: GoalProgress, { words, language }: Wall): string {
  const count = (value: number) => formatCount(value, language)
  if (pace === 'reached') return ''
  const parts: string[] = []
  // Who is on pace gets there as they go: more would be asked of them only to no end.
  if (pace !== 'on' && pace !== 'ahead' && neededPerDay !== null && neededPerDay > 0) {
    parts.push(words('goal.needed', { count: count(neededPerDay) }))
  }
  if (projected) {
    const [low, high] = [count(projected.low), count(projected.high)]
    parts.push(low === high ? words('goal.projectedOne', { low }) : words('goal.projected', { low, high }))
  }
  return parts.join(', ')
}

/** What stands under a measure's name, line by line: its rate of the stage before, then its goal. */
export function measureLines({ metric, step, goal }: Measure, wall: Wall): { name: LineName; text: string }[] {
  const { words, language } = wall
  const lines: { name: LineName; text: string }[] = []
  if (step && metric !== 'dials') {
    // A tag may sit on a call that was no conversation: such a rate stands as it is, with a note.
    const kind = metric === 'conversions' && step.k > step.n ? 'over' : metric
    lines.push({ name: 'rate', text: words(`step.${kind}`, { rate: formatPercent(step.value, language) }) })
  }
  if (!goal) return lines
  const ahead = aheadLine(goal, wall)
  const named = words(`goal.${goal.pace ?? 'plain'}`, { goal: formatCount(goal.goal, language) })
  lines.push({ name: 'goal', text: named })
  if (ahead) lines.push({ name: 'ahead', text: ahead })
  return lines
}
