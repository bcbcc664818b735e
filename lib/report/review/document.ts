import type { StageCounts } from '@/lib/report/funnels'
import type { OutboundReport } from '@/lib/report/outbound'
import type { OverviewReport } from '@/lib/report/overview'
import type { DateRange, IsoDate, Stage } from '@/lib/report/query'

/** The parts of a review, from top to bottom. Notes hang on them, links choose among them, slides are made of them. */
export const SECTIONS = [
  'summary',
  'funnel',
  'moved',
  'series',
  'people',
  'pickup',
  'talk',
  'calls',
  'commitments',
] as const
export type Section = (typeof SECTIONS)[number]

/** What a review is of. */
export type ReviewSubject =
  /** An ISO week (Monday to Sunday), `2026-W16`. */
  | { kind: 'week'; key: string }
  /** A calendar month, `2026-04`. */
  | { kind: 'month'; key: string }
  /** Any range under a name. */
  | { kind: 'report'; key: string; name: string }

/** Somebody's period beside the one before. */
export interface ReviewPerson {
  user: { id: string; name: string }
  now: StageCounts
  /** null without a comparison. */
  before: StageCounts | null
  /** Seconds of talk, inbound and outbound; null when Allo did not say. */
  talkTime: number | null
  /** Days of the period on which they dialled. */
  activeDays: number
  activeDaysBefore: number | null
}

/** The four things that make conversions what they are: how many dials, and the rates from each stage to the next. */
export const FACTORS = ['dials', 'connection', 'conversation', 'conversion'] as const
export type Factor = (typeof FACTORS)[number]

/** A change of conversions, split; the four sum to `total`. In conversions, not rounded. */
export interface Split {
  total: number
  by: Record<Factor, number>
  /** Factors that have no rate in one of the periods (nothing to divide by) and were taken as 0 there. */
  assumed: Factor[]
}

/** What moved conversions; null parts where there is no comparison or no tag counts as a conversion. */
export interface Moved {
  team: Split
  /** Each person's own change, the largest first; with `rest` they sum to the team's. None in a link that does not show people. */
  people: { user: { id: string; name: string }; split: Split }[]
  /** Change of calls that belong to nobody listed. */
  rest: number
}

/** Something that the summary says, without words. The catalogue has a sentence for each kind. */
export type SummaryFact =
  /** Effort is a fact. `by` is a fraction; null where there was nothing before. */
  | { kind: 'dials'; count: number; by: number | null }
  | { kind: 'conversions'; count: number; change: 'more' | 'fewer' | 'noise' | 'equal' | 'unknown'; by: number | null }
  /** A step rate that moved beyond chance, in points (a fraction). */
  | { kind: 'rate'; stage: Exclude<Stage, 'dials'>; by: number }
  /** A count of an outcome that moved beyond chance. */
  | { kind: 'count'; stage: 'connected' | 'conversations'; by: number }
  /** None of the rates moved beyond chance. */
  | { kind: 'steady' }
  /** Days on which anybody was expected to work, where the two periods differ. */
  | { kind: 'short'; workingDays: number; workingDaysBefore: number; holidays: { date: IsoDate; name: string }[] }
  /** People who dialled in the period before and not at all in this one. */
  | { kind: 'out'; names: string[] }
  /** Dials per person and active day, where people were out or the periods are of unequal length. */
  | { kind: 'perActive'; by: number }
  /** Part of the day in which the connect rate moved beyond chance. */
  | { kind: 'pickup'; part: 'morning' | 'afternoon'; by: number }
  /** Average conversation; told without a claim. Seconds. */
  | { kind: 'talk'; seconds: number; secondsBefore: number }
  /** The largest part of the change in conversions, told only where conversions moved beyond chance. */
  | { kind: 'driver'; factor: Factor; by: number }

/** Why a call is suggested. */
export type CallReason = 'conversion' | 'nearly' | 'new-person' | 'pinned'

/** A call's facts as they were. Its recording and transcript stay at Allo. */
export interface ReviewCall {
  id: string
  reason: CallReason
  /** Start, ISO 8601 in UTC. */
  date: string
  /** Seconds. */
  duration: number | null
  result: string | null
  user: { id: string; name: string } | null
  /** E.164; null where it was withheld from the reader. */
  contactNumber: string | null
  contact: { name: string; company: string | null } | null
  /** null where it was withheld from the reader, or Allo has none. */
  summary: string | null
  tags: string[]
  hasRecording: boolean
}

/** How a commitment is measured. */
export interface Measure {
  metric: Stage | 'connection' | 'conversation' | 'conversion'
  /** `dials` … are counts of the period; `connection` … are fractions of the stage before. */
  is: 'above' | 'below'
  value: number
}

export interface Commitment {
  id: string
  /** null for the team. */
  user: { id: string; name: string } | null
  text: string
  measure: Measure | null
  author: string
}

/** What became of a commitment of the period before. */
export interface Outcome {
  commitment: Commitment
  /** `too-few`: the rate has too few calls to tell. `open`: no number tells it, or the numbers are not there. */
  became: 'kept' | 'missed' | 'too-few' | 'open'
  /** Of the period: a count, or a rate with its k and n; null where there is none. */
  reached: { value: number; k: number | null; n: number | null } | null
}

/** What the numbers were made under. */
export interface ReviewSettings {
  /** IANA. */
  zone: string
  minSample: number
  /** Tags that counted as conversions. */
  tags: string[]
  /** Holidays within the period or its comparison. */
  holidays: { date: IsoDate; name: string }[]
  /** Weekdays with business hours. */
  workdays: string[]
}

/**
 * A whole review: everything that its page draws, so that a frozen one asks nothing of anybody. Plain JSON; what is frozen
 * stays as it is, so a later shape gets a new `format`, and readers keep understanding the old.
 */
export interface ReviewDocument {
  format: 1
  subject: ReviewSubject
  range: DateRange
  /** null without a comparison. */
  comparedWith: DateRange | null
  /** Whose calls a named report counts, by ids; not there where everybody's count, and in reports frozen before this was kept. */
  of?: { people: string[]; lines: string[] }
  settings: ReviewSettings
  /** When Allo computed the numbers and when we fetched them; ISO 8601 in UTC. */
  computedAt: string | null
  fetchedAt: string
  /** By day, compared with `comparedWith`. */
  outbound: OutboundReport
  /** null where Allo would not say. */
  overview: OverviewReport | null
  people: ReviewPerson[]
  moved: Moved | null
  summary: SummaryFact[]
  calls: ReviewCall[]
  /** What became of the commitments of the period before. */
  outcomes: Outcome[]
}
