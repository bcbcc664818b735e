import type { HeatCell, HeatmapView, HeatRow } from '@/lib/report/outbound'
import type { HeatMetric } from '@/lib/report/query'

/**
 * What a cell shows of a metric: a fraction for the rate; for counts the mean per occurrence of the weekday, so that five
 * Tuesdays do not outshine four Mondays. null where there is nothing to show: no dials, or too few to speak of a rate.
 */
export function heatValue(cell: HeatCell, row: Pick<HeatRow, 'occurrences'>, metric: HeatMetric): number | null {
  if (cell.dials === 0) return null
  if (metric === 'rate') return cell.enough && cell.rate ? cell.rate.value : null
  return row.occurrences > 0 ? cell[metric] / row.occurrences : null
}

/** The best hour where it may carry the ring: only when it is credibly better than the rest. */
export function ringedCell(view: HeatmapView): { weekday: HeatRow['weekday']; hour: number } | null {
  return view.best?.credible ? view.best : null
}
