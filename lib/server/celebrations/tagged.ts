import 'server-only'
import type { ConversationItem, ItemSearchRequest } from '@/lib/allo/schemas'
import type { DateRange } from '@/lib/report/query'
import { allo, type Call } from '@/lib/server/allo'

const PAGE_SIZE = 100
/** More pages than this of one tag in a few days are a loop. */
const MAX_PAGES = 30

/** What a search for conversions has shown. */
export interface Tagged {
  /** Calls with at least one of the tags, by id. */
  found: Map<string, ConversationItem>
  /** Every call from this moment on (epoch milliseconds) has been shown, unless pages shifted meanwhile. */
  completeFrom: number
}

/** Only what a conversion of the reports is: an outbound call that bears one of the tags. */
export function isConversion({ type, direction, tags }: ConversationItem, wanted: readonly string[]): boolean {
  return type === 'CALL' && direction === 'OUTBOUND' && tags.some(tag => wanted.includes(tag))
}

/**
 * Outbound calls of some days with at least one of the tags, newest first, page after page for as long as a page shows one
 * that is not known yet. Each tag is asked for by itself, because Allo does not say whether several mean any or all of them.
 * Asked past the cache: what is half a minute old is no news. What Allo shows beside the question is left out.
 *
 * @throws CallboardError Allo's failure
 */
export async function findTagged(
  tags: readonly string[],
  range: DateRange,
  earliest: number,
  isKnown: (callId: string) => boolean,
  call: Call,
): Promise<Tagged> {
  const found = new Map<string, ConversationItem>()
  let completeFrom = Number.NEGATIVE_INFINITY
  for (const tag of tags) {
    const body: ItemSearchRequest = { type: 'CALL', direction: 'OUTBOUND', tags: [tag], sort: 'DATE_DESC', date: range }
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const { rows, pagination } = await allo().searchItems({ ...body, page, size: PAGE_SIZE }, call)
      const fitting = rows.filter(item => isConversion(item, [tag]) && Date.parse(item.date) >= earliest)
      for (const item of fitting) found.set(item.id, item)
      if (!pagination.hasMore) break
      if (fitting.every(({ id }) => isKnown(id)) || page === MAX_PAGES) {
        completeFrom = Math.max(completeFrom, ...rows.slice(-1).map(({ date }) => Date.parse(date)))
        break
      }
    }
  }
  return { found, completeFrom }
}
