'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { LazyCallDrawer } from '@/components/calls/lazy-call-drawer'
import EmptyReport from '@/components/report/empty-report'
import { isEmptyReport } from '@/components/report/is-empty-report'
import { OutboundPanels } from '@/components/report/outbound-panels'
import { ReportFrame, type ReportPage } from '@/components/report/report-frame'
import ReportSkeleton from '@/components/report/report-skeleton'
import { directoryQuery } from '@/lib/client/directory-query'
import { useLinkTo } from '@/lib/client/mark-links'
import { useMay } from '@/lib/client/permissions'
import { outboundQuery } from '@/lib/client/report-query'
import { useViewAt } from '@/lib/client/view'
import type { Person } from '@/lib/report/person'
import { personPlace } from '@/lib/report/person-place'
import type { DeskWorkspace } from '@/lib/report/query'
import { BesidePanel } from './beside-panel'
import { PersonHead } from './person-head'
import { RecentCalls } from './recent-calls'

interface PersonViewProps extends ReportPage {
  person: Person
  /** The reader may open this person's calls. */
  opensCalls: boolean
  workspace: DeskWorkspace
}

/** One person: their outbound report beside the team's, their latest calls and tags. */
export function PersonView({ person, opensCalls, workspace, ...made }: PersonViewProps) {
  const { id } = person
  const place = useMemo(() => personPlace(id), [id])
  const { view, page, ignored, withheld, setView, hrefOf } = useViewAt(place)
  const asked = useQuery(outboundQuery(view.report))
  const { data: answer } = asked
  const { data: directory = null } = useQuery(directoryQuery())
  const linkTo = useLinkTo(page, setView, hrefOf)
  const mayList = useMay('calls.list')

  const report = answer?.report
  const aside = useMemo(() => report && <BesidePanel report={report} asked={page.report} />, [report, page.report])
  const { zone, conversionTags: defaultTags } = workspace
  const tags = page.report.tags ?? defaultTags
  const current = report?.today ?? made.today
  const context = useMemo(
    (): CallContext => ({ zone, today: current, conversionTags: tags, directory }),
    [zone, current, tags, directory],
  )
  return (
    <>
      <ReportFrame
        {...made}
        asked={asked}
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
        directory={directory}
        skeleton={<ReportSkeleton />}
      >
        {shown =>
          isEmptyReport(shown) ? (
            <EmptyReport report={shown} reset={null} />
          ) : (
            <OutboundPanels
              report={shown}
              directory={directory}
              view={page}
              linkTo={mayList ? linkTo : null}
              setView={setView}
              hrefOf={hrefOf}
              aside={aside}
            />
          )
        }
      </ReportFrame>
      {opensCalls && (
        <div className="mt-4">
          <RecentCalls id={id} period={page.report.period} context={context} covered={view.drill !== null} />
        </div>
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
