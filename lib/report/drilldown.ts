import type { DateRange, Stage } from './query'

/** One call of a drilldown list. Names come from Allo as they are; numbers are E.164 or whatever a withheld caller shows. */
export interface CallRow {
  id: string
  /** The deepest stage the call reached. */
  stage: Stage
  /** Start of the call, ISO 8601 in UTC. */
  date: string
  /** Seconds. */
  duration: number
  voicemail: boolean
  /** null for calls of nobody, and of a colleague whom the reader may not know. */
  user: { id: string; name: string } | null
  /** null when withheld, as is the contact's. */
  alloNumber: string | null
  alloNumberLabel: string | null
  contactNumber: string | null
  /** The call of somebody else: it counts, but the reader may not open it. */
  withheld: boolean
}

/** What the batch fetch adds to a row; a call that Allo no longer knows has none. */
export interface CallDetails {
  id: string
  contact: { name: string; company: string | null } | null
  /** More contacts share this phone number. */
  otherContacts: number
  summary: string | null
  tags: string[]
  hasRecording: boolean
}

export interface Page {
  page: number
  size: number
  totalCount: number
  totalPages: number
}

/** A page of the calls behind a mark, with the count that Allo's own aggregate gives for the same question at the same moment. */
export interface DrilldownAnswer {
  stage: Stage
  range: DateRange
  rows: CallRow[]
  details: CallDetails[]
  /** Why the details could not be had; calls without details are then not "unknown", only not looked up. */
  detailsFailure: string | null
  page: Page
  /** The stage's count in the funnel of the same answer. */
  aggregate: number
  fetchedAt: string
}

/** All calls of one day at one stage and hour: the heatmap's drilldown asks day by day. */
export interface DayCallsAnswer {
  date: string
  rows: CallRow[]
  fetchedAt: string
}

export interface TranscriptLine {
  speaker: 'us' | 'them'
  /** Seconds after the start of the call. */
  at: number
  text: string
}

/** One call, opened; or a text, whose id looks alike and may be opened by mistake. */
export interface CallAnswer {
  id: string
  kind: 'call' | 'text'
  date: string
  duration: number | null
  direction: 'inbound' | 'outbound'
  result: string | null
  user: { id: string; name: string } | null
  alloNumber: string | null
  contactNumber: string
  contacts: {
    id: string
    name: string
    company: string | null
    deals: { id: string; name: string; status: string }[]
  }[]
  summary: string | null
  tags: string[]
  /** null when Allo has none (yet). */
  transcript: TranscriptLine[] | null
  hasRecording: boolean
}
