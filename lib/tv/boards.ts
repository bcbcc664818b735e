import type { Change, Rate } from '@/lib/report/outbound'
import type { DateRange, IsoDate, PeriodName, Weekday } from '@/lib/report/query'
import type { GoalMetric } from '@/lib/settings/settings'

/*
 * The content of each kind of scene, finished: scenes only draw it. Counts are calls, shares are fractions of 1, instants
 * ISO 8601 in UTC.
 */

/** How a week's goal stands, by working time. */
export interface GoalProgress {
  goal: number
  /** The share of the period's working time that has passed. */
  passed: number
  /** null when fewer than four complete periods are known, or no working time has passed yet. */
  pace: 'reached' | 'ahead' | 'on' | 'behind' | null
  /** Where the period would end, from the 20th to the 80th percentile; null as above. */
  projected: { low: number; high: number } | null
  /** How many more a working day are needed, rounded up; null when reached, and when no working day is left. */
  neededPerDay: number | null
}

/** One stage of the funnel. */
export interface Measure {
  metric: GoalMetric
  value: number
  /** Of the stage before; null for dials, and when there is no rate. */
  step: Rate | null
  /** The same point of the earlier period; null where that cannot be had, and then nothing is claimed. */
  before: number | null
  change: Change | null
  /** null without a goal. */
  goal: GoalProgress | null
}

/** A line of the leaderboard; by connected calls, as Allo counts them by person. */
export interface Leader {
  /** Dense: equal counts share one. */
  rank: number
  id: string
  name: string
  connected: number
  /** Of the most that anybody here has. */
  share: number
}

export interface Leaders {
  /** Everybody, most first; scenes show as many as fit. */
  rows: Leader[]
  /** Connected calls of nobody. */
  unattributed: number
}

export interface ScoreBoard {
  kind: 'scoreboard'
  measures: Measure[]
  leaders: Leaders
}

export interface LeaderBoard {
  kind: 'leaderboard'
  leaders: Leaders
}

/** One person's or one line's board. */
export interface SubjectBoard {
  kind: 'subject'
  /** Their names; the team's board when empty. */
  names: string[]
  measures: Measure[]
}

/** When people pick up: a cell for each weekday and hour that has dials, in the workspace zone. */
export interface PickupBoard {
  kind: 'pickup'
  /** In the week's order. */
  weekdays: Weekday[]
  /** First and last hour drawn, 0–23. */
  hours: { from: number; to: number }
  cells: { weekday: Weekday; hour: number; dials: number; connected: number; isJudged: boolean }[]
  /** By the lower end of its interval, as on the dashboard; null when no hour stands out. */
  best: { weekday: Weekday; hour: number; rate: Rate } | null
  now: { weekday: Weekday; hour: number }
}

/** Today, hour by hour, beside the same weekday a week ago. Dials of each hour; null for hours to come, and where they cannot be had. */
export interface DayBoard {
  kind: 'day'
  weekday: Weekday
  before: IsoDate
  hours: { hour: number; now: number | null; before: number | null }[]
  measures: Measure[]
}

export interface MessageBoard {
  kind: 'message'
  text: string
  /** Path of the picture; null for none. */
  image: string | null
}

export type Board = ScoreBoard | LeaderBoard | SubjectBoard | PickupBoard | DayBoard | MessageBoard

/** What a scene shows and how old it is. */
export interface BoardAnswer {
  /** null when there was never an answer. */
  board: Board | null
  period: { name: PeriodName | null; range: DateRange; running: boolean; comparedWith: DateRange | null } | null
  /** When Allo was last asked with success; null never, and for messages. */
  fetchedAt: string | null
  /** Why the newest question failed: `Allo does not answer` and `no calls yet` never look alike. */
  failure: { code: string } | null
}
