import { toCsv } from '@/lib/format/csv'
import type { OutboundReport } from '@/lib/report/outbound'
import { PANEL_TABLES, type PanelId } from '@/lib/report/panel-tables'
import { downloadText } from './download'
import { type TableTexts, tableWords } from './table-words'

/** Saves a panel's numbers as `name`.csv: raw values under headings in the reader's language, the zone and units told. */
export async function saveCsv(panel: { id: PanelId; report: OutboundReport; name: string; texts: TableTexts }) {
  const { id, report, name, texts } = panel
  const words = tableWords(texts, report.zone)
  const { columns, rows } = PANEL_TABLES[id](report)
  const header = columns.map(column => words.fileHeader(column))
  const body = rows.map(row => columns.map((column, index) => words.raw(row[index] ?? null, column)))
  downloadText(await toCsv(header, body), `${name}.csv`, 'text/csv;charset=utf-8')
}
