import type { CallAnswer, Page } from './drilldown'
import type { ItemRow } from './items'
import { isPhoneNumber } from './texts'

/** A contact that has the number: several may share one. */
export type TimelineContact = CallAnswer['contacts'][number]

/** A page of all calls and texts with one number, newest first. */
export interface TimelineAnswer {
  /** E.164. */
  number: string
  rows: ItemRow[]
  /** Those that this page's calls and texts name. */
  contacts: TimelineContact[]
  page: Page
  fetchedAt: string
}

/** What the address of a contact's page names: a number, somebody who withheld theirs, or neither. */
export type ContactAddress = { kind: 'number'; number: string } | { kind: 'withheld' } | { kind: 'malformed' }

/**
 * Reads the last part of `/contacts/…`, encoded or not. A `+` that was not percent-encoded may arrive as a space and is
 * taken for what was meant. Never throws.
 */
export function readContactAddress(segment: string): ContactAddress {
  const text = decode(segment).replace(/^[ +]\s*/, '+')
  if (text.toLowerCase() === 'anonymous') return { kind: 'withheld' }
  return isPhoneNumber(text) ? { kind: 'number', number: text } : { kind: 'malformed' }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The address of the page of a number; null for a withheld one, which has none. */
export function contactHref(number: string): string | null {
  return isPhoneNumber(number) ? `/contacts/${encodeURIComponent(number)}` : null
}

/** Everything that is known of a number so far. */
export interface Timeline {
  /** Newest first, each once. */
  rows: ItemRow[]
  contacts: TimelineContact[]
  /** Lines of ours and sender IDs, the one spoken with most recently first. */
  lines: string[]
  totalCount: number
  hasEarlier: boolean
}

/**
 * Puts the pages read so far together. What arrives meanwhile pushes rows from one page onto the next, where they are met
 * again: each counts once.
 */
export function joinTimeline(pages: readonly TimelineAnswer[]): Timeline {
  const rows = [...new Map(pages.flatMap(page => page.rows).map(row => [row.id, row])).values()]
  rows.sort((one, other) => other.date.localeCompare(one.date) || one.id.localeCompare(other.id))
  const contacts = new Map<string, TimelineContact>()
  // The newest word on a contact counts: deals move on.
  for (const contact of pages.flatMap(page => page.contacts)) {
    if (!contacts.has(contact.id)) contacts.set(contact.id, contact)
  }
  const last = pages.at(-1)?.page
  return {
    rows,
    contacts: [...contacts.values()],
    lines: [...new Set(rows.flatMap(({ alloNumber }) => alloNumber ?? []))],
    totalCount: pages[0]?.page.totalCount ?? 0,
    hasEarlier: last !== undefined && last.page < last.totalPages,
  }
}

/**
 * Rows in their order, one group for each stretch of the same day.
 *
 * @param dayOf the calendar day of an instant, in the workspace's zone
 */
export function groupByDay(
  rows: readonly ItemRow[],
  dayOf: (instant: string) => string,
): { day: string; rows: ItemRow[] }[] {
  const groups: { day: string; rows: ItemRow[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.date)
    const current = groups.at(-1)
    if (current?.day === day) current.rows.push(row)
    else groups.push({ day, rows: [row] })
  }
  return groups
}
