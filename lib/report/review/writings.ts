import type { Commitment, ReviewCall, Section } from './document'

/** A note on a section. Instants are ISO 8601 in UTC. */
export interface ReviewNote {
  id: string
  section: Section
  /** Markdown. */
  body: string
  version: number
  author: string
  createdAt: string
  editedAt: string | null
  editedBy: string | null
  /** Whether the reader may change it. */
  mine: boolean
}

/** A moment of a call that somebody marked. */
export interface Moment {
  second: number
  label: string
  by: string
}

/** What a manager did to the calls of a review. */
export interface ReviewCallChoice {
  callId: string
  state: 'pinned' | 'dropped' | 'suggested'
  /** Of a pinned call. */
  facts: ReviewCall | null
  moments: Moment[]
  position: number
  version: number
}

/** What people wrote in a review; live, also over frozen numbers. */
export interface ReviewWritings {
  notes: ReviewNote[]
  commitments: (Commitment & {
    version: number
    createdAt: string
    editedAt: string | null
    editedBy: string | null
    mine: boolean
  })[]
  calls: ReviewCallChoice[]
}
