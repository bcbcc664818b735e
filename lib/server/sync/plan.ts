import 'server-only'
import type { ConversationSummary, Paged } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import type { Pass, SyncState } from './state'

/*
 * How a pass reads one line's conversations, latest activity first, while the list moves under it. Record 18 says why.
 */

/** Conversations a page; Allo's most. */
export const PAGE_SIZE = 100

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Milliseconds that a pass looks back behind the newest activity it knows: a call may be listed late, and then stands where it
 * began, not where it ended.
 */
const LOOK_BACK = { usual: HOUR, deep: 48 * HOUR }
/** How often a pass looks back further, and how often it reads everything. */
const EVERY = { deep: HOUR, whole: 24 * HOUR }
/** A pass that was broken off is taken up again for so long. */
const RESUME_WITHIN = HOUR

/** The pass to begin or to go on with, at a moment (milliseconds). */
export function nextPass(newest: string | null, state: SyncState, now: number): Pass {
  const { pass } = state
  const isDue = (at: string | null, every: number) => at === null || now - Date.parse(at) >= every
  if (pass && !isDue(pass.startedAt, RESUME_WITHIN)) return { ...pass, page: Math.max(1, pass.page - 1) }
  const depth =
    newest === null || isDue(state.wholeAt, EVERY.whole) ? 'whole' : isDue(state.deepAt, EVERY.deep) ? 'deep' : 'usual'
  return {
    startedAt: new Date(now).toISOString(),
    depth,
    since: newest === null || depth === 'whole' ? null : new Date(Date.parse(newest) - LOOK_BACK[depth]).toISOString(),
    page: 1,
    total: null,
    newest: null,
    requests: 0,
    milliseconds: 0,
  }
}

/** The latest of some instants, but none after `latest`: a line must not wait for a day that Allo dated wrongly. */
function newestOf(rows: readonly ConversationSummary[], latest: string): string | null {
  let found: string | null = null
  for (const { lastActivity } of rows) if (found === null || lastActivity > found) found = lastActivity
  return found !== null && found > latest ? latest : found
}

/**
 * Takes note of a page. New activity pushes rows down, and what comes twice is written twice; conversations that leave the list
 * pull rows up, past the page about to be read, so the pages before are then read again.
 *
 * @returns the pass with the page to read next, and whether it is complete
 * @throws CallboardError BAD_RESPONSE when Allo answers another page, or the list moves faster than it can be read
 */
export function followPage(
  pass: Pass,
  { rows, pagination }: Paged<ConversationSummary>,
): { pass: Pass; done: boolean } {
  const { page, totalCount, totalPages } = pagination
  const requests = pass.requests + 1
  if (page !== pass.page) throw new CallboardError('BAD_RESPONSE', `asked for page ${pass.page}, got ${page}`)
  if (requests > 3 * totalPages + 20) throw new CallboardError('BAD_RESPONSE', 'the list of conversations does not end')
  const gone = pass.total === null ? 0 : Math.max(0, pass.total - totalCount)
  const oldest = rows.at(-1)?.lastActivity
  // Asked for what is newer, Allo still went on with what is older: it does not know the filter, and the rest is known.
  const beyond = pass.since !== null && oldest !== undefined && oldest < pass.since
  return {
    pass: {
      ...pass,
      page: gone === 0 ? page + 1 : Math.max(1, page - Math.ceil(gone / PAGE_SIZE)),
      total: totalCount,
      newest: page === 1 && pass.newest === null ? newestOf(rows, pass.startedAt) : pass.newest,
      requests,
    },
    // A page 1 has nothing before it that could be missing.
    done: (gone === 0 || page === 1) && (!pagination.hasMore || rows.length === 0 || beyond),
  }
}
