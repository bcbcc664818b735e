import type { ItemSearchRequest } from '@/lib/allo/schemas'
import type { CallsQuery } from './calls-query'
import type { DateRange } from './query'

const TYPES = { calls: 'CALL', texts: 'SMS', all: 'ALL' } as const
const DIRECTIONS = { inbound: 'INBOUND', outbound: 'OUTBOUND' } as const
const RESULTS = { answered: 'ANSWERED', voicemail: 'VOICEMAIL', transferred: 'TRANSFERRED' } as const
const SORTS = { newest: 'DATE_DESC', oldest: 'DATE_ASC', relevance: 'RELEVANCE' } as const

/**
 * The body of POST items/search for a question: only what narrows, keys in one order, so that equal questions are equal to
 * the letter.
 *
 * @param range the dates that the query's period means; null for all
 */
export function toSearchBody(
  query: CallsQuery,
  range: DateRange | null,
  paging: { page: number; size: number },
): ItemSearchRequest {
  const { q, type, direction, result, person, line, tags, unread, unanswered, sort } = query
  return {
    ...(q !== '' && { search: q }),
    type: TYPES[type],
    ...(direction && { direction: DIRECTIONS[direction] }),
    ...(result && { result: RESULTS[result] }),
    ...(person && { user_id: person }),
    ...(line && { allo_number: line }),
    ...(query.with && { contact_number: query.with }),
    ...(tags.length > 0 && { tags }),
    ...(unread && { unread }),
    ...(unanswered && { unresponded: unanswered }),
    ...(range && { date: range }),
    sort: SORTS[sort],
    ...paging,
  }
}
