import type { DateRange, Granularity, IsoDate, PeriodName, Stage, Weekday } from './query'

/** k of n. `value` is k / n and may exceed 1 for conversions. A rate with n = 0 does not exist: use null instead. */
export interface Rate {
  k: number
  n: number
  value: number
}

/**
 * What may be said of a difference. `by` is a fraction: relative for `percent`, absolute for `points`.
 * `effort` moves are facts; `outcome` moves are larger than chance; `plain` moves carry no claim and no colour.
 */
export type Change =
  | { kind: 'none' }
  | { kind: 'withheld' }
  | { kind: 'equal' }
  | { kind: 'new' }
  | {
      kind: 'moved'
      basis: 'effort' | 'outcome' | 'plain'
      unit: 'percent' | 'points'
      by: number
      interval: Interval | null
    }
  | { kind: 'noise'; unit: 'percent' | 'points'; by: number; interval: Interval | null }
  | { kind: 'too-few'; have: number; need: number }

/** Bounds of a 95 % interval of `by`, in its unit. */
export interface Interval {
  low: number
  high: number
}

export interface Compared<T> {
  now: T
  /** null when no comparison was asked or it is not known yet. */
  before: T | null
  change: Change
}

export interface FunnelStageView {
  stage: Stage
  count: Compared<number>
  /** null for dials themselves, and where the denominator is 0. */
  ofDials: Compared<Rate | null> | null
  ofPrevious: Compared<Rate | null> | null
}

export interface FunnelView {
  stages: FunnelStageView[]
  /** False when no conversion tag is configured: the conversion stage then holds no number of Allo's and is not shown as one. */
  hasConversions: boolean
  /** Dials divided by the days of the period on which anybody dialled; null when there were none. */
  dialsPerActiveDay: number | null
  /** Conversions exceed conversations: shown as it is, with a note. */
  conversionsExceedConversations: boolean
}

export interface SeriesBucket {
  /** First day of the bucket inside the period: its label and its key. */
  date: IsoDate
  /** Days of the bucket that lie in the period. */
  range: DateRange
  /** Contains today, so it is still filling. */
  running: boolean
  /** Cut short by the edges of the period. */
  partial: boolean
  dials: number
  connected: number
  conversions: number
  /** null when nobody dialled. */
  rate: Rate | null
  /** The bucket at the same place in the comparison period; null when there is none. */
  before: { range: DateRange; dials: number; connected: number; conversions: number } | null
}

export interface SeriesView {
  granularity: Granularity
  buckets: SeriesBucket[]
}

export interface TimeSpentView {
  /** Seconds; null when Allo did not say. */
  totalConversation: Compared<number | null>
  averageConversation: Compared<number | null>
  averageRinging: Compared<number | null>
}

export interface HeatCell {
  hour: number
  dials: number
  connected: number
  /** null when nobody dialled at that hour. */
  rate: Rate | null
  /** Enough dials to judge and rank the rate. */
  enough: boolean
}

export interface HeatRow {
  weekday: Weekday
  /** How many of this weekday lie in the period. */
  occurrences: number
  /** One cell for each hour of `hours`. */
  cells: HeatCell[]
}

export interface BestHour {
  weekday: Weekday
  hour: number
  rate: Rate
  /** Lower end of the 95 % Wilson interval lies above the whole table's rate. */
  credible: boolean
}

export interface HeatmapView {
  /** Consecutive hours shown: working hours widened to every hour with a dial. */
  hours: number[]
  /** Seven rows in the workspace's week order. */
  rows: HeatRow[]
  /** null when no cell has enough dials. */
  best: BestHour | null
  /** Largest value of each metric among the cells, for the colour scale; the rate only among cells with enough dials. Counts are per weekday occurrence. */
  max: { dials: number; connected: number; rate: number }
  minSample: number
  /** Pooled rate of the whole table. */
  overall: Rate | null
}

export interface LeaderboardRow {
  /** Dense rank: equal counts share it; 0 for calls of nobody, which are not ranked, and where ranks are not told. */
  rank: number
  /** null for calls that Allo attributes to nobody. */
  user: { id: string; name: string } | null
  connected: number
  /** Share of the largest row, 0–1: the bar's length. */
  share: number
  /** In the comparison period; null when unknown. */
  before: number | null
  change: Change
}

export interface LeaderboardView {
  rows: LeaderboardRow[]
  /** Connected calls of the funnel that neither a row nor `colleagues` holds ("calls without a person"); negative when they hold more. */
  unattributed: number
  /** For a reader who does not see colleagues one by one: all of them together. null when there are none, or each has a row. */
  colleagues: { connected: number; before: number | null } | null
}

/** One finished view of the outbound report: every number with what may be said of it. */
export interface OutboundReport {
  period: { name: PeriodName | null; range: DateRange; days: number; running: boolean }
  comparison: { kind: 'previous' | 'year' | 'custom'; range: DateRange; likeForLike: boolean } | null
  zone: string
  /** Today in the workspace zone when this was made. */
  today: IsoDate
  /** The tags that counted as conversions. */
  tags: string[]
  funnel: FunnelView
  series: SeriesView
  timeSpent: TimeSpentView
  heatmap: HeatmapView
  leaderboard: LeaderboardView
}

export type Freshness =
  /** As fresh as we promise. */
  | { state: 'fresh' }
  /** Older than we promise; a refresh is on its way. */
  | { state: 'refreshing' }
  /** Older than we promise because the last refresh failed. */
  | { state: 'failed'; code: string; since: string; requestId: string | null }

/** What `getReport` and its route answer. Instants are ISO 8601 in UTC. */
export interface ReportAnswer<T> {
  report: T
  /** When Allo last computed the numbers. */
  computedAt: string | null
  /** When we last fetched them. */
  fetchedAt: string
  /** Of the period's own numbers. */
  freshness: Freshness
  /** Why the comparison is missing or older than we promise, while the period's numbers stand. */
  comparisonFailure: { code: string; requestId: string | null } | null
}
