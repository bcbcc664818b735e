import { eachDay, sameRange, weekdayOf } from './dates'
import type { CallRow } from './drilldown'
import type { OutboundReport } from './outbound'
import {
  type DateRange,
  type DrillQuery,
  type IsoDate,
  type Mark,
  type ViewQuery,
  WEEKDAYS,
  type Weekday,
} from './query'

type Cell = NonNullable<DrillQuery['cell']>

/** The drilldown that a mark leads to, at its first page and with no call open. */
function drillOf({ stage, on = null, person = null, cell = null }: Mark): DrillQuery {
  return { stage, on, person, cell, page: 1, call: null }
}

/** The view with a mark opened over it. */
export function openMark(view: ViewQuery, mark: Mark): ViewQuery {
  return { ...view, drill: drillOf(mark) }
}

/** The view with the drawer closed. */
export function closeDrill(view: ViewQuery): ViewQuery {
  return { ...view, drill: null }
}

/** The days whose calls are listed: those of the clicked bucket, else the whole report's. */
export function drillRange(drill: Pick<DrillQuery, 'on'>, reportRange: DateRange): DateRange {
  return drill.on ?? reportRange
}

function findCell(report: OutboundReport, { weekday, hour }: Cell) {
  return report.heatmap.rows.find(row => row.weekday === weekday)?.cells.find(cell => cell.hour === hour)
}

function stageCount({ funnel }: OutboundReport, stage: DrillQuery['stage']): number | null {
  if (stage === 'conversions' && !funnel.hasConversions) return null
  return funnel.stages.find(each => each.stage === stage)?.count.now ?? null
}

function bucketCount(report: OutboundReport, { stage }: DrillQuery, on: DateRange): number | null {
  const bucket = report.series.buckets.find(each => sameRange(each.range, on))
  if (!bucket || stage === 'conversations' || (stage === 'conversions' && !report.funnel.hasConversions)) return null
  return bucket[stage]
}

function cellCount(report: OutboundReport, { stage }: DrillQuery, clicked: Cell): number | null {
  const cell = findCell(report, clicked)
  return cell && (stage === 'dials' || stage === 'connected') ? cell[stage] : null
}

function personCount(report: OutboundReport, { stage }: DrillQuery, person: string): number | null {
  if (stage !== 'connected') return null
  return report.leaderboard.rows.find(row => row.user?.id === person)?.connected ?? null
}

/**
 * The number that the clicked mark showed, to be reconciled with the length of the list behind it. null when no mark of
 * this report shows it: a stage the chart does not draw, a bucket outside the period, or several narrowings at once.
 */
export function countClicked(report: OutboundReport, drill: DrillQuery): number | null {
  const { on, cell, person } = drill
  if ([on, cell, person].filter(each => each !== null).length > 1) return null
  if (on) return bucketCount(report, drill, on)
  if (cell) return cellCount(report, drill, cell)
  if (person) return personCount(report, drill, person)
  return stageCount(report, drill.stage)
}

export interface Neighbours {
  previous: DrillQuery | null
  next: DrillQuery | null
}

/** The members on both sides of the one that matches; null past the ends, and on both sides when none matches. */
function beside<T>(list: readonly T[], matches: (member: T) => boolean): { previous: T | null; next: T | null } {
  const index = list.findIndex(matches)
  if (index < 0) return { previous: null, next: null }
  return { previous: list[index - 1] ?? null, next: list[index + 1] ?? null }
}

function mapBoth<T>(
  both: { previous: T | null; next: T | null },
  toMark: (member: T) => Partial<Mark>,
  drill: DrillQuery,
) {
  const go = (member: T | null) => member && drillOf({ ...drill, ...toMark(member) })
  return { previous: go(both.previous), next: go(both.next) }
}

/**
 * The drilldowns that the arrow keys lead to, at the same stage: the buckets before and after, the hours before and
 * after in the row that have dials, the people above and below. A plain stage has none (its tabs do that).
 */
export function neighbours(report: OutboundReport, drill: DrillQuery): Neighbours {
  const { on, cell, person } = drill
  if (on) {
    const both = beside(report.series.buckets, bucket => sameRange(bucket.range, on))
    return mapBoth(both, bucket => ({ on: bucket.range }), drill)
  }
  if (cell) {
    const { weekday, hour } = cell
    const row = report.heatmap.rows.find(each => each.weekday === weekday)
    const called = row?.cells.filter(each => each.dials > 0 || each.hour === hour) ?? []
    return mapBoth(
      beside(called, each => each.hour === hour),
      each => ({ cell: { weekday, hour: each.hour } }),
      drill,
    )
  }
  const people = report.leaderboard.rows.flatMap(row => (row.user ? [row.user.id] : []))
  return mapBoth(
    beside(people, id => id === person),
    id => ({ person: id }),
    drill,
  )
}

/** The days of a range that are this weekday: what a cell's calls are asked for, day by day. */
export function cellDays(range: DateRange, weekday: Weekday): IsoDate[] {
  return eachDay(range).filter(date => weekdayOf(date) === weekday)
}

const cellFormats = new Map<string, Intl.DateTimeFormat>()

function cellFormat(zone: string): Intl.DateTimeFormat {
  const known = cellFormats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  cellFormats.set(zone, format)
  return format
}

/**
 * Whether a call began in this weekday and hour of the wall clock in an IANA zone. The hour that a clock change skips
 * holds no call; the hour that it repeats holds the calls of both. Throws RangeError for an unknown zone.
 */
export function isInCell(row: Pick<CallRow, 'date'>, cell: Cell, zone: string): boolean {
  const parts = cellFormat(zone).formatToParts(new Date(row.date))
  const weekday = WEEKDAYS.find(each => parts.some(part => part.value.toLowerCase() === each))
  const hour = Number(parts.find(part => part.type === 'hour')?.value)
  return weekday === cell.weekday && hour === cell.hour
}
