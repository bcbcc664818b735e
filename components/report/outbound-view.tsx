'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { LazyCallDrawer } from '@/components/calls/lazy-call-drawer'
import { directoryQuery } from '@/lib/client/directory-query'
import { useLinkTo } from '@/lib/client/mark-links'
import { useMay } from '@/lib/client/permissions'
import { outboundQuery } from '@/lib/client/report-query'
import { useView } from '@/lib/client/view'
import { OUTBOUND } from '@/lib/report/place'
import type { DeskWorkspace } from '@/lib/report/query'
import { isEmptyReport } from './is-empty-report'
import { OutboundPanels } from './outbound-panels'
import { ReportFrame, type ReportPage } from './report-frame'

// Seldom seen, so no part of the usual first load; where the first HTML shows one, it comes along.
const EmptyReport = dynamic(() => import('./empty-report'))
const ReportSkeleton = dynamic(() => import('./report-skeleton'))

interface OutboundViewProps extends ReportPage {
  workspace: DeskWorkspace
}

/** The outbound page: what is asked (the address), what is known (the cache), and which of them to draw. */
export function OutboundView({ workspace, ...made }: OutboundViewProps) {
  const { view, page, ignored, withheld, setView, hrefOf } = useView()
  const asked = useQuery(outboundQuery(view.report))
  const { data: answer } = asked
  const { data: directory = null } = useQuery(directoryQuery())
  const marked = useLinkTo(page, setView, hrefOf)
  const mayList = useMay('calls.list')
  const t = useTranslations('shell')

  return (
    <>
      <ReportFrame
        {...made}
        asked={asked}
        title={t('outbound')}
        view={page}
        setView={setView}
        hrefOf={hrefOf}
        ignored={ignored}
        withheld={withheld}
        workspace={workspace}
        directory={directory}
        skeleton={<ReportSkeleton />}
      >
        {report =>
          isEmptyReport(report) ? (
            <EmptyReport report={report} reset={hrefOf(page) === OUTBOUND.path ? null : OUTBOUND.path} />
          ) : (
            <OutboundPanels
              report={report}
              directory={directory}
              view={page}
              linkTo={mayList ? marked : null}
              setView={setView}
              hrefOf={hrefOf}
            />
          )
        }
      </ReportFrame>
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
