import type { Checked } from './calls-check'
import type { Page } from './drilldown'

/** A call or a text, as every list shows it. Names come from Allo as they are. */
export interface ItemRow {
  id: string
  kind: 'call' | 'text'
  direction: 'inbound' | 'outbound'
  /** Start of the call, or when the text was sent; ISO 8601 in UTC. */
  date: string
  /** Seconds; null on texts. */
  duration: number | null
  /** As Allo writes it: ANSWERED, VOICEMAIL, TRANSFERRED, CLOSED, or something newer. null on texts. */
  result: string | null
  user: { id: string; name: string } | null
  /** Our line, E.164. */
  alloNumber: string | null
  /** E.164, or whatever a withheld caller shows. */
  contactNumber: string
  contact: { name: string; company: string | null } | null
  /** More contacts share this phone number. */
  otherContacts: number
  summary: string | null
  /** What a text says; null on calls. */
  content: string | null
  /** Of a text: PENDING, SENT, DELIVERED, FAILED. */
  status: string | null
  tags: string[]
  hasRecording: boolean
}

/** A page of a search. */
export interface ItemsAnswer {
  rows: ItemRow[]
  page: Page
  fetchedAt: string
}

/** Rows of a page of the list of calls: as many as Allo gives at once. */
export const CALLS_PAGE = 100

/** A page of the list of calls, with what of the question its rows do not keep to. */
export interface CallsAnswer extends ItemsAnswer {
  strays: Checked[]
  /** Allo could not be asked anew, and this is its last good answer. */
  stale: boolean
}

/** How many calls and texts a question has. */
export interface CountAnswer {
  totalCount: number
}
