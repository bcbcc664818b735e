'use client'
import { memo, type ReactNode, useDeferredValue } from 'react'
import type { LinkTo } from '@/components/charts/mark-link'
import type { HrefOf, SetView } from '@/lib/client/navigation'
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
  setView: SetView
  hrefOf: HrefOf
  /** Stands in place of the leaderboard, which says nothing of one person. The same element for as long as it says the same. */
  aside?: ReactNode
}

/**
 * The five panels of the outbound report, each a slice of one answer. Drawn again only when what they show changes, so that
 * the drawer opens over a page at rest. The figures answer a click at once; the two large charts, most of the work, follow
 * in the next frame.
 */
export const OutboundPanels = memo(function OutboundPanels(props: OutboundPanelsProps) {
  const { report, directory, view, linkTo, aside } = props
  const later = useDeferredValue(props)
  const scope = scopeName(view.report, directory)
  const common = { report, linkTo, scope }
  return (
    <ReportLayout
      funnel={<FunnelPanel {...common} onChooseTags={openTagsFilter} />}
      series={<Series {...later} />}
      timeSpent={<TimeSpentPanel report={report} scope={scope} />}
      heatmap={<Heatmap {...later} />}
      leaderboard={aside ?? <LeaderboardPanel {...common} />}
    />
  )
})

const Series = memo(function Series({ report, directory, view, linkTo, setView, hrefOf }: OutboundPanelsProps) {
  return (
    <SeriesPanel
      report={report}
      linkTo={linkTo}
      scope={scopeName(view.report, directory)}
      onGranularity={granularity => setView(withReport(view, { granularity }), 'replace')}
      hrefOfGranularity={granularity => hrefOf(withReport(view, { granularity }))}
    />
  )
})

const Heatmap = memo(function Heatmap({ report, directory, view, linkTo, setView, hrefOf }: OutboundPanelsProps) {
  return (
    <HeatmapPanel
      report={report}
      linkTo={linkTo}
      scope={scopeName(view.report, directory)}
      metric={view.heat}
      onMetric={heat => setView({ ...view, heat }, 'replace')}
      hrefOfMetric={heat => hrefOf({ ...view, heat })}
    />
  )
})

/** Whose calls an exported file holds, in its name; undefined for the whole team. */
function scopeName({ people, lines }: ReportQuery, directory: Directory | null): string | undefined {
  const names = people.map(id => directory?.people.find(person => person.id === id)?.name ?? id)
  return [...names, ...lines].join(' ') || undefined
}
