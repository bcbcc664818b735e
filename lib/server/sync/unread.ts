import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { allo, type Call } from '@/lib/server/allo'
import { query } from '@/lib/server/db/database'
import { writeSyncState } from '@/lib/server/db/sync'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'

/** Milliseconds between a change and the new count: several changes in a row are counted once. */
const SOON = 500

/**
 * Asks how many conversations of a line nobody has read, and keeps the number.
 *
 * @throws CallboardError of Allo or the database
 */
export async function countUnread(line: string, call: Call): Promise<void> {
  const { pagination } = await allo().conversations({ allo_number: line, unread: true, page: 1, size: 1 }, call)
  const change = { unread: pagination.totalCount, unreadAt: new Date().toISOString() }
  await query(db => writeSyncState(db, line, change))
}

const planned = () => remember('unread-counts', () => new Map<string, ReturnType<typeof setTimeout>>())

/** Somebody marked or archived a conversation on a line (E.164): its count is asked for anew, soon. Never throws. */
export function noteInboxChange(line: string): void {
  if (env().CALLBOARD_SYNC === 'off') return
  clearTimeout(planned().get(line))
  const timer = setTimeout(() => {
    planned().delete(line)
    countUnread(line, { priority: 'screen' }).catch((thrown: unknown) => {
      log().warn({ event: 'unread not counted', code: toCallboardError(thrown).code })
    })
  }, SOON)
  planned().set(line, timer.unref())
}
