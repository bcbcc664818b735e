'use client'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Menu, type MenuItem } from '@/components/ui/menu'
import type { OutboundReport } from '@/lib/report/outbound'
import type { ReportTable } from '@/lib/report/tables'
import { toCsv } from './csv'
import { downloadPicture, downloadText } from './download'
import { fileName } from './file-name'
import { useTableWords } from './table-words'

/** The "⋯" of a panel: what the panel adds, the twin table, the numbers as CSV and the panel as a picture. */
export function PanelMenu(props: {
  id: string
  title: string
  report: OutboundReport
  scope: string | undefined
  table: () => ReportTable
  card: RefObject<HTMLElement | null>
  more: MenuItem[]
}) {
  const { id, title, report, scope, table, card, more } = props
  const t = useTranslations('panel')
  const words = useTableWords(report.zone)
  const name = fileName(report, id, scope)

  async function saveCsv() {
    const { columns, rows } = table()
    const header = columns.map(column => words.fileHeader(column))
    const body = rows.map(row => columns.map((column, index) => words.raw(row[index] ?? null, column)))
    downloadText(await toCsv(header, body), `${name}.csv`, 'text/csv;charset=utf-8')
  }
  async function savePicture() {
    if (card.current) await downloadPicture(card.current, `${name}.png`)
  }

  return (
    <Menu
      label={t('menu', { title })}
      icon={
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-current">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      }
      items={[
        ...more,
        { key: 'csv', label: t('csv'), onSelect: saveCsv },
        { key: 'png', label: t('png'), onSelect: savePicture },
      ]}
    />
  )
}
