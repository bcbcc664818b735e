import { formatTimestamp } from '@/lib/format/dates'
import type { CallsQuery } from './calls-query'
import type { ItemRow } from './items'
import type { DateRange } from './query'

/** Filters whose word an answer can be held to by looking at its rows. */
export const CHECKED = ['dates', 'type', 'direction', 'result', 'person', 'line', 'with', 'tags'] as const
export type Checked = (typeof CHECKED)[number]

/**
 * Filters that rows do not keep to. Allo ignores what it does not understand and answers with everything, and nobody has
 * published which zone bounds its days: rows outside of what was asked are told, never dropped.
 *
 * @param range the dates that were asked for, in `zone`; null for all
 * @returns each filter once, in the order of CHECKED
 */
export function straysOf(
  rows: readonly ItemRow[],
  query: CallsQuery,
  range: DateRange | null,
  zone: string,
): Checked[] {
  return CHECKED.filter(name => rows.some(row => !keeps[name](row, query, range, zone)))
}

type Keeps = (row: ItemRow, query: CallsQuery, range: DateRange | null, zone: string) => boolean

const keeps: Record<Checked, Keeps> = {
  dates(row, _, range, zone) {
    if (range === null) return true
    const day = formatTimestamp(row.date, zone).slice(0, 10)
    return day >= range.from && day <= range.to
  },
  type: (row, { type }) => type === 'all' || `${row.kind}s` === type,
  direction: (row, { direction }) => direction === null || row.direction === direction,
  result: (row, { result }) => result === null || row.result?.toLowerCase() === result,
  person: (row, { person }) => person === null || row.user?.id === person,
  line: (row, { line }) => line === null || row.alloNumber === line,
  with: (row, query) => query.with === null || row.contactNumber === query.with,
  // Whether Allo wants any or all of several tags is undocumented; one that bears none fits neither.
  tags: (row, { tags }) => tags.length === 0 || row.tags.some(tag => tags.includes(tag)),
}
