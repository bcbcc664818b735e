'use client'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { useMay } from '@/lib/client/permissions'
import { tellExport } from '@/lib/client/tell-export'
import { fileName } from '@/lib/report/file-name'
import type { OutboundReport } from '@/lib/report/outbound'
import type { PanelId } from '@/lib/report/panel-tables'
import { useTableTexts } from './use-table-texts'

/** The "⋯" of a panel: what the panel adds, the twin table, and for who may take them away, the numbers as CSV and the panel as a picture. */
export function PanelMenu(props: {
  id: PanelId
  title: string
  report: OutboundReport
  scope: string | undefined
  card: RefObject<HTMLElement | null>
  more: MenuItem[]
}) {
  const { id, title, report, scope, card, more } = props
  const t = useTranslations('panel')
  const texts = useTableTexts()
  const mayExport = useMay('reports.export')
  const name = fileName(report, id, scope)

  async function saveNumbers() {
    const { saveCsv } = await import('./save-csv')
    await saveCsv({ id, report, name, texts })
    tellExport({ what: id, as: 'csv' })
  }
  async function savePicture() {
    const { downloadPicture } = await import('./download')
    if (!card.current) return
    await downloadPicture(card.current, `${name}.png`)
    tellExport({ what: id, as: 'png' })
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
        ...(mayExport
          ? [
              { key: 'csv', label: t('csv'), onSelect: saveNumbers },
              { key: 'png', label: t('png'), onSelect: savePicture },
            ]
          : []),
      ]}
    />
  )
}
