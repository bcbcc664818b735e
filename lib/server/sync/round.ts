import 'server-only'
import { type CallboardError, type ErrorCode, toCallboardError } from '@/lib/errors'
import type { Call } from '@/lib/server/allo'
import { query } from '@/lib/server/db/database'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { keepLines, type LineSync, writeSyncState } from '@/lib/server/db/sync'
import { getMissingFeatures } from '@/lib/server/features'
import { log } from '@/lib/server/log'
import { countSync } from '@/lib/server/metrics'
import { askNumbers } from '@/lib/server/questions'
import { evenPace } from './pace'
import { LEASE, syncLine } from './pass'
import { countUnread } from './unread'

/** A count of unread conversations is good for so many milliseconds, unless there is new activity on the line. */
const COUNT_EVERY = 3 * 60_000

/** Failures of one line that say nothing about the others. */
const OF_ONE_LINE = new Set<ErrorCode>(['NOT_FOUND', 'ALLO_REJECTED', 'BAD_RESPONSE'])

interface Round {
  /** Names this instance. */
  holder: string
  /** Lines read less than so many milliseconds ago, here or by another instance, are left alone. */
  every: number
  signal: AbortSignal
}

/** The workspace's lines, E.164. Sender IDs have no number and no conversations. */
async function linesOf(call: Call): Promise<string[]> {
  const { value } = await askNumbers(call)
  return value.flatMap(({ number, type }) => (number === null || type === 'SENDER_ID' ? [] : [number]))
}

async function noteFailure(line: string, error: CallboardError): Promise<void> {
  const failure = { code: error.code, at: new Date().toISOString(), requestId: error.requestId ?? null }
  // What cannot be read as a list is begun anew; anything else goes on where it was.
  const change = error.code === 'BAD_RESPONSE' ? { failure, pass: null } : { failure }
  await query(db => writeSyncState(db, line, change))
}

async function readLine(sync: LineSync, { holder, call, pace }: Parameters<typeof syncLine>[1]): Promise<void> {
  const { news, requests } = await syncLine(sync, { holder, call, pace })
  countSync('requests', requests)
  countSync('passes')
  const counted = sync.unreadAt === null ? 0 : Date.parse(sync.unreadAt)
  if (news || Date.now() - counted > COUNT_EVERY) {
    await pace(call.signal)
    await countUnread(sync.line, call)
  }
}

/**
 * Reads every line that is due, one after the other, unless another instance is at it or the key cannot.
 *
 * @throws CallboardError of the first failure that concerns every line; the failures of single lines are kept with them
 */
export async function syncRound({ holder, every, signal }: Round): Promise<void> {
  const call: Call = { priority: 'screen', signal }
  const missing = await getMissingFeatures(call)
  if (missing.conversations || missing.lines) return
  const lines = await linesOf(call)
  if (lines.length === 0 || !(await takeLease(LEASE, holder))) return
  const pace = evenPace()
  try {
    for (const sync of await keepLines(lines)) {
      if (sync.last && Date.now() - Date.parse(sync.last.at) < every) continue
      try {
        await readLine(sync, { holder, call, pace })
      } catch (thrown) {
        signal.throwIfAborted()
        const error = toCallboardError(thrown)
        countSync('failures')
        log().warn({ event: 'sync failed', code: error.code, requestId: error.requestId })
        if (error.code === 'CONFLICT') return
        await noteFailure(sync.line, error)
        if (!OF_ONE_LINE.has(error.code)) throw error
      }
    }
  } finally {
    await releaseLease(LEASE, holder).catch(() => {})
  }
}
