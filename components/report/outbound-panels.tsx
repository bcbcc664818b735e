'use client'
import type { LinkTo } from '@/components/charts/mark-link'
import type { HrefOf } from '@/lib/client/navigation'
import type { Directory } from '@/lib/report/directory'
import type { OutboundReport } from '@/lib/report/outbound'
import type { ReportQuery, ViewQuery } from '@/lib/report/query'
import { withReport } from './filter-props'
import { openTagsFilter } from './filter-tags'
import { FunnelPanel } from './funnel-panel'
import { HeatmapPanel } from './heatmap-panel'
import { LeaderboardPanel } from './leaderboard-panel'
import { ReportLayout } from './report-layout'
import { SeriesPanel } from './series-panel'
import { TimeSpentPanel } from './time-spent-panel'

interface OutboundPanelsProps {
  report: OutboundReport
  directory: Directory | null
  view: ViewQuery
  linkTo: LinkTo
  /** Shows another cut of the same calls; no step of the browser's history. */
  showView: (next: ViewQuery) => void
  hrefOf: HrefOf
}

/** The five panels of the outbound report, each a slice of one answer. */
export function OutboundPanels({ report, directory, view, linkTo, showView, hrefOf }: OutboundPanelsProps) {
  const scope = scopeName(view.report, directory)
  const common = { report, linkTo, scope }
  return (
    <ReportLayout
      funnel={<FunnelPanel {...common} onChooseTags={openTagsFilter} />}
      series={
        <SeriesPanel
          {...common}
          onGranularity={granularity => showView(withReport(view, { granularity }))}
          hrefOfGranularity={granularity => hrefOf(withReport(view, { granularity }))}
        />
      }
      timeSpent={<TimeSpentPanel report={report} scope={scope} />}
      heatmap={
        <HeatmapPanel
          {...common}
          metric={view.heat}
          onMetric={heat => showView({ ...view, heat })}
          hrefOfMetric={heat => hrefOf({ ...view, heat })}
        />
      }
      leaderboard={<LeaderboardPanel {...common} />}
    />
  )
}

/** Whose calls an exported file holds, in its name; undefined for the whole team. */
function scopeName({ people, lines }: ReportQuery, directory: Directory | null): string | undefined {
  const names = people.map(id => directory?.people.find(person => person.id === id)?.name ?? id)
  return [...names, ...lines].join(' ') || undefined
}
