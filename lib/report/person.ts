import type { ItemRow } from './items'

/** Somebody of the Allo workspace, as the head of their page tells. */
export interface Person {
  id: string
  name: string
  /** As Allo writes it: ADMIN, MANAGER, MEMBER, or something newer; null when it does not say. */
  role: string | null
  blocked: boolean
  /** The lines they use; null when the key may not read lines. */
  lines: { number: string; name: string | null }[] | null
}

/** The latest calls of somebody in a period, and the tags on them. */
export interface PersonCalls {
  /** Latest first, the few that the page lists. */
  rows: ItemRow[]
  /** How often each tag occurs on the calls that were read, most frequent first. */
  tags: { key: string; calls: number }[]
  /** How many calls were read for the tags: the latest of the period, at most 100. */
  read: number
  /** Calls of the period. */
  total: number
  fetchedAt: string
}
