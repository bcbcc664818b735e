import type { StageCounts } from '@/lib/report/funnels'
import type { Stage } from '@/lib/report/query'
import type { ReviewDocument, SummaryFact } from './document'

/** What lists and cards show of a review. */
export interface ReviewHeadline {
  counts: StageCounts
  hasConversions: boolean
  /** The first facts of the summary. */
  summary: SummaryFact[]
}

/** A revision, as lists name it. Instants are ISO 8601 in UTC. */
export interface RevisionFacts {
  number: number
  /** SHA-256, hexadecimal. */
  hash: string
  frozenAt: string
  /** null when the first visit froze it. */
  frozenBy: string | null
}

/** What somebody gets who opens a review: frozen, or live while it runs. */
export interface ReviewAnswer {
  document: ReviewDocument
  /** null when it is live. */
  revision: RevisionFacts | null
  /** All there are, the newest first. */
  revisions: RevisionFacts[]
  /** Whether the period is over, so that it can be frozen. */
  closed: boolean
  /** Why a review whose period is over is shown live all the same: a code of `lib/errors.ts`. null when it was not tried. */
  unfrozen: string | null
}

/** Something that is not as it was when it was frozen. */
export interface Difference {
  /** The whole team's stage. */
  stage: Stage
  frozen: number
  live: number
}
