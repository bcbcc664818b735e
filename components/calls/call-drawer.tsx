'use client'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { type DrilledView, isDrilled } from '@/lib/client/drill-query'
import { type HrefOf, type SetView, viewLink } from '@/lib/client/navigation'
import { useDrillList } from '@/lib/client/use-drill-list'
import type { Directory } from '@/lib/report/directory'
import { closeDrill, countClicked } from '@/lib/report/drill'
import type { OutboundReport } from '@/lib/report/outbound'
import type { DrillQuery, ReportQuery, ViewQuery } from '@/lib/report/query'
import { focusRow } from './call-list'
import { CallView } from './call-view'
import { DrawerFrame } from './drawer-frame'
import { ListView } from './list-view'
import { isFreeKey, stepOnArrows } from './step-on-arrows'

export interface CallDrawerProps {
  view: ViewQuery
  report: OutboundReport
  /** When the numbers of `report` were fetched, ISO 8601. */
  answerFetchedAt: string
  directory: Directory | null
  setView: SetView
  hrefOf: HrefOf
  /** The drawer was opened by a click on this page, so that "back" is what closes it. */
  openedHere?: boolean
}

/** The calls behind a mark, or one of them, over the page; nothing while no drilldown is open. */
export default function CallDrawer(props: CallDrawerProps) {
  const { view } = props
  return isDrilled(view) ? <OpenDrawer {...props} view={view} /> : null
}

/**
 * Opening was a step of the history; everything inside replaces it, so one "back" closes the drawer from wherever one is
 * in it. A shared link has no such step to go back to: closing it replaces the address by the page's own.
 */
function OpenDrawer({
  view,
  report,
  answerFetchedAt,
  directory,
  setView,
  hrefOf,
  openedHere,
}: CallDrawerProps & { view: DrilledView }) {
  const titleId = useId()
  const closing = useRef(false)
  const lastCall = useRef<string | null>(null)
  const here = hrefOf(view)
  const list = useDrillList(view, report)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address means that the last wish to close is done
  useEffect(() => {
    closing.current = false
  }, [here])

  function close() {
    if (closing.current) return
    closing.current = true
    if (openedHere && new URLSearchParams(location.search).has('stage')) history.back()
    else setView(closeDrill(view), 'replace')
  }

  /** A link to another place inside the drawer. */
  const linkTo = (change: Partial<DrillQuery>) =>
    viewLink({ ...view, drill: { ...view.drill, ...change } }, { setView, hrefOf }, 'replace')

  const copyHref = hrefOf({ ...view, report: pinDates(view.report, report) })

  function onKeyDown(event: KeyboardEvent) {
    stepOnArrows(event)
    if (view.drill.call || !isFreeKey(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    focusRow(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
    event.preventDefault()
  }

  const shared = { titleId, view, report, directory, list, linkTo, copyHref, onClose: close }
  return (
    <DrawerFrame labelledBy={titleId} onClose={close} onKeyDown={onKeyDown}>
      {view.drill.call ? (
        <CallView
          key={view.drill.call}
          {...shared}
          id={view.drill.call}
          onShown={id => {
            lastCall.current = id
          }}
        />
      ) : (
        <ListView
          {...shared}
          counts={{
            expected: countClicked(report, view.drill),
            expectedAt: answerFetchedAt,
            actual: list.count,
            actualAt: list.fetchedAt,
            aggregate: list.aggregate,
          }}
          takeReturn={() => {
            const id = lastCall.current
            lastCall.current = null
            return id
          }}
        />
      )}
    </DrawerFrame>
  )
}

/** The question with its dates fixed to those on screen, so that whoever gets the address sees what its sender saw. */
function pinDates(query: ReportQuery, { period, comparison }: OutboundReport): ReportQuery {
  if (typeof query.period !== 'string') return query
  return { ...query, period: period.range, comparison: comparison?.range ?? query.comparison }
}
