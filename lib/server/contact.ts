import 'server-only'
import type { ConversationItem } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import type { TimelineAnswer, TimelineContact } from '@/lib/report/contact'
import { isPhoneNumber } from '@/lib/report/texts'
import { type Access, assertMay, mayAccess } from './access/access'
import { opensCall } from './access/scope'
import type { Call } from './allo'
import { toCallAnswer } from './call-view'
import { toItemRow } from './item-view'
import { askSearch } from './questions'

const PAGE_SIZE = 50

/** The beginning of the key of every page of a number's timeline, for forgetting them. */
export function timelineKeys(number: string): string {
  return `search {"contact_number":${JSON.stringify(number)}`
}

function contactsOf(items: readonly ConversationItem[]): TimelineContact[] {
  const found = new Map<string, TimelineContact>()
  for (const contact of items.flatMap(item => toCallAnswer(item).contacts)) {
    if (!found.has(contact.id)) found.set(contact.id, contact)
  }
  return [...found.values()]
}

/** An answer for somebody who has no calls of their own. */
function empty(number: string): TimelineAnswer {
  const page = { page: 1, size: PAGE_SIZE, totalCount: 0, totalPages: 0 }
  return { number, rows: [], contacts: [], page, fetchedAt: new Date().toISOString() }
}

/**
 * A page of all calls and texts with one number, newest first; of a rep only their own, with the contacts that those name.
 *
 * @param number E.164
 * @param page from 1
 * @throws CallboardError INVALID_PARAMETER for what is no number
 */
export async function getTimeline(
  access: Access,
  number: string,
  page: number,
  call: Call = {},
): Promise<TimelineAnswer> {
  assertMay(access, 'calls.own')
  if (!isPhoneNumber(number)) throw new CallboardError('INVALID_PARAMETER', 'no phone number', { field: 'number' })
  const everybody = mayAccess(access, 'calls.all')
  const own = access.kind === 'person' ? access.alloUserId : null
  if (!everybody && own === null) return empty(number)

  const { value, fetchedAt } = await askSearch(
    {
      // First in the key: see timelineKeys.
      contact_number: number,
      ...(!everybody && own !== null && { user_id: own }),
      sort: 'DATE_DESC',
      page,
      size: PAGE_SIZE,
    },
    call,
  )
  // Allo ignores a filter that it does not know: what was not asked for is not shown.
  const items = value.rows.filter(item => item.contactNumber === number && opensCall(access, item.user?.id ?? null))
  const { totalCount, totalPages } = value.pagination
  return {
    number,
    rows: items.map(toItemRow),
    contacts: contactsOf(items),
    page: { page, size: PAGE_SIZE, totalCount, totalPages },
    fetchedAt: new Date(fetchedAt).toISOString(),
  }
}
