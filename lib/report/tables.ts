import type { OutboundReport } from './outbound'

/** How a column's values are to be read: counts of calls, fractions, seconds, dates, or keys of messages and names. */
export type ColumnKind = 'text' | 'count' | 'rate' | 'duration' | 'date'

export interface TableColumn {
  /** Message key of the header. */
  key: string
  /** The header itself, for tables whose words are not among those of the charts. */
  header?: string
  kind: ColumnKind
}

/** A chart as a table: raw values, one for each column; null is "no value". */
export interface ReportTable {
  columns: TableColumn[]
  rows: (string | number | null)[][]
}

type Column = TableColumn & { shown?: boolean }
type Row = Record<string, string | number | null>

/** Keeps the columns that are shown, and puts each row's values in their order. */
function tableOf(columns: readonly Column[], rows: readonly Row[]): ReportTable {
  const shown = columns.filter(column => column.shown ?? true).map(({ key, kind }) => ({ key, kind }))
  return { columns: shown, rows: rows.map(row => shown.map(({ key }) => row[key] ?? null)) }
}

/** One row a stage (its key as text); conversions only when they mean something. */
export function funnelTable({ funnel, comparison }: OutboundReport): ReportTable {
  const compared = comparison !== null
  const stages = funnel.stages.filter(({ stage }) => stage !== 'conversions' || funnel.hasConversions)
  return tableOf(
    [
      { key: 'stage', kind: 'text' },
      { key: 'count', kind: 'count' },
      { key: 'ofDials', kind: 'rate' },
      { key: 'ofPrevious', kind: 'rate' },
      { key: 'countBefore', kind: 'count', shown: compared },
      { key: 'ofDialsBefore', kind: 'rate', shown: compared },
      { key: 'ofPreviousBefore', kind: 'rate', shown: compared },
    ],
    stages.map(({ stage, count, ofDials, ofPrevious }) => ({
      stage,
      count: count.now,
      ofDials: ofDials?.now?.value ?? null,
      ofPrevious: ofPrevious?.now?.value ?? null,
      countBefore: count.before,
      ofDialsBefore: ofDials?.before?.value ?? null,
      ofPreviousBefore: ofPrevious?.before?.value ?? null,
    })),
  )
}

/** One row a bucket, by its first day, and its last where a bucket holds more than one. */
export function seriesTable({ series, funnel, comparison }: OutboundReport): ReportTable {
  const compared = comparison !== null
  return tableOf(
    [
      { key: 'from', kind: 'date' },
      { key: 'to', kind: 'date', shown: series.granularity !== 'day' },
      { key: 'dials', kind: 'count' },
      { key: 'connected', kind: 'count' },
      { key: 'rate', kind: 'rate' },
      { key: 'conversions', kind: 'count', shown: funnel.hasConversions },
      { key: 'fromBefore', kind: 'date', shown: compared },
      { key: 'dialsBefore', kind: 'count', shown: compared },
      { key: 'connectedBefore', kind: 'count', shown: compared },
      { key: 'conversionsBefore', kind: 'count', shown: compared && funnel.hasConversions },
    ],
    series.buckets.map(({ range, dials, connected, conversions, rate, before }) => ({
      from: range.from,
      to: range.to,
      dials,
      connected,
      conversions,
      rate: rate?.value ?? null,
      fromBefore: before?.range.from ?? null,
      dialsBefore: before?.dials ?? null,
      connectedBefore: before?.connected ?? null,
      conversionsBefore: before?.conversions ?? null,
    })),
  )
}

/** One row a measure (its key as text), in seconds. */
export function timeSpentTable({ timeSpent, comparison }: OutboundReport): ReportTable {
  const measures = ['totalConversation', 'averageConversation', 'averageRinging'] as const
  return tableOf(
    [
      { key: 'measure', kind: 'text' },
      { key: 'duration', kind: 'duration' },
      { key: 'durationBefore', kind: 'duration', shown: comparison !== null },
    ],
    measures.map(measure => ({
      measure,
      duration: timeSpent[measure].now,
      durationBefore: timeSpent[measure].before,
    })),
  )
}

/** One row a weekday (its key as text) and hour; totals of the period, with how many of that weekday it has. */
export function heatmapTable({ heatmap }: OutboundReport): ReportTable {
  return tableOf(
    [
      { key: 'weekday', kind: 'text' },
      { key: 'hour', kind: 'count' },
      { key: 'occurrences', kind: 'count' },
      { key: 'dials', kind: 'count' },
      { key: 'connected', kind: 'count' },
      { key: 'rate', kind: 'rate' },
    ],
    heatmap.rows.flatMap(({ weekday, occurrences, cells }) =>
      cells.map(({ hour, dials, connected, rate }) => ({
        weekday,
        hour,
        occurrences,
        dials,
        connected,
        rate: rate?.value ?? null,
      })),
    ),
  )
}

/** Stands in the column of persons for all colleagues together; like stages and measures, a key of the catalogue. */
export const COLLEAGUES = 'colleagues'

/**
 * One row a person, and one for all colleagues whom the reader does not see one by one. All calls without a person, named
 * by Allo or missing from its list, are the last row, whose person is null, so that the column adds up to the funnel's
 * connected calls.
 */
export function leaderboardTable({ leaderboard, comparison }: OutboundReport): ReportTable {
  const { rows, unattributed, colleagues } = leaderboard
  const nobody = rows.find(row => row.user === null)
  const without = (nobody?.connected ?? 0) + unattributed
  const people = rows.flatMap(({ rank, user, connected, before }) =>
    user ? [{ rank: rank || null, person: user.name, connected, connectedBefore: before }] : [],
  )
  const others = colleagues && [
    { rank: null, person: COLLEAGUES, connected: colleagues.connected, connectedBefore: colleagues.before },
  ]
  const last = { rank: null, person: null, connected: without, connectedBefore: nobody?.before ?? null }
  return tableOf(
    [
      { key: 'rank', kind: 'count' },
      { key: 'person', kind: 'text' },
      { key: 'connected', kind: 'count' },
      { key: 'connectedBefore', kind: 'count', shown: comparison !== null },
    ],
    [...people, ...(others ?? []), ...(nobody || without !== 0 ? [last] : [])],
  )
}
