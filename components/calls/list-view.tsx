'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useEffectEvent, useRef } from 'react'
import type { DrilledView } from '@/lib/client/drill-query'
import { useMay } from '@/lib/client/permissions'
import { type DrillList, isAnswerable, PAGE_SIZE } from '@/lib/client/use-drill-list'
import { formatInstant } from '@/lib/format/dates'
import type { Directory } from '@/lib/report/directory'
import { neighbours } from '@/lib/report/drill'
import type { OutboundReport } from '@/lib/report/outbound'
import type { DrillQuery } from '@/lib/report/query'
import { contextOf } from './call-context'
import { CallList } from './call-list'
import type { Counts } from './count-check'
import { CountNote } from './count-note'
import { useDrillWords } from './drill-words'
import { ExportCalls } from './export-calls'
import { Failure } from './failure'
import { ListHeader } from './list-header'
import { Pager } from './pager'
import { ReadingBar } from './reading-bar'

interface ListViewProps {
  titleId: string
  view: DrilledView
  report: OutboundReport
  directory: Directory | null
  list: DrillList
  counts: Counts
  linkTo: (change: Partial<DrillQuery>) => { href: string; onClick: (event: MouseEvent) => void }
  copyHref: string
  onClose: () => void
  /** The call one comes back from, once; null when the list was opened in another way. */
  takeReturn: () => string | null
}

/** The drawer as a list: head, what is odd about the count, rows, pages. */
export function ListView(props: ListViewProps) {
  const { titleId, view, report, directory, list, counts, linkTo, copyHref, onClose, takeReturn } = props
  const { drill } = view
  const t = useTranslations('drill')
  const withheld = useTranslations('withheld')
  const mayExport = useMay('reports.export')
  const locale = useLocale()
  const words = useDrillWords(report, directory)
  const scroller = useRef<HTMLDivElement>(null)
  const beside = neighbours(report, drill)
  const shownPage = list.page?.page
  const step = (to: DrillQuery | null, rel: 'previous' | 'next') =>
    to && { label: t(`neighbour.${rel}`, { place: words.place(to) }), link: linkTo(to) }

  const focusReturn = useEffectEvent(() => {
    const id = takeReturn()
    const row = id && scroller.current?.querySelector<HTMLElement>(`[data-call="${CSS.escape(id)}"]`)
    if (row) row.focus()
  })
  useEffect(() => focusReturn(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page starts at its top
  useEffect(() => {
    if (scroller.current?.contains(document.activeElement) === false) scroller.current.scrollTop = 0
  }, [shownPage, drill.stage])

  const count = counts.actual ?? counts.expected
  return (
    <>
      <ListHeader
        titleId={titleId}
        stage={drill.stage}
        count={count}
        scope={words.scope(drill)}
        hasConversions={report.funnel.hasConversions}
        linkToStage={stage => linkTo({ stage, page: 1 })}
        previous={step(beside.previous, 'previous')}
        next={step(beside.next, 'next')}
        copyHref={copyHref}
        csv={mayExport && <ExportCalls view={view} report={report} list={list} expected={counts.expected} />}
        onClose={onClose}
      />
      {list.reading && <ReadingBar {...list.reading} />}
      <CountNote counts={counts} zone={report.zone} today={report.today} onRefresh={list.retry} />
      {list.error && list.page && (
        <div className="border-line border-b px-6 py-2 max-sm:px-4">
          <Failure compact error={list.error} onRetry={list.retry} />
        </div>
      )}
      {list.detailsFailed && (
        <p role="status" className="border-line border-b px-6 py-2 text-[13px] text-ink-2 max-sm:px-4">
          {t('withoutDetails')}{' '}
          <button type="button" className="font-medium text-ink underline underline-offset-2" onClick={list.retry}>
            {t('askAgain')}
          </button>
        </p>
      )}
      {list.rows.some(row => row.withheld) && (
        <p className="border-line border-b px-6 py-2 text-[13px] text-ink-3 max-sm:px-4">{withheld('note')}</p>
      )}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {list.error && !list.page ? (
          <div className="px-6 max-sm:px-4">
            <Failure error={list.error} onRetry={list.retry} />
          </div>
        ) : (
          <CallList
            list={list}
            linkToCall={call => linkTo({ call })}
            context={contextOf(report, directory)}
            showPerson={drill.person === null}
            expected={counts.expected ?? PAGE_SIZE}
          />
        )}
        {isAnswerable(view, report) ? (
          <Nothing list={list} linkToPage={page => linkTo({ page })} />
        ) : (
          <p className="px-6 py-16 text-center text-ink-2">{t('noTags')}</p>
        )}
      </div>
      {list.page && list.page.totalCount > 0 && (
        <footer className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-t px-6 py-3 text-ink-2 max-sm:px-4">
          <Pager
            page={list.page}
            shown={list.rows.length}
            complete={list.count !== null}
            note={list.fetchedAt && t('asOf', { at: formatInstant(list.fetchedAt, report.zone, locale, report.today) })}
            linkToPage={page => linkTo({ page })}
          />
        </footer>
      )}
    </>
  )
}

/** What is said in place of rows when there are none: really none, or none on a page past the end. */
function Nothing({
  list,
  linkToPage,
}: {
  list: DrillList
  linkToPage: (page: number) => { href: string; onClick: (event: MouseEvent) => void }
}) {
  const t = useTranslations('drill.nothing')
  if (!list.page || list.rows.length > 0 || list.loading) return null
  const { totalCount, totalPages } = list.page
  return (
    <div className="px-6 py-16 text-center max-sm:px-4">
      <p className="font-semibold">{totalCount > 0 ? t('pastTitle') : t('title')}</p>
      <p className="mx-auto mt-1 max-w-[44ch] text-ink-2">
        {totalCount > 0 ? t('past', { pages: totalPages }) : t('text')}{' '}
        {totalCount > 0 && (
          <a {...linkToPage(totalPages)} className="font-medium text-ink underline underline-offset-2">
            {t('last')}
          </a>
        )}
      </p>
    </div>
  )
}
