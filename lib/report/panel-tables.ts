import type { OutboundReport } from './outbound'
import { funnelTable, heatmapTable, leaderboardTable, type ReportTable, seriesTable, timeSpentTable } from './tables'

/** The panels that can be shown as a table and saved as one; their names are also those of the files. */
export type PanelId = 'funnel' | 'series' | 'time-spent' | 'heatmap' | 'leaderboard'

/** The twin table of each panel: the same numbers as the drawing. Loaded when somebody asks for one. */
export const PANEL_TABLES: Record<PanelId, (report: OutboundReport) => ReportTable> = {
  funnel: funnelTable,
  series: seriesTable,
  'time-spent': timeSpentTable,
  heatmap: heatmapTable,
  leaderboard: leaderboardTable,
}

/** Whether a word names a panel that has a table. */
export function isPanelId(name: string): name is PanelId {
  return Object.hasOwn(PANEL_TABLES, name)
}
