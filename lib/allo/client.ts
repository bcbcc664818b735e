import { z } from 'zod'
import { outboundAnswer, overviewAnswer } from './analytics-schemas'
import { checkRequest, readAnswer } from './answer'
import { type AlloClientOptions, type CallOptions, connect, requestIdOf } from './connection'
import { conversationItem, conversationSummary, sentMessage } from './conversation-schemas'
import { isRefusal } from './errors'
import type { OperationName } from './operations'
import { openRecording } from './recording'
import {
  actionRequest,
  batchRequest,
  type ConversationAction,
  type ConversationsQuery,
  conversationsQuery,
  type ItemSearchRequest,
  itemSearchRequest,
  type OutboundRequest,
  type OverviewRequest,
  outboundRequest,
  overviewRequest,
  type SmsRequest,
  smsRequest,
  tagsRequest,
  type UsersQuery,
  usersQuery,
} from './requests'
import { type Parts, send } from './transport'
import { type Paged, pagination } from './wire'
import { me, phoneLine, tag, user } from './workspace-schemas'

/** More pages than this of people, lines or tags are a loop. */
const MAX_PAGES = 50

export type AlloClient = ReturnType<typeof createAlloClient>

/**
 * A client of one Allo workspace: one function for each operation, each taking `call` last and throwing CallboardError
 * (codes of lib/errors, with the request id that Allo logged too) or the reason of `call.signal`.
 * The key lives in this closure and is neither printed nor serialised with the client.
 * @throws CallboardError for a key or base URL that cannot be used.
 */
export function createAlloClient(options: AlloClientOptions) {
  const connection = connect(options)

  /** One call, its answer's `data` read through a schema. */
  async function ask<T>(name: OperationName, schema: z.ZodType<T>, parts: Parts, call?: CallOptions): Promise<T> {
    const { data } = readAnswer(await send(connection, name, parts, call), z.object({ data: schema }))
    return data
  }

  /** One page of a list. */
  async function askPage<T>(
    name: OperationName,
    row: z.ZodType<T>,
    parts: Parts,
    call?: CallOptions,
  ): Promise<Paged<T>> {
    const answer = readAnswer(await send(connection, name, parts, call), z.object({ data: z.array(row), pagination }))
    return { rows: answer.data, pagination: answer.pagination }
  }

  /** A list documented without paging, which may page all the same: every row, in order. */
  async function askAll<T>(name: OperationName, row: z.ZodType<T>, parts: Parts, call: CallOptions = {}): Promise<T[]> {
    const schema = z.object({ data: z.array(row), pagination: pagination.nullish() })
    const oneId = { ...call, requestId: requestIdOf(call) }
    const rows: T[] = []
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const query = page === 1 ? parts.query : { ...parts.query, page }
      const answer = readAnswer(await send(connection, name, { ...parts, query }, oneId), schema)
      if (page > 1 && answer.pagination?.page !== page) break // paging was ignored: these are the same rows again
      rows.push(...answer.data)
      if (!answer.pagination?.hasMore) break
    }
    return rows
  }

  /** Puts tags (keys) on a call. A tag that is already there is no failure: of several, each is then tried by itself. */
  async function addTags(id: string, tags: string[], call?: CallOptions): Promise<void> {
    const body = checkRequest(tagsRequest, { tags })
    try {
      await send(connection, 'addTags', { params: { id }, body, idempotencyKey: crypto.randomUUID() }, call)
    } catch (error) {
      if (!isRefusal(error, 'TAG_ALREADY_EXISTS')) throw error
      if (tags.length > 1) for (const one of tags) await addTags(id, [one], call)
    }
  }

  return {
    /** What the key may do and how often. */
    me: async (call?: CallOptions) => ask('me', me, {}, call),

    /** Members; active ones unless a status is given. */
    users: async (query: UsersQuery = {}, call?: CallOptions) =>
      askAll('users', user, { query: checkRequest(usersQuery, query) }, call),

    user: async (id: string, call?: CallOptions) => ask('user', user, { params: { id } }, call),

    /** Phone numbers and sender IDs. */
    numbers: async (call?: CallOptions) => askAll('numbers', phoneLine, {}, call),

    tags: async (call?: CallOptions) => askAll('tags', tag, {}, call),

    /** Conversations of one line, latest activity first. */
    conversations: async (query: ConversationsQuery, call?: CallOptions) =>
      askPage('conversations', conversationSummary, { query: checkRequest(conversationsQuery, query) }, call),

    /** Calls and texts; `size: 1` makes a cheap count. */
    searchItems: async (body: ItemSearchRequest, call?: CallOptions) =>
      askPage('searchItems', conversationItem, { body: checkRequest(itemSearchRequest, body) }, call),

    /** One call or text. */
    item: async (id: string, { transcript = false }: { transcript?: boolean } = {}, call?: CallOptions) =>
      ask('item', conversationItem, { params: { id }, query: { extend: transcript ? 'transcript' : undefined } }, call),

    /** Up to 100 calls or texts, in no promised order; ids that Allo does not know are missing. */
    itemsBatch: async (ids: string[], { transcript = false }: { transcript?: boolean } = {}, call?: CallOptions) => {
      const body = checkRequest(batchRequest, { ids, extend: transcript ? 'transcript' : undefined })
      return ask('itemsBatch', z.array(conversationItem), { body }, call)
    },

    /** Marks or archives the conversation with a number, on one line or on all. Doing it twice changes nothing. */
    executeAction: async (
      contactNumber: string,
      {
        action,
        alloNumber,
        idempotencyKey = crypto.randomUUID(),
      }: { action: ConversationAction; alloNumber?: string; idempotencyKey?: string },
      call?: CallOptions,
    ): Promise<void> => {
      const body = checkRequest(actionRequest, { action, allo_number: alloNumber })
      await send(connection, 'executeAction', { params: { number: contactNumber }, body, idempotencyKey }, call)
    },

    addTags,

    /** Takes a tag (key) off a call. A tag that is not there is no failure. */
    removeTag: async (id: string, tagKey: string, call?: CallOptions): Promise<void> => {
      try {
        await send(connection, 'removeTag', { params: { id, tag: tagKey }, idempotencyKey: crypto.randomUUID() }, call)
      } catch (error) {
        if (!isRefusal(error, 'TAG_NOT_FOUND')) throw error
      }
    },

    /** Calls in and out, of the team and by person. */
    overview: async (body: OverviewRequest, call?: CallOptions) =>
      ask('overview', overviewAnswer, { body: checkRequest(overviewRequest, body) }, call),

    /** The outbound funnel with series, heatmap and leaderboard; with `extend`, also a page of the calls behind a stage. */
    outbound: async (body: OutboundRequest, call?: CallOptions) =>
      ask('outbound', outboundAnswer, { body: checkRequest(outboundRequest, body) }, call),

    /** Sends a text. Without an idempotency key it is never tried twice, whatever happens. */
    sendSms: async (body: SmsRequest, { idempotencyKey }: { idempotencyKey?: string } = {}, call?: CallOptions) =>
      ask('sendSms', sentMessage, { body: checkRequest(smsRequest, body), idempotencyKey }, call),

    /** The audio at an item's `recordingUrl`, or the bytes of `range` ("bytes=0-1023") of it; the body streams. */
    recording: async (url: string, { range }: { range?: string } = {}, call?: CallOptions) =>
      openRecording(connection, url, range, call),
  }
}
