import type { OutboundAnswer } from '@/lib/allo/schemas'
import { rateOf } from './change'
import { eachDay, weekdayOf, weekdaysFrom } from './dates'
import type { BestHour, HeatCell, HeatmapView, HeatRow, Rate } from './outbound'
import type { DateRange, Workspace } from './query'
import { wilson } from './statistics'

/** Shown even when nobody dials then. */
const FIRST_HOUR = 8
const LAST_HOUR = 19

/** `monday-9` → how many. Allo sends all cells or only those with calls, in any order. */
function tally(cells: OutboundAnswer['heatmap']['dials']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { day, hour, value } of cells) {
    const key = `${day.toLowerCase()}-${hour}`
    counts.set(key, (counts.get(key) ?? 0) + value)
  }
  return counts
}

/** Working hours, widened to every hour with a call. */
function hoursOf({ dials, connected }: OutboundAnswer['heatmap']): number[] {
  const called = [...dials, ...connected].filter(cell => cell.value > 0).map(cell => cell.hour)
  const first = Math.min(FIRST_HOUR, ...called)
  const last = Math.max(LAST_HOUR, ...called)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Lower end of the 95 % Wilson interval; null for what is no proportion (more connected than dialled). */
function lowerEnd({ k, n }: Rate): number | null {
  return k <= n ? wilson(k, n).low : null
}

/**
 * The cell with the highest lower end among those with enough dials, the first of equals; credible when that end lies
 * above the whole table's rate.
 */
function findBest(rows: readonly HeatRow[], overall: Rate | null): BestHour | null {
  let best: BestHour | null = null
  let highest = Number.NEGATIVE_INFINITY
  for (const { weekday, cells } of rows) {
    for (const { hour, rate, enough } of cells) {
      const low = enough && rate ? lowerEnd(rate) : null
      if (low === null || rate === null || low <= highest) continue
      highest = low
      best = { weekday, hour, rate, credible: overall !== null && low > overall.value }
    }
  }
  return best
}

/** Largest value among the cells, 0 when there is none; counts per occurrence of their weekday. */
function largest(rows: readonly HeatRow[]): HeatmapView['max'] {
  // A range shorter than a week lacks some weekdays; should Allo have calls there all the same, they count as one day's.
  const perDay = (metric: 'dials' | 'connected') =>
    rows.flatMap(({ occurrences, cells }) => cells.map(cell => cell[metric] / Math.max(1, occurrences)))
  const rates = rows.flatMap(({ cells }) => cells.flatMap(cell => (cell.enough && cell.rate ? [cell.rate.value] : [])))
  return {
    dials: Math.max(0, ...perDay('dials')),
    connected: Math.max(0, ...perDay('connected')),
    rate: Math.max(0, ...rates),
  }
}

/** Calls by weekday and hour; rates from counts, because Allo's cell rates come in two units. */
export function shapeHeatmap(
  { heatmap }: OutboundAnswer,
  range: DateRange,
  { weekStart, minSample }: Pick<Workspace, 'weekStart' | 'minSample'>,
): HeatmapView {
  const dialled = tally(heatmap.dials)
  const reached = tally(heatmap.connected)
  const hours = hoursOf(heatmap)
  const weekdays = eachDay(range).map(weekdayOf)

  const rows = weekdaysFrom(weekStart).map((weekday): HeatRow => {
    const cells = hours.map((hour): HeatCell => {
      const dials = dialled.get(`${weekday}-${hour}`) ?? 0
      const connected = reached.get(`${weekday}-${hour}`) ?? 0
      return { hour, dials, connected, rate: rateOf(connected, dials), enough: dials >= minSample }
    })
    return { weekday, occurrences: weekdays.filter(each => each === weekday).length, cells }
  })

  const all = rows.flatMap(row => row.cells)
  const overall = rateOf(
    all.reduce((sum, cell) => sum + cell.connected, 0),
    all.reduce((sum, cell) => sum + cell.dials, 0),
  )
  return { hours, rows, best: findBest(rows, overall), max: largest(rows), minSample, overall }
}
