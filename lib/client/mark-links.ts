'use client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { cellDays, closeDrill, openMark } from '@/lib/report/drill'
import type { Mark, ViewQuery } from '@/lib/report/query'
import { dayCallsQuery, drilldownQuery, isDrilled } from './drill-query'
import { type HrefOf, isPlainClick, type SetView } from './navigation'
import { outboundQuery } from './report-query'

/** Milliseconds on a mark before its calls are asked for: crossing a chart with the pointer asks nothing. */
const INTENT = 100

/**
 * The doors behind the marks of a page: `linkTo` for marks that are anchors, `openMark` for those that are not. A plain
 * click opens the drawer as a step of the browser's history; resting on a mark fetches its first page ahead.
 */
export function useMarkLinks(view: ViewQuery, setView: SetView, hrefOf: HrefOf) {
  const client = useQueryClient()
  const page = usePage(view, hrefOf)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const open = (mark: Mark) => setView(openMark(page, mark), 'push')

  const approach = (mark: Mark, element: Element) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (element.matches(':hover, :focus')) prefetchMark(client, openMark(page, mark))
    }, INTENT)
  }

  const linkTo = (mark: Mark) => ({
    href: hrefOf(openMark(page, mark)),
    onClick(event: MouseEvent<HTMLAnchorElement>) {
      if (!isPlainClick(event)) return
      event.preventDefault()
      // Safari leaves a clicked link without focus, and the drawer gives the focus back to where it was.
      event.currentTarget.focus({ preventScroll: true })
      open(mark)
    },
    onPointerEnter: (event: SyntheticEvent<HTMLAnchorElement>) => approach(mark, event.currentTarget),
    onFocus: (event: SyntheticEvent<HTMLAnchorElement>) => approach(mark, event.currentTarget),
  })

  return { linkTo, openMark: open }
}

/**
 * The view without its drilldown, the same object for as long as it says the same: opening and closing the drawer then
 * leaves every chart alone.
 */
function usePage(view: ViewQuery, hrefOf: HrefOf): ViewQuery {
  const page = closeDrill(view)
  const address = hrefOf(page)
  const [held, setHeld] = useState({ address, page })
  if (held.address === address) return held.page
  setHeld({ address, page })
  return page
}

/** Asks for the first page behind a mark; of a heatmap cell, for its newest day. A failure stays silent: opening asks again. */
function prefetchMark(client: QueryClient, view: ViewQuery): void {
  if (!isDrilled(view)) return
  const once = { retry: false } as const
  const { cell } = view.drill
  if (!cell) {
    void client.prefetchQuery({ ...drilldownQuery(view, 'prefetch'), ...once })
    return
  }
  const range = client.getQueryData(outboundQuery(view.report).queryKey)?.report.period.range
  const newest = range && cellDays(range, cell.weekday).at(-1)
  if (newest) void client.prefetchQuery({ ...dayCallsQuery(view, newest, 'prefetch'), ...once })
}
