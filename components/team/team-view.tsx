'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import EmptyReport from '@/components/report/empty-report'
import { ReportFrame, type ReportPage } from '@/components/report/report-frame'
import { directoryQuery } from '@/lib/client/directory-query'
import { overviewQuery } from '@/lib/client/team-query'
import { useViewAt } from '@/lib/client/view'
import { addressOf } from '@/lib/report/place'
import type { DeskWorkspace } from '@/lib/report/query'
import { readTeamPart, TEAM } from '@/lib/report/team-place'
import { TeamFigures } from './team-figures'
import { TeamSections } from './team-sections'
import { TeamSkeleton } from './team-skeleton'

interface TeamViewProps extends ReportPage {
  workspace: DeskWorkspace
}

/** The team page: the overview report, and its people or their funnels below. */
export function TeamView({ workspace, ...made }: TeamViewProps) {
  const t = useTranslations('team')
  const { page, kept, ignored, withheld, setView, hrefOf, goTo } = useViewAt(TEAM)
  const asked = useQuery(overviewQuery(page.report))
  const { data: directory = null } = useQuery(directoryQuery())
  const part = useMemo(() => readTeamPart(new URLSearchParams(kept)), [kept])

  return (
    <ReportFrame
      {...made}
      asked={asked}
      title={t('title')}
      tags={part.show === 'funnels'}
      savable={false}
      view={page}
      setView={setView}
      hrefOf={hrefOf}
      ignored={ignored}
      withheld={withheld}
      workspace={workspace}
      directory={directory}
      skeleton={<TeamSkeleton />}
    >
      {report =>
        report.team.totalCalls.now === 0 && report.people.every(({ totalCalls }) => !totalCalls.before) ? (
          <EmptyReport report={report} reset={addressOf(TEAM, page) === TEAM.path ? null : TEAM.path} />
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
        )
      }
    </ReportFrame>
  )
}
