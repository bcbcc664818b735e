'use client'
import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import type { DrilledView } from '@/lib/client/drill-query'
import type { DrillList } from '@/lib/client/use-drill-list'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import type { CallRow } from '@/lib/report/drilldown'
import type { OutboundReport } from '@/lib/report/outbound'
import type { DrillQuery } from '@/lib/report/query'
import { contextOf } from './call-context'
import { CallSheet } from './call-sheet'
import { shownRow } from './shown-call'

interface CallViewProps {
  titleId: string
  id: string
  view: DrilledView
  report: OutboundReport
  directory: Directory | null
  list: DrillList
  linkTo: (change: Partial<DrillQuery>) => { href: string; onClick: (event: MouseEvent) => void }
  copyHref: string
  onClose: () => void
  onShown: (id: string) => void
}

/** Whether a call of the list is the reader's to open: one goes from call to call past the others. */
function isOpen(row: CallRow): boolean {
  return !row.withheld
}

const NO_TERMS: readonly string[] = []

/** The drawer of a report as one call of its list. */
export function CallView(props: CallViewProps) {
  const { titleId, id, view, report, directory, list, linkTo, copyHref, onClose, onShown } = props
  const t = useTranslations('call')
  const stages = useTranslations('charts.stage')
  const at = list.rows.findIndex(row => row.id === id)
  const row = list.rows[at]

  const step = (to: CallRow | undefined, label: 'previous' | 'next') => {
    if (at < 0 || !to) return null
    const name = list.details.get(to.id)?.contact?.name || formatPhone(to.contactNumber ?? '')
    return { label: t(`step.${label}`, { name }), link: linkTo({ call: to.id }) }
  }

  return (
    <CallSheet
      titleId={titleId}
      id={id}
      context={contextOf(report, directory)}
      peek={row && isOpen(row) ? shownRow(row, list.details.get(id)) : null}
      at={null}
      highlight={NO_TERMS}
      lead={
        <a {...linkTo({ call: null })} className={buttonClass('ghost', '-ml-2 h-7 gap-1 pl-1 text-[13px]')}>
          <ChevronLeft aria-hidden className="size-4" />
          {stages(view.drill.stage)}
        </a>
      }
      previous={step(list.rows.slice(0, Math.max(0, at)).findLast(isOpen), 'previous')}
      next={step(list.rows.slice(at + 1).find(isOpen), 'next')}
      ids={list.rows.filter(isOpen).map(each => each.id)}
      copyHref={copyHref}
      onClose={onClose}
      onShown={onShown}
    />
  )
}
