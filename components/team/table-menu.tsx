'use client'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { tableWords } from '@/components/report/table-words'
import { useTableTexts } from '@/components/report/use-table-texts'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { useMay } from '@/lib/client/permissions'
import { tellExport } from '@/lib/client/tell-export'
import { toCsv } from '@/lib/format/csv'
import type { ExportNote } from '@/lib/report/exports'
import { fileName } from '@/lib/report/file-name'
import type { OverviewReport } from '@/lib/report/overview'
import type { ReportTable } from '@/lib/report/tables'

interface TableMenuProps {
  /** Names the files, and the export in the audit log. */
  what: ExportNote['what']
  title: string
  report: OverviewReport
  /** Made when somebody asks for the file. */
  table: () => ReportTable
  card: RefObject<HTMLElement | null>
  more: MenuItem[]
}

/** The "⋯" of a panel that has one table: its numbers as CSV and the panel as a picture, for who may take them away. */
export function TableMenu({ what, title, report, table, card, more }: TableMenuProps) {
  const t = useTranslations('panel')
  const texts = useTableTexts()
  const name = fileName(report, what)

  async function saveNumbers() {
    const { downloadText } = await import('@/components/report/download')
    const words = tableWords(texts, report.zone)
    const { columns, rows } = table()
    const header = columns.map(column => words.fileHeader(column))
    const body = rows.map(row => columns.map((column, index) => words.raw(row[index] ?? null, column)))
    downloadText(await toCsv(header, body), `${name}.csv`, 'text/csv;charset=utf-8')
    tellExport({ what, as: 'csv' })
  }
  async function savePicture() {
    const { downloadPicture } = await import('@/components/report/download')
    if (!card.current) return
    await downloadPicture(card.current, `${name}.png`)
    tellExport({ what, as: 'png' })
  }

  const files: MenuItem[] = useMay('reports.export')
    ? [
        { key: 'csv', label: t('csv'), onSelect: () => void saveNumbers() },
        { key: 'png', label: t('png'), onSelect: () => void savePicture() },
      ]
    : []
  const items = [...more, ...files]
  if (items.length === 0) return null
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
      items={items}
    />
  )
}
