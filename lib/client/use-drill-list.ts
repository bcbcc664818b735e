'use client'
import { useQuery } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import { cellDays, drillRange, isInCell } from '@/lib/report/drill'
import type { CallDetails, CallRow, Page } from '@/lib/report/drilldown'
import type { OutboundReport } from '@/lib/report/outbound'
import { type CellProgress, cellFetchedAt, cellRows } from './cell-progress'
import { callDetailsQuery, type DrilledView, drilldownQuery } from './drill-query'
import { useCellCalls } from './use-cell-calls'

/** Rows of a page of a cell's list, as many as the server gives for every other list. */
export const PAGE_SIZE = 20

/** The calls behind a mark, however they are read. */
export interface DrillList {
  /** The calls of the page on screen; empty while nothing is known. */
  rows: CallRow[]
  /** All calls known so far, for the CSV of a cell; null where the server pages. */
  allRows: CallRow[] | null
  details: Map<string, CallDetails>
  /** Contacts, summaries and tags are still on their way. */
  detailsPending: boolean
  /** They could not be had; asking for the list again asks for them too. */
  detailsFailed: boolean
  /** null before the first answer. */
  page: Page | null
  /** How many calls the whole list holds; null while that is not known. */
  count: number | null
  /** Allo's own count at the same moment; null where none belongs to the list. */
  aggregate: number | null
  fetchedAt: string | null
  /** Nothing to show yet. */
  loading: boolean
  /** What is shown belongs to the page before. */
  turning: boolean
  error: CallboardError | null
  retry: () => void
  /** How far a heatmap cell is read; null for every other list. */
  reading: { progress: CellProgress; cancel: () => void; proceed: () => void } | null
}

/** The list of an open drilldown: page by page from the server, or day by day for a heatmap cell. */
export function useDrillList(view: DrilledView, report: OutboundReport): DrillList {
  const cell = useCellList(view, report)
  const paged = usePagedList(view, isAnswerable(view, report))
  return cell ?? paged
}

/** Without a tag that makes a conversion there is no list of conversions to ask for. */
export function isAnswerable({ drill }: DrilledView, { funnel }: OutboundReport): boolean {
  return drill.stage !== 'conversions' || funnel.hasConversions
}

function usePagedList(view: DrilledView, answerable: boolean): DrillList {
  const { data, error, failureReason, isFetching, isPlaceholderData, refetch } = useQuery({
    ...drilldownQuery(view),
    enabled: answerable && view.drill.cell === null,
  })
  return {
    rows: data?.rows ?? [],
    allRows: null,
    details: byId(data?.details),
    detailsPending: false,
    detailsFailed: (data?.detailsFailure ?? null) !== null,
    page: data?.page ?? null,
    count: data?.page.totalCount ?? null,
    aggregate: data && !view.drill.person ? data.aggregate : null,
    fetchedAt: data?.fetchedAt ?? null,
    loading: !data && isFetching && !failureReason,
    turning: isPlaceholderData,
    // An attempt under way shows places for rows, not the failure before it; one that waits for its next try says why.
    error: !data && isFetching ? failureReason : error,
    retry: () => void refetch(),
    reading: null,
  }
}

function useCellList(view: DrilledView, report: OutboundReport): DrillList | null {
  const { drill } = view
  const { cell } = drill
  const days = cell && isAnswerable(view, report) ? cellDays(drillRange(drill, report.period.range), cell.weekday) : []
  const { progress, cancel, proceed } = useCellCalls(view, days)
  const allRows = cell ? cellRows(progress).filter(row => isInCell(row, cell, report.zone)) : []
  const page = pageOf(allRows.length, drill.page)
  const rows = allRows.slice((page.page - 1) * PAGE_SIZE, page.page * PAGE_SIZE)
  // Rows still move between pages while days arrive; asking once the page is complete asks once.
  const settled = progress.state !== 'running' || allRows.length >= page.page * PAGE_SIZE
  const someOpen = rows.some(row => !row.withheld)
  const ids = settled && someOpen ? rows.map(row => row.id) : []
  const details = useQuery(callDetailsQuery(ids))
  if (!cell) return null
  return {
    rows,
    allRows,
    details: byId(details.data),
    detailsPending: someOpen && !details.data && !details.error,
    detailsFailed: details.error !== null,
    page: progress.answers.length > 0 || progress.state === 'done' ? page : null,
    count: progress.state === 'done' ? allRows.length : null,
    aggregate: null,
    fetchedAt: cellFetchedAt(progress),
    loading: rows.length === 0 && progress.state === 'running',
    turning: false,
    error: progress.error,
    retry: () => (details.error ? void details.refetch() : proceed()),
    reading: { progress, cancel, proceed },
  }
}

/** A page that exists: a page past the end is the last one. */
function pageOf(totalCount: number, asked: number): Page {
  const totalPages = Math.ceil(totalCount / PAGE_SIZE)
  return { page: Math.max(1, Math.min(asked, totalPages)), size: PAGE_SIZE, totalCount, totalPages }
}

function byId(details: CallDetails[] = []): Map<string, CallDetails> {
  return new Map(details.map(one => [one.id, one]))
}
