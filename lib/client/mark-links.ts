'use client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, type SyntheticEvent, useCallback, useEffect, useRef } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import { cellDays, openMark } from '@/lib/report/drill'
import type { Mark, ViewQuery } from '@/lib/report/query'
import { dayCallsQuery, drilldownQuery, isDrilled } from './drill-query'
import type { HrefOf, SetView } from './navigation'
import { outboundQuery } from './report-query'

/** Milliseconds on a mark before its calls are asked for: crossing a chart with the pointer asks nothing. */
const INTENT = 100

/**
 * The doors behind the marks of a page. A plain click opens the drawer as a step of the browser's history; resting on a
 * mark fetches its first page ahead.
 * @param page the view without its drilldown; the function returned stays the same for as long as this does
 */
export function useLinkTo(page: ViewQuery, setView: SetView, hrefOf: HrefOf) {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  return useCallback(
    (mark: Mark) => {
      const next = openMark(page, mark)
      const approach = ({ currentTarget: element }: SyntheticEvent<HTMLAnchorElement>) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          if (element.matches(':hover, :focus')) prefetchMark(client, next)
        }, INTENT)
      }
      return {
        href: hrefOf(next),
        onClick(event: MouseEvent<HTMLAnchorElement>) {
          if (!isPlainClick(event)) return
          event.preventDefault()
          // Safari leaves a clicked link without focus, and the drawer gives the focus back to where it was.
          event.currentTarget.focus({ preventScroll: true })
          setView(next, 'push')
        },
        onPointerEnter: approach,
        onFocus: approach,
      }
    },
    [client, page, setView, hrefOf],
  )
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
