'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { LazyCallDrawer } from '@/components/calls/lazy-call-drawer'
import { directoryQuery } from '@/lib/client/directory-query'
import { useLinkTo } from '@/lib/client/mark-links'
import { useMay } from '@/lib/client/permissions'
import { outboundQuery } from '@/lib/client/report-query'
import { useView } from '@/lib/client/view'
import type { ErrorBody } from '@/lib/errors'
import type { DeskWorkspace, IsoDate } from '@/lib/report/query'
import { FilterBar } from './filter-bar'
import { FreshnessNote } from './freshness'
import { isEmptyReport } from './is-empty-report'
import { OutboundPanels } from './outbound-panels'
import { ReportFailure } from './report-failure'

// Seldom seen, so no part of the usual first load; where the first HTML shows one, it comes along.
const EmptyReport = dynamic(() => import('./empty-report'))
const ReportSkeleton = dynamic(() => import('./report-skeleton'))

interface OutboundViewProps {
  workspace: DeskWorkspace
  /** Today in the workspace zone when the page was made. */
  today: IsoDate
  /** The server's clock when the page was made, ISO 8601. */
  now: string
  /** Why the page came without numbers, when it did. */
  failure: ErrorBody['error'] | null
}

/** The outbound page: what is asked (the address), what is known (the cache), and which of them to draw. */
export function OutboundView({ workspace, today, now, failure }: OutboundViewProps) {
  const { view, page, ignored, withheld, setView, hrefOf } = useView()
  const { data: answer, error, isPlaceholderData, isFetching, refetch } = useQuery(outboundQuery(view.report))
  const { data: directory = null } = useQuery(directoryQuery())
  const marked = useLinkTo(page, setView, hrefOf)
  const mayList = useMay('calls.list')
  const t = useTranslations('shell')

  const report = answer?.report
  const failed = error ?? (answer || isFetching ? null : failure)
  const freshness = useMemo(
    () => answer && <FreshnessNote answer={answer} now={now} error={error} />,
    [answer, now, error],
  )
  return (
    <>
      <FilterBar
        title={t('outbound')}
        view={page}
        setView={setView}
        hrefOf={hrefOf}
        ignored={ignored}
        withheld={withheld}
        workspace={workspace}
        today={report?.today ?? today}
        directory={directory}
        loading={isPlaceholderData || (isFetching && !answer)}
        freshness={freshness}
      />
      {!answer || !report ? (
        failed ? (
          <ReportFailure error={failed} retry={() => void refetch()} />
        ) : (
          <ReportSkeleton />
        )
      ) : isEmptyReport(report) ? (
        <EmptyReport report={report} reset="/outbound" />
      ) : (
        <OutboundPanels
          report={report}
          directory={directory}
          view={page}
          linkTo={mayList ? marked : null}
          setView={setView}
          hrefOf={hrefOf}
        />
      )}
      {answer && mayList && (
        <LazyCallDrawer
          view={view}
          report={answer.report}
          answerFetchedAt={answer.fetchedAt}
          directory={directory}
          setView={setView}
          hrefOf={hrefOf}
        />
      )}
    </>
  )
}
