import type { Columns } from './columns'
import { round } from './metric'
import type { OutboundSelection } from './outbound-selection'
import type { Quirks } from './quirks'
import { CONNECTED } from './stage'

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

/** Dials, connected and rate by weekday and wall-clock hour of the start. */
export function outboundHeatmap({ weekHour }: Columns, { rows, stages }: OutboundSelection, quirks: Quirks) {
  const dials = new Uint32Array(168)
  const connected = new Uint32Array(168)
  for (let k = 0; k < rows.length; k++) {
    const cell = weekHour[rows[k] ?? 0] ?? 0
    dials[cell] = (dials[cell] ?? 0) + 1
    if ((stages[k] ?? 0) & CONNECTED) connected[cell] = (connected[cell] ?? 0) + 1
  }
  const full = quirks.heatmapCells === 'full'
  const cells = (figureOf: (cell: number) => number, shown: Uint32Array) =>
    WEEKDAYS.flatMap((name, weekday) =>
      Array.from({ length: 24 }, (_, at) => ({ day: name, hour: at, value: figureOf(weekday * 24 + at) })).filter(
        ({ hour: at }) => full || (shown[weekday * 24 + at] ?? 0) > 0,
      ),
    )
  return {
    dials: cells(cell => dials[cell] ?? 0, dials),
    connected: cells(cell => connected[cell] ?? 0, connected),
    connection_rate: cells(cell => {
      const share = (connected[cell] ?? 0) / Math.max(1, dials[cell] ?? 0)
      return quirks.heatmapRate === 'percent' ? Math.round(share * 100) : round(share, 3)
    }, dials),
  }
}
