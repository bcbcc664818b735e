import type { Factor, Split } from '@/lib/report/review/document'
import { FACTORS } from '@/lib/report/review/document'

/** A bar of the waterfall: what it stands for, and where it begins and ends, in conversions. */
export interface Step {
  key: 'before' | Factor | 'now'
  from: number
  to: number
}

/** From the conversions before, over what each factor added or took, to those of now. */
export function stepsOf(split: Split, before: number, now: number): Step[] {
  let at = before
  const steps = FACTORS.map((key): Step => {
    const from = at
    at += split.by[key]
    return { key, from, to: at }
  })
  return [{ key: 'before', from: 0, to: before }, ...steps, { key: 'now', from: 0, to: now }]
}

/** The span of the axis: always with 0, and with every step; a step may well pass below 0. */
export function spanOf(steps: readonly Step[]): { low: number; high: number } {
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  return high > low ? { low, high } : { low: 0, high: 1 }
}
