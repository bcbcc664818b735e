'use client'
import { useTranslations } from 'next-intl'
import { Segmented } from '@/components/ui/segmented'
import type { GoTo } from '@/lib/client/view'
import type { Directory } from '@/lib/report/directory'
import type { OverviewReport } from '@/lib/report/overview'
import { personHref } from '@/lib/report/person-place'
import { addressOf } from '@/lib/report/place'
import type { DeskWorkspace, ViewQuery } from '@/lib/report/query'
import { readTeamPart, TEAM, TEAM_SHOWS, type TeamPart, type TeamShow, writeTeamPart } from '@/lib/report/team-place'
import { teamRows } from '@/lib/report/team-rows'
import { FunnelsPanel } from './funnels-panel'
import { OverviewPanel } from './overview-panel'

/** The team's people: their overview or their funnels, as the address says, in the order that it says. */
export function TeamSections(props: {
  report: OverviewReport
  view: ViewQuery
  part: TeamPart
  directory: Directory | null
  workspace: DeskWorkspace
  goTo: GoTo
}) {
  const { report, view, part, directory, workspace, goTo } = props
  const t = useTranslations('team')
  const rows = teamRows(report, view.report, directory)
  const hrefOfPart = (next: TeamPart) => addressOf(TEAM, view, writeTeamPart(next))
  const hrefOfShow = (show: TeamShow) => hrefOfPart(readTeamPart(new URLSearchParams({ show })))
  const hrefOfPerson = (id: string) => personHref(id, view.report)
  const controls = (
    <Segmented
      label={t('show')}
      value={part.show}
      segments={TEAM_SHOWS.map(show => ({ value: show, label: t(`shows.${show}`), href: hrefOfShow(show) }))}
      onSelect={show => goTo(hrefOfShow(show), 'push')}
    />
  )
  const common = { report, rows, hrefOfPerson, controls }
  if (part.show === 'overview') {
    const hrefOfSort = (sort: typeof part.sort) => hrefOfPart({ show: 'overview', sort })
    return (
      <OverviewPanel
        {...common}
        sorting={{ sort: part.sort, hrefOf: hrefOfSort, onSort: sort => goTo(hrefOfSort(sort), 'replace') }}
      />
    )
  }
  const hrefOfSort = (sort: typeof part.sort) => hrefOfPart({ show: 'funnels', sort })
  return (
    <FunnelsPanel
      {...common}
      asked={view.report}
      workspace={workspace}
      sorting={{ sort: part.sort, hrefOf: hrefOfSort, onSort: sort => goTo(hrefOfSort(sort), 'replace') }}
    />
  )
}
