'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Card } from '@/components/ui/card'
import { formatRangeOfDays } from '@/lib/format/dates'
import type { ExportNote } from '@/lib/report/exports'
import type { OverviewReport } from '@/lib/report/overview'
import type { ReportTable } from '@/lib/report/tables'
import { TableMenu } from './table-menu'

/** The frame of a table of the team: title, what may be said of it, the choice between the tables, and the menu with its files. */
export function PeoplePanel(props: {
  what: ExportNote['what']
  title: string
  note?: ReactNode
  controls: ReactNode
  report: OverviewReport
  table: () => ReportTable
  children: ReactNode
}) {
  const { what, title, note, controls, report, table, children } = props
  const locale = useLocale()
  const t = useTranslations('team')
  const card = useRef<HTMLElement>(null)
  return (
    <Card ref={card} aria-label={t('people')} className="group/panel @container flex flex-col">
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="shrink-0 font-semibold tracking-[-0.005em]">{title}</h2>
        {note}
        <span className="-my-1 -mr-2 ml-auto flex shrink-0 items-center gap-1">
          {controls}
          <TableMenu what={what} title={title} report={report} table={table} card={card} more={[]} />
        </span>
      </header>
      {children}
      <p className="num mt-3 hidden text-[12px] text-ink-3 group-data-exporting/panel:block">
        {formatRangeOfDays(report.period.range, locale, report.today)} · {report.zone.replaceAll('_', ' ')}
      </p>
    </Card>
  )
}
