import 'server-only'
import type {
  ConversationItem,
  ConversationSummary,
  ConversationsQuery,
  ItemSearchRequest,
  Me,
  OutboundAnswer,
  OutboundRequest,
  OverviewAnswer,
  OverviewRequest,
  Paged,
  PhoneLine,
  Tag,
  User,
} from '@/lib/allo/schemas'
import type { IsoDate } from '@/lib/report/query'
import { allo, answers, applyLimits, type Call } from './allo'
import type { Answered } from './cache'
import { FRESH_FOR, freshForRange } from './fresh-for'
import { countStale } from './metrics'

/*
 * Every question to Allo that is answered from memory when it can be. A question's key is its own canonical text, so that
 * two views that need the same answer share it. A reader's signal ends a shared fetch only when nobody else waits.
 */

async function ask<T>(
  key: string,
  freshFor: number,
  { signal, ...call }: Call,
  fetcher: (call: Call) => Promise<T>,
): Promise<Answered<T>> {
  const answered = await answers().ask(key, { freshFor, signal }, shared => fetcher({ ...call, signal: shared }))
  if (answered.freshness.state !== 'fresh') countStale(answered.freshness.state)
  return answered
}

/** @param body canonical: equal questions are equal to the letter */
export function askOutbound(body: OutboundRequest, today: IsoDate, call: Call = {}): Promise<Answered<OutboundAnswer>> {
  return ask(`outbound ${JSON.stringify(body)}`, freshForRange(body.date, today), call, own =>
    allo().outbound(body, own),
  )
}

/** @param body canonical: equal questions are equal to the letter */
export function askOverview(body: OverviewRequest, today: IsoDate, call: Call = {}): Promise<Answered<OverviewAnswer>> {
  return ask(`overview ${JSON.stringify(body)}`, freshForRange(body.date, today), call, own =>
    allo().overview(body, own),
  )
}

/** Calls and texts by id, at most 100 at once; those that Allo does not know are missing, the order is Allo's. */
export function askItems(ids: readonly string[], call: Call = {}): Promise<Answered<ConversationItem[]>> {
  const sorted = [...new Set(ids)].sort()
  return ask(`items ${sorted.join(' ')}`, FRESH_FOR.call, call, own => allo().itemsBatch(sorted, {}, own))
}

/** One call with its transcript. */
export function askItem(id: string, call: Call = {}): Promise<Answered<ConversationItem>> {
  return ask(`item ${id}`, FRESH_FOR.call, call, own => allo().item(id, { transcript: true }, own))
}

/**
 * A page of a search over calls and texts.
 *
 * @param body canonical: equal questions are equal to the letter
 */
export function askSearch(body: ItemSearchRequest, call: Call = {}): Promise<Answered<Paged<ConversationItem>>> {
  return ask(`search ${JSON.stringify(body)}`, FRESH_FOR.running, call, own => allo().searchItems(body, own))
}

/**
 * A page of the conversations of one line, latest activity first.
 *
 * @param query canonical: equal questions are equal to the letter
 */
export function askConversations(
  query: ConversationsQuery,
  call: Call = {},
): Promise<Answered<Paged<ConversationSummary>>> {
  return ask(`conversations ${JSON.stringify(query)}`, FRESH_FOR.running, call, own => allo().conversations(query, own))
}

/** What the key is and may do. Each answer, also one that another instance got, sets the rate budget. */
export async function askMe(call: Call = {}): Promise<Answered<Me>> {
  const answered = await ask('me', FRESH_FOR.directory, call, own => allo().me(own))
  applyLimits(answered.value)
  return answered
}

export function askUsers(status: 'ACTIVE' | 'BLOCKED', call: Call = {}): Promise<Answered<User[]>> {
  return ask(`users ${status}`, FRESH_FOR.directory, call, own => allo().users({ status }, own))
}

export function askNumbers(call: Call = {}): Promise<Answered<PhoneLine[]>> {
  return ask('numbers', FRESH_FOR.directory, call, own => allo().numbers(own))
}

export function askTags(call: Call = {}): Promise<Answered<Tag[]>> {
  return ask('tags', FRESH_FOR.directory, call, own => allo().tags(own))
}
