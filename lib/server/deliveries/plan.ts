import 'server-only'
import { query } from '@/lib/server/db/database'
import { type Delivery, insertDeliveries, listTargets, type Target } from '@/lib/server/db/deliveries'
import { workspace } from '@/lib/server/workspace'
import type { DeliveryFailure } from '@/lib/settings/delivery'
import { lastDue } from './due'
import { recipientsIn } from './input'

/** What was due for longer than this is told and not sent any more; in milliseconds. */
export const LATEST = 24 * 3_600_000

/** Each mail address for itself; a chat is one recipient without a name. */
export function recipientsOf({ kind, address }: Pick<Target, 'kind' | 'address'>): string[] {
  return kind === 'mail' ? recipientsIn(address) : ['']
}

/** The newest rows that a target should have by now, as they stand if nobody noted them yet. */
export function rowsDue(target: Target, now: number, missed: DeliveryFailure | null) {
  return target.periods.flatMap(period => {
    const due = lastDue(period, target.at, workspace().zone, now)
    // What was due before there was this target is no business of it.
    if (due.at < target.createdAt.getTime()) return []
    const error = missed ?? (now - due.at > LATEST ? ('late' as const) : null)
    return recipientsOf(target).map(recipient => ({
      targetId: target.id,
      reviewKey: due.key,
      recipient,
      state: error ? ('failed' as const) : ('waiting' as const),
      error,
      nextAt: new Date(due.at),
      changedAt: new Date(now),
    }))
  })
}

/**
 * Notes every review that is due at a target by now, once: what is noted already stays as it is, whoever noted it.
 *
 * @returns the ones that were missed, for the log
 */
export async function planDeliveries(now: number): Promise<Delivery[]> {
  const targets = (await listTargets()).filter(({ pausedAt }) => pausedAt === null)
  const rows = targets.flatMap(target => rowsDue(target, now, null))
  const fresh = await query(db => insertDeliveries(db, rows))
  return fresh.filter(({ state }) => state === 'failed')
}
