import type { Feature, Obstacle } from '@/lib/features'

/** A failure to ask Allo, by its code of lib/errors; instants are ISO 8601 in UTC. */
export interface ConnectionFailure {
  code: string
  requestId: string | null
}

/** What Allo says of the key. */
export interface KeyFacts {
  team: string | null
  /** Names the key at Allo; it opens nothing. */
  id: string | null
  scopes: string[]
  /** Method and path. */
  endpoints: string[]
  readPerSecond: number
  writePerSecond: number
  askedAt: string
}

/** A list of Allo's, or why it cannot be shown. */
export type Part<T> = { rows: T[] } | { failure: ConnectionFailure }

/** A phone number, or with `number` null a sender ID. */
export interface LineFacts {
  number: string | null
  name: string | null
  /** ISO 3166. */
  country: string | null
  /** VOICE, SMS, MMS, or something newer. */
  capabilities: string[]
  users: string[]
}

export interface PersonFacts {
  id: string
  name: string
  email: string | null
  /** As Allo writes it: ADMIN, MANAGER, MEMBER, or something newer. */
  role: string | null
  blocked: boolean
}

export interface TagFacts {
  key: string
  name: string
  color: string | null
  /** Names of the conversion sets that it counts in, the default one first. */
  sets: string[]
  /** Whether it is in the default set. */
  counts: boolean
}

/** How far reading a line ahead got. */
export interface LineProgress {
  line: string
  name: string | null
  newestActivity: string | null
  /** Conversations kept. */
  known: number
  unread: number | null
  /** The last complete pass. */
  last: { at: string; milliseconds: number; requests: number } | null
  /** Pages read of a pass under way or broken off. */
  reading: number | null
  failure: (ConnectionFailure & { at: string }) | null
}

/** Everything that the page on the connection shows. */
export interface ConnectionFacts {
  /** null while Allo does not say. */
  key: KeyFacts | null
  /** Why the last question failed; null when it did not. */
  failure: ConnectionFailure | null
  features: { name: Feature; obstacle: Obstacle | null }[]
  lines: Part<LineFacts>
  people: Part<PersonFacts>
  tags: Part<TagFacts>
  sync: { on: boolean; lines: LineProgress[] }
}
