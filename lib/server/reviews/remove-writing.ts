import 'server-only'
import type { Access } from '@/lib/server/access/access'
import { type AuditAction, type Origin, recordAudit } from '@/lib/server/audit'
import { type Db, transaction } from '@/lib/server/db/database'
import { assertCurrent, assertWriter, type Written } from './writer'

/** How one kind of thing that people write in reviews is held, shown and marked as taken away. */
export interface Kind<R extends Written> {
  hold: (tx: Db, key: string, id: string) => Promise<R | null>
  update: (tx: Db, id: string, change: { version: number; deletedAt: Date }) => Promise<void>
  toNow: (access: Access, row: R) => unknown
  action: AuditAction
  /** What the audit log says besides its id. */
  details?: (row: R) => Record<string, unknown>
}

/** What is taken away: in which review, under which id, as it was seen. */
export interface Removal {
  key: string
  id: string
  version: number
}

/**
 * Takes away what somebody wrote. Its row is kept, so that somebody who was writing in it is told.
 *
 * @throws CallboardError NOT_FOUND; FORBIDDEN for what somebody else wrote, but for administrators; CONFLICT with it as it
 *   stands now when it was changed since `version`
 */
export async function removeWriting<R extends Written>(
  kind: Kind<R>,
  access: Access,
  { key, id, version }: Removal,
  origin: Origin,
): Promise<void> {
  assertWriter(access)
  await transaction(async tx => {
    const row = await kind.hold(tx, key, id)
    assertCurrent(access, row, version, each => kind.toNow(access, each))
    await kind.update(tx, id, { version: version + 1, deletedAt: new Date() })
    const details = { id, ...kind.details?.(row) }
    await recordAudit({ actor: access, action: kind.action, target: key, details, origin }, tx)
  })
}
