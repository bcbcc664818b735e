import { CallboardError } from '@/lib/errors'
import type { CallsQuery } from '@/lib/report/calls-query'
import { CALLS_PAGE, type ItemRow, type ItemsAnswer } from '@/lib/report/items'
import { getJson } from './api'
import { callsPath } from './calls-query'
import { retryDelay, shouldRetry } from './retry'

/** Rows of one file at most: 500 questions to Allo, some two minutes of what its limit leaves to files. */
export const MOST_EXPORTED = 50_000

interface Reading {
  query: CallsQuery
  /** Share of the rows read, 0–1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Every call and text of a question, in its order, at most MOST_EXPORTED; one page after another, behind whatever readers
 * wait for. What moves between pages while they are read is taken once.
 *
 * @throws CallboardError of the first page that cannot be had; the signal's reason when given up
 */
export async function readAllItems({ query, onProgress, signal }: Reading): Promise<ItemRow[]> {
  const found = new Map<string, ItemRow>()
  let pages = 1
  for (let page = 1; page <= pages; page++) {
    const answer = await readPage(query, page, signal)
    for (const row of answer.rows) if (found.size < MOST_EXPORTED) found.set(row.id, row)
    pages = Math.min(answer.page.totalPages, MOST_EXPORTED / CALLS_PAGE)
    onProgress(page / Math.max(1, pages))
  }
  return [...found.values()]
}

async function readPage(query: CallsQuery, page: number, signal: AbortSignal): Promise<ItemsAnswer> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted()
    try {
      return await getJson<ItemsAnswer>(callsPath('items/export', query, page), { signal, priority: 'prefetch' })
    } catch (thrown) {
      if (!(thrown instanceof CallboardError) || !shouldRetry(failures, thrown)) throw thrown
      await pause(retryDelay(failures, thrown), signal)
    }
  }
}

/** Resolves after so many milliseconds, or as soon as the signal fires. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
