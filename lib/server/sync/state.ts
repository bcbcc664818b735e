import 'server-only'
import { z } from 'zod'
import { ERRORS, type ErrorCode } from '@/lib/errors'

const whole = z.number().int().nonnegative()
const code = z.custom<ErrorCode>(value => typeof value === 'string' && value in ERRORS)

const pass = z.object({
  startedAt: z.string(),
  /** whole: everything; deep: some days back; usual: a little back. */
  depth: z.enum(['whole', 'deep', 'usual']),
  /** Older activity is not asked for; null: everything. */
  since: z.string().nullable(),
  /** The page to read next, from 1. */
  page: whole.min(1),
  /** How many conversations the page before counted. */
  total: whole.nullable(),
  /** The newest activity that the pass's first page showed. */
  newest: z.string().nullable(),
  requests: whole,
  /** Spent so far. */
  milliseconds: whole,
})
/** One reading of a line's conversations, under way or broken off. Instants are ISO 8601 in UTC. */
export type Pass = z.output<typeof pass>

/** How far reading a line got; what an earlier version wrote otherwise counts as unknown. */
export const syncState = z.object({
  /** Under way or broken off; null when the last one is complete. */
  pass: pass.nullable().catch(null),
  /** The last complete pass. */
  last: z.object({ at: z.string(), milliseconds: whole, requests: whole }).nullable().catch(null),
  /** Starts of the last complete passes that read everything, and that looked back further than usual. */
  wholeAt: z.string().nullable().catch(null),
  deepAt: z.string().nullable().catch(null),
  unread: whole.nullable().catch(null),
  unreadAt: z.string().nullable().catch(null),
  failure: z.object({ code, at: z.string(), requestId: z.string().nullable() }).nullable().catch(null),
})
export type SyncState = z.output<typeof syncState>

/** Nothing is known yet. */
export const NOTHING_YET: SyncState = {
  pass: null,
  last: null,
  wholeAt: null,
  deepAt: null,
  unread: null,
  unreadAt: null,
  failure: null,
}
