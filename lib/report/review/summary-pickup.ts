import { rateChange, rateOf } from '@/lib/report/change'
import type { HeatmapView, Rate } from '@/lib/report/outbound'
import type { SummaryFact } from './document'

const NOON = 12

/** All calls of a part of the day, pooled. */
function pooled({ rows }: HeatmapView, part: 'morning' | 'afternoon'): Rate | null {
  const cells = rows.flatMap(row => row.cells).filter(({ hour }) => hour < NOON === (part === 'morning'))
  return rateOf(
    cells.reduce((sum, cell) => sum + cell.connected, 0),
    cells.reduce((sum, cell) => sum + cell.dials, 0),
  )
}

/** The part of the day in which the connect rate moved beyond chance; the one that moved further where both did. */
export function pickupOf(now: HeatmapView, before: HeatmapView | null, minSample: number): SummaryFact | null {
  if (before === null) return null
  const moved = (['morning', 'afternoon'] as const).flatMap(part => {
    const change = rateChange(pooled(now, part), pooled(before, part), minSample)
    return change.kind === 'moved' && change.basis === 'outcome' ? [{ part, by: change.by }] : []
  })
  const [most] = moved.toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
  return most ? { kind: 'pickup', ...most } : null
}
