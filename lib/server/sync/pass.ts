import 'server-only'
import type { ConversationSummary, ConversationsQuery } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import { allo, type Call } from '@/lib/server/allo'
import { transaction } from '@/lib/server/db/database'
import { keepLease } from '@/lib/server/db/leases'
import {
  type ConversationRow,
  dropUnseen,
  type LineSync,
  saveConversations,
  writeSyncState,
} from '@/lib/server/db/sync'
import { toItemRow } from '@/lib/server/item-view'
import { followPage, nextPass, PAGE_SIZE } from './plan'
import type { Pass } from './state'

/** The name of what only one instance does at a time. */
export const LEASE = 'sync'

function toRow(
  line: string,
  { contactNumber, lastActivity, lastItem }: ConversationSummary,
  seenAt: Date,
): ConversationRow {
  const row = { line, contactNumber, lastActivity: new Date(lastActivity), seenAt }
  if (!lastItem) return row
  const { id, kind, direction, date, duration, result, user, contact } = toItemRow(lastItem)
  return {
    ...row,
    itemId: id,
    kind,
    direction,
    date: new Date(date),
    duration: duration === null ? null : Math.round(duration),
    result,
    userId: user?.id ?? null,
    userName: user?.name ?? null,
    contactName: contact?.name || null,
  }
}

/** A withheld number may stand in a page more than once; the first is the latest. */
function toRows(line: string, summaries: ConversationSummary[], seenAt: Date): ConversationRow[] {
  const rows = new Map<string, ConversationRow>()
  for (const each of summaries) {
    if (!rows.has(each.contactNumber)) rows.set(each.contactNumber, toRow(line, each, seenAt))
  }
  return [...rows.values()]
}

interface Asked {
  /** Who holds the lease. */
  holder: string
  call: Call
  /** Resolves when the next request may go out. */
  pace: (signal: AbortSignal | undefined) => Promise<void>
}

/**
 * Reads what is new on one line, page by page; each page is written together with how far the pass got, so that whoever goes
 * on after a failure or a restart goes on there. The newest activity moves only when the pass is complete.
 *
 * @returns whether there was activity that had not been seen, and how many requests it took
 * @throws CallboardError of Allo or the database; CONFLICT when another instance has taken over
 */
export async function syncLine(
  sync: LineSync,
  { holder, call, pace }: Asked,
): Promise<{ news: boolean; requests: number }> {
  let pass: Pass = nextPass(sync.newestActivity, sync, Date.now())
  let requests = 0
  let mark = Date.now()
  // A page is written while the next one is on its way; never two at once, and none after one that failed.
  let saving = Promise.resolve()
  try {
    for (;;) {
      await pace(call.signal)
      const answer = await allo().conversations(queryOf(sync.line, pass), call)
      requests += 1
      const followed = followPage(pass, answer)
      pass = { ...followed.pass, milliseconds: pass.milliseconds + Date.now() - mark }
      mark = Date.now()
      await saving
      saving = save(sync, pass, toRows(sync.line, answer.rows, new Date(pass.startedAt)), followed.done, holder)
      saving.catch(() => {})
      if (followed.done) break
    }
  } finally {
    await saving
  }
  return { news: pass.newest !== null && pass.newest !== sync.newestActivity, requests }
}

function queryOf(line: string, { since, page }: Pass): ConversationsQuery {
  return { allo_number: line, ...(since === null ? {} : { last_activity_since: since }), page, size: PAGE_SIZE }
}

function save(sync: LineSync, pass: Pass, rows: ConversationRow[], done: boolean, holder: string): Promise<void> {
  return transaction(async tx => {
    if (!(await keepLease(tx, LEASE, holder)))
      throw new CallboardError('CONFLICT', 'another instance reads from Allo now')
    await saveConversations(tx, rows, pass.depth === 'whole')
    if (!done) return writeSyncState(tx, sync.line, { pass })
    const { startedAt, depth, milliseconds, requests } = pass
    // What two readings of everything did not meet is gone; one may have missed what moved while it read.
    if (depth === 'whole' && sync.wholeAt !== null) await dropUnseen(tx, sync.line, sync.wholeAt)
    const change = {
      pass: null,
      failure: null,
      last: { at: new Date().toISOString(), milliseconds, requests },
      ...(depth === 'whole' ? { wholeAt: startedAt } : {}),
      ...(depth === 'usual' ? {} : { deepAt: startedAt }),
    }
    await writeSyncState(tx, sync.line, change, latest(sync.newestActivity, pass.newest))
  })
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
