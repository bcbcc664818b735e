'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Card } from '@/components/ui/card'
import type { MenuItem } from '@/components/ui/menu'
import { lazily } from '@/lib/client/lazily'
import { showToast } from '@/lib/client/toast'
import { formatRangeOfDays } from '@/lib/format/dates'
import type { OutboundReport } from '@/lib/report/outbound'
import type { PanelId } from '@/lib/report/panel-tables'
import { PanelMenu } from './panel-menu'

const twin = lazily(() => import('./panel-table'))

/**
 * The frame of every panel: title, a note, controls, the menu with its table, CSV and picture, and the body, which the twin
 * table replaces on request. `bare` leaves the header out of sight and the padding to the body.
 */
export function Panel(props: {
  /** Names the exported files. */
  id: PanelId
  title: string
  note?: ReactNode
  controls?: ReactNode
  menu?: MenuItem[]
  report: OutboundReport
  /** Whose numbers these are, for the names of files: "team", "3-people". */
  scope?: string
  bare?: boolean
  className?: string
  children: ReactNode
}) {
  const { id, title, note, controls, menu = [], report, scope, bare, className, children } = props
  const locale = useLocale()
  const t = useTranslations('panel')
  const shell = useTranslations('shell')
  const card = useRef<HTMLElement>(null)
  const [asTable, setAsTable] = useState(false)
  const heading = useId()
  async function toggleTable() {
    try {
      await twin.preload()
      setAsTable(shown => !shown)
    } catch {
      showToast(shell('partMissing'))
    }
  }
  const actions = (
    <PanelMenu
      id={id}
      title={title}
      report={report}
      scope={scope}
      card={card}
      more={[...menu, { key: 'table', label: t('asTable'), checked: asTable, onSelect: toggleTable }]}
    />
  )
  const body = asTable ? <twin.Show id={id} report={report} caption={title} /> : children
  // A picture leaves the page behind, so it says itself what it shows.
  const origin = (
    <p className="num mt-3 hidden text-[12px] text-ink-3 group-data-exporting/panel:block">
      {[formatRangeOfDays(report.period.range, locale, report.today), report.zone.replaceAll('_', ' '), scope]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )

  if (bare) {
    return (
      <Card ref={card} aria-labelledby={heading} className={clsx('group/panel relative p-0!', className)}>
        <h2 id={heading} className="sr-only">
          {title}
        </h2>
        <div className="absolute top-3 right-3 z-20">{actions}</div>
        {asTable ? <div className="px-5 py-[18px] pr-12">{body}</div> : body}
        <div className="px-5 group-data-exporting/panel:pb-3">{origin}</div>
      </Card>
    )
  }
  return (
    <Card ref={card} aria-labelledby={heading} className={clsx('group/panel @container flex flex-col', className)}>
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 @2xl:flex-nowrap">
        <h2 id={heading} className="shrink-0 font-semibold tracking-[-0.005em]">
          {title}
        </h2>
        {note}
        <span className="-my-1 -mr-2 ml-auto flex shrink-0 items-center gap-1">
          {controls}
          {actions}
        </span>
      </header>
      {body}
      {origin}
    </Card>
  )
}
