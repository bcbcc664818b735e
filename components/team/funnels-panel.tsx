'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '@/lib/client/permissions'
import { useFunnels } from '@/lib/client/use-funnels'
import { type RateStage, sortFunnels } from '@/lib/report/funnels'
import type { OverviewReport } from '@/lib/report/overview'
import { personHref } from '@/lib/report/person-place'
import type { DeskWorkspace, ReportQuery, Stage } from '@/lib/report/query'
import type { FunnelSort } from '@/lib/report/team-place'
import type { TeamRows } from '@/lib/report/team-rows'
import { funnelsTable } from '@/lib/report/team-tables'
import { FunnelsTable } from './funnels-table'
import { PeoplePanel } from './people-panel'
import type { Sorting } from './sort-head'

/** The outbound funnels of all people side by side, each asked by itself and shown as it arrives. */
export function FunnelsPanel(props: {
  report: OverviewReport
  asked: ReportQuery
  rows: TeamRows
  workspace: DeskWorkspace
  sorting: Sorting<FunnelSort>
  hrefOfPerson: (id: string) => string
  controls: ReactNode
}) {
  const { report, asked, rows, workspace, sorting, hrefOfPerson, controls } = props
  const t = useTranslations('team')
  const charts = useTranslations('charts')
  const funnel = useTranslations('report.funnel')
  const mayList = useMay('calls.list')
  // Allo cannot be asked for a person on a line, so by lines there is only everybody.
  const byLines = asked.lines.length > 0
  const funnels = useFunnels(asked, byLines ? [] : rows.people)
  const hasConversions = (asked.tags ?? workspace.conversionTags).length > 0
  const stages: RateStage[] = hasConversions
    ? ['connected', 'conversations', 'conversions']
    : ['connected', 'conversations']
  const { sort } = sorting
  const people = sortFunnels(funnels.rows, sort, workspace.minSample, funnels.settled)
  const waiting = funnels.arrived < funnels.rows.length
  const hrefOfCalls = (id: string, stage: Stage) =>
    personHref(id, asked, { stage, on: null, person: null, cell: null, page: 1, call: null })
  const ranked = sort.by !== 'name' && sort.by !== 'dials'
  return (
    <PeoplePanel
      what="funnels"
      title={t('funnels')}
      note={
        <span aria-live="polite" className="num text-[13px] text-ink-3">
          {waiting ? t('arrived', { here: funnels.arrived, all: funnels.rows.length }) : t('outboundOnly')}
        </span>
      }
      controls={controls}
      report={report}
      table={() =>
        funnelsTable(
          people,
          { team: funnels.team, rest: funnels.rest, hasConversions },
          {
            person: t('person'),
            dials: charts('stage.dials'),
            connected: charts('stage.connected'),
            conversations: charts('stage.conversations'),
            conversions: charts('stage.conversions'),
            rate: stage => `${charts(`stage.${stage}`)}, ${funnel(`ofPrevious.${stage}`)}`,
            team: t('everybody'),
            rest: t('rest'),
          },
        )
      }
    >
      <FunnelsTable
        funnels={funnels}
        people={people}
        stages={stages}
        sorting={sorting}
        minSample={workspace.minSample}
        hrefOfPerson={hrefOfPerson}
        hrefOfCalls={mayList ? hrefOfCalls : null}
      />
      <p className="num mt-3 text-[13px] text-ink-3 text-pretty">
        {byLines ? t('byLines') : ranked ? t('ranking', { need: workspace.minSample }) : t('rates')}
      </p>
    </PeoplePanel>
  )
}
