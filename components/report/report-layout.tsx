import type { ReactNode } from 'react'

/** Where the panels of the outbound report stand; skeleton and report share it, so that nothing jumps. */
export function ReportLayout(props: {
  funnel: ReactNode
  series: ReactNode
  timeSpent: ReactNode
  heatmap: ReactNode
  leaderboard: ReactNode
}) {
  return (
    <div className="@container grid grid-cols-[minmax(0,1fr)] gap-4">
      {props.funnel}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @4xl:grid-cols-[minmax(0,1fr)_300px]">
        {props.series}
        {props.timeSpent}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @4xl:grid-cols-[minmax(0,1fr)_340px] @6xl:grid-cols-[minmax(0,1fr)_420px]">
        {props.heatmap}
        {props.leaderboard}
      </div>
    </div>
  )
}
