import 'server-only'
import type { Latest, LatestCall } from '@/lib/report/latest'
import { type Access, assertMay, mayAccess } from '@/lib/server/access/access'
import { opensCall } from '@/lib/server/access/scope'
import { type LineSync, latestCalls, readSyncStates } from '@/lib/server/db/sync'
import { noteUse } from './schedule'

/** Calls in the strip. */
const CALLS = 8

async function callsFor(access: Access): Promise<LatestCall[]> {
  const everybody = mayAccess(access, 'calls.all')
  const own = access.kind === 'person' && mayAccess(access, 'calls.own') ? access.alloUserId : null
  if (!everybody && own === null) return []
  const rows = await latestCalls(everybody ? null : own, CALLS)
  return rows.flatMap(row => {
    if (row.itemId === null || row.date === null || !opensCall(access, row.userId)) return []
    return [
      {
        id: row.itemId,
        direction: row.direction ?? 'outbound',
        date: row.date.toISOString(),
        duration: row.duration,
        result: row.result,
        person: row.userName,
        contact: row.contactName,
        contactNumber: row.contactNumber,
      },
    ]
  })
}

/** null while any line was never counted: a part of the sum would look like the whole. */
function unreadOf(lines: LineSync[]): number | null {
  const counts = lines.map(({ unread }) => unread)
  return lines.length === 0 || counts.includes(null)
    ? null
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

function syncedAt(lines: LineSync[]): string | null {
  const times = lines.map(({ last }) => last?.at ?? null)
  return times.includes(null) ? null : (times.sort()[0] ?? null)
}

/**
 * The latest calls that somebody may open, and how many conversations wait in the inbox. Read from what was fetched ahead:
 * asks nothing of Allo, and tells the sync that somebody is here.
 *
 * @throws CallboardError FORBIDDEN
 */
export async function getLatest(access: Access): Promise<Latest> {
  assertMay(access, 'directory.read')
  noteUse()
  const [calls, lines] = await Promise.all([callsFor(access), readSyncStates()])
  return { calls, unread: mayAccess(access, 'inbox.use') ? unreadOf(lines) : null, syncedAt: syncedAt(lines) }
}
