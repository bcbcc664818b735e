'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { LazyCallDrawer } from '@/components/calls/lazy-call-drawer'
import EmptyReport from '@/components/report/empty-report'
import { FilterBar } from '@/components/report/filter-bar'
import { FreshnessNote } from '@/components/report/freshness'
import { isEmptyReport } from '@/components/report/is-empty-report'
import { OutboundPanels } from '@/components/report/outbound-panels'
import { ReportFailure } from '@/components/report/report-failure'
import ReportSkeleton from '@/components/report/report-skeleton'
import { directoryQuery } from '@/lib/client/directory-query'
import { useLinkTo } from '@/lib/client/mark-links'
import { useMay } from '@/lib/client/permissions'
import { outboundQuery } from '@/lib/client/report-query'
import { useViewAt } from '@/lib/client/view'
import type { ErrorBody } from '@/lib/errors'
import type { Person } from '@/lib/report/person'
import { personPlace } from '@/lib/report/person-place'
import type { DeskWorkspace, IsoDate } from '@/lib/report/query'
import { BesidePanel } from './beside-panel'
import { PersonHead } from './person-head'
import { RecentCalls } from './recent-calls'

interface PersonViewProps {
  person: Person
  /** The reader may open this person's calls. */
  opensCalls: boolean
  workspace: DeskWorkspace
  /** Today in the workspace zone when the page was made. */
  today: IsoDate
  /** The server's clock when the page was made, ISO 8601. */
  now: string
  /** Why the page came without numbers, when it did. */
  failure: ErrorBody['error'] | null
}

/** One person: their outbound report beside the team's, their latest calls and tags. */
export function PersonView({ person, opensCalls, workspace, today, now, failure }: PersonViewProps) {
  const { id } = person
  const place = useMemo(() => personPlace(id), [id])
  const { view, page, ignored, withheld, setView, hrefOf } = useViewAt(place)
  const { data: answer, error, isPlaceholderData, isFetching, refetch } = useQuery(outboundQuery(view.report))
  const { data: directory = null } = useQuery(directoryQuery())
  const linkTo = useLinkTo(page, setView, hrefOf)
  const mayList = useMay('calls.list')

  const report = answer?.report
  const failed = error ?? (answer || isFetching ? null : failure)
  const freshness = useMemo(
    () => answer && <FreshnessNote answer={answer} now={now} error={error} />,
    [answer, now, error],
  )
  const aside = useMemo(() => report && <BesidePanel report={report} asked={page.report} />, [report, page.report])
  const { zone, conversionTags: defaultTags } = workspace
  const tags = page.report.tags ?? defaultTags
  const context = useMemo(
    (): CallContext => ({ zone, today: report?.today ?? today, conversionTags: tags, directory }),
    [zone, report?.today, today, tags, directory],
  )
  return (
    <>
      <FilterBar
        title={person.name}
        subtitle={<PersonHead person={person} />}
        scope={false}
        savable={false}
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
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {!report ? (
          failed ? (
            <ReportFailure error={failed} retry={() => void refetch()} />
          ) : (
            <ReportSkeleton />
          )
        ) : isEmptyReport(report) ? (
          <EmptyReport report={report} />
        ) : (
          <OutboundPanels
            report={report}
            directory={directory}
            view={page}
            linkTo={mayList ? linkTo : null}
            setView={setView}
            hrefOf={hrefOf}
            aside={aside}
          />
        )}
        {opensCalls && (
          <RecentCalls id={id} period={page.report.period} context={context} covered={view.drill !== null} />
        )}
      </div>
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
