import type { QueryClient } from '@tanstack/react-query'
import type { CallDetails, CallRow } from '@/lib/report/drilldown'
import { callDetailsQuery, type DrilledView, drilldownQuery } from './drill-query'
import { PAGE_SIZE } from './use-drill-list'

/** Calls of one file at most: 25 pages, some 50 questions to Allo, so that nobody else's numbers wait long. */
export const MOST_CALLS = 500

interface Reading {
  client: QueryClient
  view: DrilledView
  /** All rows, where they are known (a heatmap cell); null where the server has to be asked page by page. */
  known: CallRow[] | null
  /** Share of the pages read, 0–1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

export interface FullCall {
  row: CallRow
  details: CallDetails | undefined
}

/**
 * Every call of a list with its details, in the list's order, at most MOST_CALLS; a page at a time, and pages at hand are
 * not asked for again. Calls that move between pages while they are read are taken once.
 * @throws CallboardError of the first page that fails; the signal's reason when given up
 */
export async function readAllCalls({ client, view, known, onProgress, signal }: Reading): Promise<FullCall[]> {
  const found = new Map<string, FullCall>()
  let pages = 1
  for (let page = 1; page <= pages; page++) {
    signal.throwIfAborted()
    const next = known ? await readKnown(client, known, page) : await readPage(client, view, page)
    for (const call of next.calls) found.set(call.row.id, call)
    pages = Math.min(next.totalPages, MOST_CALLS / PAGE_SIZE)
    onProgress(page / Math.max(1, pages))
  }
  signal.throwIfAborted()
  return [...found.values()]
}

async function readPage(client: QueryClient, view: DrilledView, page: number) {
  const answer = await client.fetchQuery(drilldownQuery({ ...view, drill: { ...view.drill, page } }))
  return { calls: join(answer.rows, answer.details), totalPages: answer.page.totalPages }
}

async function readKnown(client: QueryClient, rows: CallRow[], page: number) {
  const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const someOpen = shown.some(row => !row.withheld)
  const details = someOpen ? await client.fetchQuery(callDetailsQuery(shown.map(row => row.id))) : []
  return { calls: join(shown, details), totalPages: Math.ceil(rows.length / PAGE_SIZE) }
}

function join(rows: CallRow[], details: CallDetails[]): FullCall[] {
  return rows.map(row => ({ row, details: details.find(one => one.id === row.id) }))
}
