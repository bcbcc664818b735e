'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import EmptyReport from '@/components/report/empty-report'
import { FilterBar } from '@/components/report/filter-bar'
import { FreshnessNote } from '@/components/report/freshness'
import { ReportFailure } from '@/components/report/report-failure'
import { directoryQuery } from '@/lib/client/directory-query'
import { overviewQuery } from '@/lib/client/team-query'
import { useViewAt } from '@/lib/client/view'
import type { ErrorBody } from '@/lib/errors'
import type { DeskWorkspace, IsoDate } from '@/lib/report/query'
import { readTeamPart, TEAM } from '@/lib/report/team-place'
import { TeamFigures } from './team-figures'
import { TeamSections } from './team-sections'
import { TeamSkeleton } from './team-skeleton'

interface TeamViewProps {
  workspace: DeskWorkspace
  /** Today in the workspace zone when the page was made. */
  today: IsoDate
  /** The server's clock when the page was made, ISO 8601. */
  now: string
  /** Why the page came without numbers, when it did. */
  failure: ErrorBody['error'] | null
}

/** The team page: the overview report, and its people or their funnels below. */
export function TeamView({ workspace, today, now, failure }: TeamViewProps) {
  const t = useTranslations('team')
  const { page, kept, ignored, withheld, setView, hrefOf, goTo } = useViewAt(TEAM)
  const { data: answer, error, isPlaceholderData, isFetching, refetch } = useQuery(overviewQuery(page.report))
  const { data: directory = null } = useQuery(directoryQuery())
  const part = useMemo(() => readTeamPart(new URLSearchParams(kept)), [kept])

  const report = answer?.report
  const failed = error ?? (answer || isFetching ? null : failure)
  const freshness = useMemo(
    () => answer && <FreshnessNote answer={answer} now={now} error={error} />,
    [answer, now, error],
  )
  const empty = report?.team.totalCalls.now === 0 && report.people.every(({ totalCalls }) => !totalCalls.before)
  return (
    <>
      <FilterBar
        title={t('title')}
        tags={part.show === 'funnels'}
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
      {!report ? (
        failed ? (
          <ReportFailure error={failed} retry={() => void refetch()} />
        ) : (
          <TeamSkeleton />
        )
      ) : empty ? (
        <EmptyReport report={report} reset="/team" />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <TeamFigures report={report} asked={page.report} />
          <TeamSections
            report={report}
            view={page}
            part={part}
            directory={directory}
            workspace={workspace}
            goTo={goTo}
          />
        </div>
      )}
    </>
  )
}
