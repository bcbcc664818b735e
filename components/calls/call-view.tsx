'use client'
import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useEffectEvent } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { callQuery, type DrilledView } from '@/lib/client/drill-query'
import type { DrillList } from '@/lib/client/use-drill-list'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import type { CallRow } from '@/lib/report/drilldown'
import type { OutboundReport } from '@/lib/report/outbound'
import type { DrillQuery } from '@/lib/report/query'
import { CallBody, CallBone } from './call-body'
import { CallContact } from './call-contact'
import { contextOf } from './call-context'
import { CopyLink } from './copy-link'
import { Failure } from './failure'
import { StepLinks } from './step-links'

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

/** The drawer as one call. What the list knows of it stands there at once; the rest follows. */
export function CallView({
  titleId,
  id,
  view,
  report,
  directory,
  list,
  linkTo,
  copyHref,
  onClose,
  onShown,
}: CallViewProps) {
  const t = useTranslations('call')
  const stages = useTranslations('charts.stage')
  const drill = useTranslations('drill')
  const { data: call, error, isFetching, refetch } = useQuery(callQuery(id))
  const at = list.rows.findIndex(row => row.id === id)
  const row = list.rows[at]
  const known = list.details.get(id)?.contact ?? null
  const [contact = known] = call?.contacts ?? []
  const number = call?.contactNumber ?? row?.contactNumber ?? ''

  const shown = useEffectEvent(() => {
    onShown(id)
    document.getElementById(titleId)?.focus({ preventScroll: true })
  })
  useEffect(() => shown(), [])

  const step = (to: (typeof list.rows)[number] | undefined, label: 'previous' | 'next') => {
    if (at < 0 || !to) return null
    const name = list.details.get(to.id)?.contact?.name ?? formatPhone(to.contactNumber ?? '')
    return { label: t(`step.${label}`, { name }), link: linkTo({ call: to.id }) }
  }

  return (
    <>
      <header className="flex items-center gap-1 border-line border-b px-6 py-2.5 max-sm:px-4">
        <a {...linkTo({ call: null })} className={buttonClass('ghost', '-ml-2 h-7 gap-1 pl-1 text-[13px]')}>
          <ChevronLeft aria-hidden className="size-4" />
          {stages(view.drill.stage)}
        </a>
        <span className="ml-auto flex items-center">
          <StepLinks
            previous={step(list.rows.slice(0, Math.max(0, at)).findLast(isOpen), 'previous')}
            next={step(list.rows.slice(at + 1).find(isOpen), 'next')}
          />
          <CopyLink href={copyHref} />
          <Button look="icon" aria-label={drill('close')} title={drill('close')} onClick={onClose}>
            <X aria-hidden className="size-4" />
          </Button>
        </span>
      </header>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard
        tabIndex={0}
        aria-label={t('label')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-5 -outline-offset-2 max-sm:px-4"
      >
        <CallContact
          titleId={titleId}
          name={contact?.name ?? null}
          company={contact?.company ?? null}
          number={number}
          contacts={call?.contacts ?? []}
        />
        {call ? (
          <CallBody call={call} context={contextOf(report, directory)} />
        ) : error && !isFetching ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <CallBone />
        )}
      </section>
    </>
  )
}
