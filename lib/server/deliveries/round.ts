import 'server-only'
import { recordAudit } from '@/lib/server/audit'
import { query, transaction } from '@/lib/server/db/database'
import {
  changeDelivery,
  type Delivery,
  dueDeliveries,
  findTarget,
  listTargets,
  markInterrupted,
} from '@/lib/server/db/deliveries'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { log } from '@/lib/server/log'
import { refreshWorkspace } from '@/lib/server/workspace'
import type { Outcome } from './outcome'
import { LATEST, planDeliveries } from './plan'
import { handOver, type LoadReview, loadReview, packing } from './send'

/** The name of what only one instance does at a time. */
const LEASE = 'deliveries'
const MINUTE = 60_000
/** Waits after the first, second … try that surely did not arrive, in milliseconds; after the last it is given up. */
const BACKOFF = [1, 5, 15, 60, 240].map(minutes => minutes * MINUTE)
/** No handing over takes as long as this: whoever began one then is gone; in milliseconds. */
const LONGEST_TRY = 3 * MINUTE

/** What becomes of a row after a try, its attempts counted. */
function changeAfter(outcome: Outcome, attempts: number, now: number) {
  const changedAt = new Date(now)
  if (outcome.kind === 'sent') return { state: 'sent', error: null, sentAt: changedAt, changedAt } as const
  if (outcome.kind === 'unknown') return { state: 'unknown', error: 'interrupted', changedAt } as const
  const { failure } = outcome
  const wait = outcome.kind === 'later' ? BACKOFF[attempts - 1] : undefined
  if (outcome.kind === 'failed' || wait === undefined) return { state: 'failed', error: failure, changedAt } as const
  const nextAt = new Date(now + Math.max(wait, (outcome.after ?? 0) * 1000))
  return { state: 'waiting', error: failure, nextAt, changedAt } as const
}

/** Who reads the audit log sees what left and what could not; of several tries only the last. */
async function settle(row: Delivery, targetName: string, from: Delivery['state'], outcome: Outcome): Promise<void> {
  const attempts = row.attempts + 1
  const change = changeAfter(outcome, attempts, Date.now())
  await transaction(async tx => {
    if (!(await changeDelivery(tx, row, [from], { ...change, attempts })) || change.state === 'waiting') return
    const action = change.state === 'sent' ? 'delivery.sent' : 'delivery.failed'
    const details = { review: row.reviewKey, ...(change.error && { reason: change.error }) }
    await recordAudit({ actor: { kind: 'system' }, action, target: targetName, details }, tx)
  })
  log().info({ event: 'delivery', target: row.targetId, key: row.reviewKey, state: change.state, error: change.error })
}

/** Sends one row, if nobody else does. It is noted before it leaves, so that a crash cannot have it sent twice. */
async function deliver(row: Delivery, pack: ReturnType<typeof packing>, signal: AbortSignal): Promise<void> {
  const begin = (change: Pick<Delivery, 'state'> & { error?: 'late' }) =>
    query(db => changeDelivery(db, row, ['waiting'], { ...change, changedAt: new Date() }))
  if (Date.now() - row.nextAt.getTime() > LATEST) {
    await begin({ state: 'failed', error: 'late' })
    return
  }
  const target = await findTarget(row.targetId)
  if (!target) return
  const parcel = await pack(target, row.reviewKey)
  if (signal.aborted) return
  if (!parcel) return settle(row, target.name, 'waiting', { kind: 'later', failure: 'review' })
  if (!(await begin({ state: 'sending' }))) return
  const { reviewKey, recipient } = row
  const id = [target.id, reviewKey, recipient].join(' ')
  await settle(row, target.name, 'sending', await handOver({ parcel, target, recipient, id, signal }))
}

async function work(holder: string, load: LoadReview, signal: AbortSignal): Promise<void> {
  // Nobody may have asked this instance anything since the zone was changed.
  await refreshWorkspace()
  const now = Date.now()
  const untold = [
    ...(await markInterrupted(new Date(now - LONGEST_TRY), new Date(now))),
    ...(await planDeliveries(now)),
  ]
  for (const { targetId, reviewKey, error } of untold) {
    log().warn({ event: 'delivery', target: targetId, key: reviewKey, error })
  }
  const pack = packing(load, signal)
  for (const row of await dueDeliveries(new Date(now))) {
    // A lease lasts for less time than many mails take.
    if (signal.aborted || !(await takeLease(LEASE, holder))) return
    await deliver(row, pack, signal)
  }
}

/**
 * Looks once for reviews that are due and sends them, one after the other; of several instances one does.
 *
 * @param holder names this instance
 * @param load replaced by tests
 * @returns false when another instance is at it
 * @throws CallboardError STORAGE_DOWN
 */
export async function deliveryRound(
  holder: string,
  signal: AbortSignal,
  load: LoadReview = loadReview,
): Promise<boolean> {
  // Most of the time of most installations ends here.
  if ((await listTargets()).every(({ pausedAt }) => pausedAt !== null)) return true
  if (!(await takeLease(LEASE, holder))) return false
  try {
    await work(holder, load, signal)
    return true
  } finally {
    await releaseLease(LEASE, holder).catch(() => {})
  }
}
