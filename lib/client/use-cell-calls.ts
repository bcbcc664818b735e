'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { IsoDate } from '@/lib/report/query'
import { type CellEvent, type CellProgress, daysLeft, startCell, stepCell } from './cell-progress'
import { type DrilledView, dayCallsQuery, listKey } from './drill-query'
import { runDays } from './run-days'

/** Two at a time: the next day is on its way while one is read, and the rate budget stays for everybody else. */
const AT_ONCE = 2

/**
 * Reads the calls of a heatmap cell day by day; starts anew when the view's list changes. Days that are known already
 * stand there from the first render.
 * @param days the matching weekdays of the period; none asks nothing
 */
export function useCellCalls(view: DrilledView, days: IsoDate[]) {
  const client = useQueryClient()
  const list = `${listKey(view)} ${days.join()}`

  function start(): { list: string; progress: CellProgress } {
    const known = days.flatMap(day => client.getQueryData(dayCallsQuery(view, day).queryKey) ?? [])
    return { list, progress: startCell(days, known) }
  }
  const [held, setHeld] = useState(start)
  const current = held.list === list ? held : start()
  if (current !== held) setHeld(current)

  // An event of a run that was given up must not touch the list that has taken its place.
  const send = (event: CellEvent) =>
    setHeld(now => (now.list === list ? { list, progress: stepCell(now.progress, event) } : now))

  const { progress } = current
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers that arrive must not restart the run; `list` stands for view and days
  useEffect(() => {
    if (progress.state !== 'running') return
    const run = new AbortController()
    const left = daysLeft(progress)
    void runDays({
      days: left,
      limit: AT_ONCE,
      ask: day => client.fetchQuery(dayCallsQuery(view, day)),
      onAnswer: answer => send({ type: 'arrived', answer }),
      onFailure: error => send({ type: 'failed', error }),
      signal: run.signal,
    })
    return () => {
      run.abort()
      for (const day of left) void client.cancelQueries({ queryKey: dayCallsQuery(view, day).queryKey })
    }
  }, [client, list, progress.state])

  return {
    progress,
    cancel: () => send({ type: 'cancelled' }),
    proceed: () => send({ type: 'continued' }),
  }
}
