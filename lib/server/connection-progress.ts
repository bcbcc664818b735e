import 'server-only'
import type { ConnectionFacts } from '@/lib/connection'
import { countConversations, readSyncStates } from './db/sync'
import { env } from './env'

/** How far reading ahead got, line by line; lines have no names here. */
export async function readProgress(): Promise<ConnectionFacts['sync']> {
  const [states, known] = await Promise.all([readSyncStates(), countConversations()])
  return {
    on: env().CALLBOARD_SYNC === 'on',
    lines: states.map(({ line, newestActivity, unread, last, pass, failure }) => ({
      line,
      name: null,
      newestActivity,
      known: known.get(line) ?? 0,
      unread,
      last,
      reading: pass && pass.page - 1,
      failure,
    })),
  }
}
