import { CALLS_PAGE, type CallsAnswer, type ItemRow } from '@/lib/report/items'

/** The rows at hand, each in its place of the whole list. */
export interface Slots {
  /** By place, from 0. A place without a row is not known yet, or not any more. */
  rows: ReadonlyMap<number, ItemRow>
  /** Pages, 1-based, that still hold a row which has since moved to another: they want to be asked again. */
  outdated: number[]
}

/**
 * Puts pages that were fetched at different moments into one list. Calls that come in meanwhile push others onto the next
 * page, so the same call may stand on two: the newer answer is believed, and the place in the older one stays open.
 */
export function placeRows(answers: readonly CallsAnswer[]): Slots {
  const newestFirst = answers.toSorted(
    (one, other) => other.fetchedAt.localeCompare(one.fetchedAt) || one.page.page - other.page.page,
  )
  const rows = new Map<number, ItemRow>()
  const seen = new Set<string>()
  const outdated = new Set<number>()
  for (const { page, rows: listed } of newestFirst) {
    for (const [at, row] of listed.entries()) {
      if (seen.has(row.id)) outdated.add(page.page)
      else rows.set((page.page - 1) * CALLS_PAGE + at, row)
      seen.add(row.id)
    }
  }
  return { rows, outdated: [...outdated].sort((a, b) => a - b) }
}

/** The pages, 1-based, that hold some places of a list. */
export function pagesOf(places: readonly number[]): number[] {
  return [...new Set(places.map(place => Math.floor(place / CALLS_PAGE) + 1))].sort((a, b) => a - b)
}
