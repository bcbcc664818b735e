import type { DateRange } from '@/lib/report/query'
import type { Difference, ReviewHeadline, RevisionFacts } from './answer'
import type { ReviewSubject } from './document'

/** A review as the list of reviews shows it. */
export interface ListedReview {
  subject: ReviewSubject
  range: DateRange
  /** The newest revision; null before the first. */
  revision: RevisionFacts | null
  /** Of that revision. */
  headline: ReviewHeadline | null
  /** Its period still runs, so its numbers are live. */
  live: boolean
}

/** The reviews there are and could be, each kind the newest first. */
export interface ReviewList {
  weeks: ListedReview[]
  months: ListedReview[]
  reports: ListedReview[]
}

/** What moved since a review was frozen. */
export interface SinceAnswer {
  /** Number of the newest revision, with which today's numbers are compared. */
  revision: number
  /** Empty when nothing moved. */
  differences: Difference[]
  /** When Allo computed today's numbers and when we fetched them; ISO 8601 in UTC. */
  computedAt: string | null
  fetchedAt: string
}
