'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OverviewReport } from '@/lib/report/overview'
import type { OverviewSort } from '@/lib/report/team-place'
import { sortTeam, type TeamRows } from '@/lib/report/team-rows'
import { peopleTable } from '@/lib/report/team-tables'
import { PeoplePanel } from './people-panel'
import { PeopleTable } from './people-table'
import type { Sorting } from './sort-head'
import { useTeamHeads } from './use-team-heads'

/** The overview by person. */
export function OverviewPanel(props: {
  report: OverviewReport
  rows: TeamRows
  sorting: Sorting<OverviewSort>
  hrefOfPerson: (id: string) => string
  controls: ReactNode
}) {
  const { report, rows, sorting, hrefOfPerson, controls } = props
  const t = useTranslations('team')
  const heads = useTeamHeads()
  const people = sortTeam(rows.people, sorting.sort)
  return (
    <PeoplePanel
      what="people"
      title={t('byPerson')}
      controls={controls}
      report={report}
      table={() => peopleTable(report, rows, people, heads)}
    >
      <PeopleTable report={report} rows={rows} people={people} sorting={sorting} hrefOfPerson={hrefOfPerson} />
    </PeoplePanel>
  )
}
