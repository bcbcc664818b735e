import { z } from 'zod'

/*
 * What goes out, in Allo's own names. Objects are strict because Allo ignores keys it does not know: a misspelt filter would
 * bring unfiltered numbers back with status 200.
 */

const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'not an E.164 phone number')
const filled = z.string().min(1)

/**
 * One day is `from = to`. That works live although Allo's catalogue wants `from` before `to`; if Allo should refuse it after all
 * (INVALID_DATE_RANGE) the refusal is passed on: a range widened behind the reader's back would show another day's calls.
 */
const dateRange = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { message: 'from is after to', path: ['from'] })

const paging = {
  page: z.number().int().min(1).optional(),
  size: z.number().int().min(1).max(100).optional(),
}

const analytics = {
  date: dateRange,
  compare_date: dateRange.optional(),
  user_ids: z.array(filled).min(1).optional(),
  allo_numbers: z.array(e164).min(1).optional(),
}

/** Allo cannot combine them (and does not promise to say so). */
function peopleOrLines(body: { user_ids?: string[]; allo_numbers?: string[] }): boolean {
  return body.user_ids === undefined || body.allo_numbers === undefined
}
const PEOPLE_OR_LINES = { message: 'user_ids and allo_numbers cannot be combined', path: ['allo_numbers'] }

const STAGES = ['DIAL', 'CONNECTED', 'CONVERSATION', 'CONVERSION'] as const
export type AlloStage = (typeof STAGES)[number]

/** Body of POST /v2/api/analytics/overview. */
export const overviewRequest = z.strictObject(analytics).refine(peopleOrLines, PEOPLE_OR_LINES)
export type OverviewRequest = z.input<typeof overviewRequest>

/** Body of POST /v2/api/analytics/outbound. `stage`, `page` and `size` belong to `extend`, which needs a stage. */
export const outboundRequest = z
  .strictObject({
    ...analytics,
    ...paging,
    tags: z.array(filled).optional(),
    granularity: z.enum(['DAY', 'WEEK', 'MONTH']).optional(),
    extend: z.literal('items').optional(),
    stage: z.enum(STAGES).optional(),
  })
  .refine(peopleOrLines, PEOPLE_OR_LINES)
  .refine(body => (body.extend === undefined) === (body.stage === undefined), {
    message: 'extend and stage belong together',
    path: ['stage'],
  })
  .refine(body => body.extend !== undefined || (body.page === undefined && body.size === undefined), {
    message: 'page and size belong to extend',
    path: ['page'],
  })
export type OutboundRequest = z.input<typeof outboundRequest>

const transcript = z.literal('transcript').optional()

/** Body of POST /v2/api/conversations/items/search: everything narrows, nothing is required. */
export const itemSearchRequest = z.strictObject({
  allo_number: e164.optional(),
  contact_number: filled.optional(),
  user_id: filled.optional(),
  direction: z.enum(['INBOUND', 'OUTBOUND']).optional(),
  type: z.enum(['CALL', 'SMS', 'ALL']).optional(),
  result: z.enum(['ANSWERED', 'VOICEMAIL', 'TRANSFERRED']).optional(),
  tags: z.array(filled).min(1).optional(),
  unread: z.boolean().optional(),
  unresponded: z.boolean().optional(),
  search: z
    .string()
    .regex(/[\p{L}\p{N}]/u, 'holds no letter or digit')
    .optional(),
  sort: z.enum(['DATE_DESC', 'DATE_ASC', 'RELEVANCE']).optional(),
  extend: transcript,
  date: dateRange.optional(),
  ...paging,
})
export type ItemSearchRequest = z.input<typeof itemSearchRequest>

/** Body of POST /v2/api/conversations/items/batch. */
export const batchRequest = z.strictObject({ ids: z.array(filled).min(1).max(100), extend: transcript })

/** Query of GET /v2/api/conversations. */
export const conversationsQuery = z.strictObject({
  allo_number: e164,
  last_activity_since: z.iso.datetime({ offset: true }).optional(),
  unread: z.boolean().optional(),
  extend: transcript,
  ...paging,
})
export type ConversationsQuery = z.input<typeof conversationsQuery>

/** Query of GET /v2/api/users. Without a status Allo lists active people only. */
export const usersQuery = z.strictObject({
  role: z.enum(['ADMIN', 'MANAGER', 'MEMBER']).optional(),
  status: z.enum(['ACTIVE', 'BLOCKED']).optional(),
})
export type UsersQuery = z.input<typeof usersQuery>

/** Body of PUT /v2/api/conversations/{contact_number}/action; without a line it applies to all of them. */
export const actionRequest = z.strictObject({
  action: z.enum(['READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE']),
  allo_number: e164.optional(),
})
export type ConversationAction = z.input<typeof actionRequest>['action']

/** Body of POST …/items/{id}/tags. */
export const tagsRequest = z.strictObject({ tags: z.array(filled).min(1) })

/** What a header can carry. A UUID will do. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/)

const text = { to: e164, message: z.string().min(1).max(1000) }

/** Body of POST /v1/api/sms: from a number, or (as French operators demand) from a verified sender ID. */
export const smsRequest = z
  .strictObject({ ...text, from: e164.optional(), sender_id: filled.optional() })
  .refine(body => (body.from === undefined) !== (body.sender_id === undefined), {
    message: 'exactly one of from and sender_id is needed',
    path: ['from'],
  })
export type SmsRequest = z.input<typeof smsRequest>
