/** A calendar date in the workspace zone, `YYYY-MM-DD`. */
export type IsoDate = string

/** Calendar dates, both inclusive. */
export interface DateRange {
  from: IsoDate
  to: IsoDate
}

export const PERIOD_NAMES = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'last-7-days',
  'last-4-weeks',
  'this-month',
  'last-month',
] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]
/** A named period is resolved on each request; a range is fixed. */
export type Period = PeriodName | DateRange

export type Comparison = 'previous' | 'year' | 'none' | DateRange

export const GRANULARITIES = ['day', 'week', 'month'] as const
export type Granularity = (typeof GRANULARITIES)[number]

/** The funnel, in order. Each stage holds the calls that reached it, so the lists nest (conversions may not). */
export const STAGES = ['dials', 'connected', 'conversations', 'conversions'] as const
export type Stage = (typeof STAGES)[number]

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const HEAT_METRICS = ['dials', 'connected', 'rate'] as const
export type HeatMetric = (typeof HEAT_METRICS)[number]

/** What is asked of a report. People or lines, never both (Allo cannot combine them); neither means the whole team. */
export interface ReportQuery {
  period: Period
  comparison: Comparison
  /** Allo user ids, sorted. */
  people: string[]
  /** E.164 numbers, sorted. */
  lines: string[]
  /** Tag keys that count as a conversion, sorted; null means the workspace's default. */
  tags: string[] | null
  granularity: Granularity
}

/** The calls behind a mark. Dates narrow the report's own; without them the whole period is meant. */
export interface DrillQuery {
  stage: Stage
  /** A bucket of the series. */
  on: DateRange | null
  /** A person of the leaderboard. */
  person: string | null
  /** A cell of the heatmap: this weekday and hour (0–23) in the workspace zone. */
  cell: { weekday: Weekday; hour: number } | null
  /** 1-based. */
  page: number
  /** The call opened inside the drawer. */
  call: string | null
}

/** A place in a chart that can be opened: the drilldown it leads to, at its first page. */
export type Mark = Pick<DrillQuery, 'stage'> & Partial<Pick<DrillQuery, 'on' | 'person' | 'cell'>>

/** The whole state of the outbound page, as its address holds it. */
export interface ViewQuery {
  report: ReportQuery
  heat: HeatMetric
  drill: DrillQuery | null
}

/** What a report needs to know of the workspace. */
export interface Workspace {
  /** IANA zone that bounds days, weeks and hours. */
  zone: string
  weekStart: 'monday' | 'sunday'
  /** Denominators below this are never judged. */
  minSample: number
  /** Default tags of a conversion; empty when none is configured. */
  conversionTags: string[]
}

/** What a reader may choose from besides: the tag sets by name, the default first. */
export interface DeskWorkspace extends Workspace {
  tagSets: { name: string; tags: string[] }[]
}
