import type { Columns } from './columns'
import { round } from './metric'
import type { OutboundSelection } from './outbound-selection'
import type { Quirks } from './quirks'
import { tally } from './tally'

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

/** Dials, connected and rate by weekday and wall-clock hour of the start. */
export function outboundHeatmap({ weekHour }: Columns, { rows, stages }: OutboundSelection, quirks: Quirks) {
  const byHour = tally(168, rows, stages, weekHour)
  const all = Array.from({ length: 168 }, (_, cell) => ({
    day: WEEKDAYS[Math.floor(cell / 24)] ?? 'MONDAY',
    hour: cell % 24,
    dials: byHour.dials(cell),
    connected: byHour.connected(cell),
  }))
  const full = quirks.heatmapCells === 'full'
  const dialled = all.filter(({ dials }) => full || dials > 0)
  const reached = all.filter(({ connected }) => full || connected > 0)
  return {
    dials: dialled.map(({ day, hour, dials }) => ({ day, hour, value: dials })),
    connected: reached.map(({ day, hour, connected }) => ({ day, hour, value: connected })),
    connection_rate: dialled.map(({ day, hour, dials, connected }) => {
      const share = connected / Math.max(1, dials)
      return { day, hour, value: quirks.heatmapRate === 'percent' ? Math.round(share * 100) : round(share, 3) }
    }),
  }
}
