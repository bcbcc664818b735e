import type { Section } from '@/lib/report/review/document'

/** For how long a link may be made to open, in days. */
export const SHARE_DAYS = [7, 30, 90] as const

/** For how long one opens unless somebody says otherwise, in days. */
export const DEFAULT_SHARE_DAYS = 30

/** Characters of a passphrase: as many as a password's at the least, since somebody may guess at it. */
export const PASSPHRASE_LENGTH = { least: 8, most: 200 }

/** The sections that a view has, in its order. A review has all of them. */
export const VIEW_SECTIONS = ['funnel', 'series', 'talk', 'pickup', 'people'] as const satisfies Section[]

/** What a link shows: one revision of a review, or a page of the desk with its dates fixed. */
export type ShareSubject = { kind: 'review'; key: string; revision: number } | { kind: 'view'; address: string }

/** A link as the list shows it. Instants are ISO 8601. */
export interface ShareFacts {
  id: string
  name: string
  subject: ShareSubject
  sections: Section[]
  showsNumbers: boolean
  showsNames: boolean
  unfolds: boolean
  hasPassphrase: boolean
  /** The secret's last four characters. */
  hint: string
  /** Name of who made it; null when that is not known any more. */
  createdBy: string | null
  createdAt: string
  /** When somebody last saw what it shows, to a minute; null for never. */
  lastUsedAt: string | null
  /** null for a link that does not expire by itself. */
  expiresAt: string | null
  state: 'open' | 'paused' | 'expired'
  /** Whether the reader may change its name and its end. */
  mine: boolean
}

/** A link at the one moment when its address is known. */
export interface MadeShare {
  id: string
  /** Whole, with the secret. */
  address: string
  expiresAt: string | null
}
