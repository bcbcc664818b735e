'use client'
import type { OutboundReport } from '@/lib/report/outbound'
import { PANEL_TABLES, type PanelId } from '@/lib/report/panel-tables'
import { AsTable } from './as-table'

/** A panel's numbers as a table, in place of its drawing. */
export default function PanelTable({ id, report, caption }: { id: PanelId; report: OutboundReport; caption: string }) {
  return <AsTable table={PANEL_TABLES[id](report)} zone={report.zone} caption={caption} />
}
