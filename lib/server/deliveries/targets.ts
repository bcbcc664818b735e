import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson } from '@/lib/server/access/access'
import { type Attempts, createAttempts } from '@/lib/server/attempts'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import {
  changeDelivery,
  countTargets,
  deliveriesSince,
  findTarget,
  insertDeliveries,
  insertTarget,
  listTargets,
  pauseTarget,
  removeTarget,
  type Target,
} from '@/lib/server/db/deliveries'
import { newId } from '@/lib/server/db/ids'
import { remember } from '@/lib/server/remember'
import { shared } from '@/lib/server/shared/shared'
import { workspace } from '@/lib/server/workspace'
import type { TargetFacts, TestAnswer } from '@/lib/settings/delivery'
import { lastDue } from './due'
import type { NewTarget } from './input'
import type { Outcome } from './outcome'
import { recipientsOf, rowsDue } from './plan'
import { hintDeliveries } from './schedule'
import { seal } from './seal'
import { handOver, loadReview, packing } from './send'
import { toFacts } from './target-facts'

/** More than anybody needs, few enough to be looked through. */
const MOST_TARGETS = 50
/** So far the list looks back; in milliseconds. */
const LOOK_BACK = 42 * 86_400_000

/** A test writes to other people: ten in a quarter of an hour are enough. */
const tests = () =>
  remember<Attempts>('delivery tests', () =>
    createAttempts(shared(), { name: 'delivery-test-', account: 10, address: 30, everybody: 60 }),
  )

/** @throws CallboardError NOT_FOUND */
export async function requireTarget(id: string): Promise<Target> {
  const target = /^[\w-]{1,64}$/.test(id) ? await findTarget(id) : null
  if (!target) throw new CallboardError('NOT_FOUND', 'no such delivery')
  return target
}

/** Every target with what became of its reviews in the last weeks. Secrets are masked. */
export async function getTargets(access: Access): Promise<TargetFacts[]> {
  assertMay(access, 'workspace.write')
  const targets = await listTargets()
  if (targets.length === 0) return []
  const rows = await deliveriesSince(
    targets.map(({ id }) => id),
    new Date(Date.now() - LOOK_BACK),
  )
  return targets.map(target =>
    toFacts(
      target,
      rows.filter(({ targetId }) => targetId === target.id),
    ),
  )
}

/**
 * Adds a target. Of a chat the address is sealed: whoever reads the database alone can post nowhere.
 *
 * @throws CallboardError FORBIDDEN, INVALID_INPUT when there are too many
 */
export async function addTarget(access: Access, given: NewTarget, origin: Origin): Promise<{ id: string }> {
  assertMay(access, 'workspace.write')
  assertPerson(access)
  const id = newId('dlv')
  const address = given.kind === 'mail' ? given.address : seal(given.address, id)
  await transaction(async tx => {
    if ((await countTargets(tx)) >= MOST_TARGETS) {
      throw new CallboardError('INVALID_INPUT', `no more than ${MOST_TARGETS}`, { fields: { name: 'many' } })
    }
    await insertTarget(tx, { id, ...given, address, createdBy: access.id, createdAt: new Date() })
    const details = { id, kind: given.kind, change: 'added' }
    await recordAudit({ actor: access, action: 'delivery.changed', target: given.name, details, origin }, tx)
  })
  return { id }
}

/**
 * Pauses a target or lets it go on. What was due in between is told as missed, and can be sent by hand.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function setPaused(access: Access, id: string, paused: boolean, origin: Origin): Promise<void> {
  assertMay(access, 'workspace.write')
  const before = await requireTarget(id)
  const now = new Date()
  await transaction(async tx => {
    const target = await pauseTarget(tx, before.id, paused ? now : null)
    if (!target) return
    if (!paused && before.pausedAt) {
      const since = before.pausedAt.getTime()
      await insertDeliveries(
        tx,
        rowsDue(target, now.getTime(), 'paused').filter(({ nextAt }) => nextAt.getTime() > since),
      )
    }
    const details = { id: target.id, change: paused ? 'paused' : 'resumed' }
    await recordAudit({ actor: access, action: 'delivery.changed', target: target.name, details, origin }, tx)
  })
}

/**
 * Removes a target: nothing is sent there any more.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function deleteTarget(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'workspace.write')
  await requireTarget(id)
  await transaction(async tx => {
    const target = await removeTarget(tx, id)
    if (!target) throw new CallboardError('NOT_FOUND', 'no such delivery')
    const details = { id: target.id, change: 'removed' }
    await recordAudit({ actor: access, action: 'delivery.changed', target: target.name, details, origin }, tx)
  })
}

/**
 * Has a review sent again that failed, or of which nobody knows whether it arrived.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND; CONFLICT when it has been sent or is on its way
 */
export async function retryDelivery(
  access: Access,
  id: string,
  { reviewKey, recipient }: { reviewKey: string; recipient: string },
  origin: Origin,
): Promise<void> {
  assertMay(access, 'workspace.write')
  const target = await requireTarget(id)
  const now = new Date()
  const change = { state: 'waiting', attempts: 0, error: null, nextAt: now, changedAt: now } as const
  await transaction(async tx => {
    const row = { targetId: target.id, reviewKey, recipient }
    if (!(await changeDelivery(tx, row, ['failed', 'unknown'], change))) {
      throw new CallboardError('CONFLICT', 'nothing of this name waits to be sent again')
    }
    const details = { id: target.id, change: 'again', review: reviewKey }
    await recordAudit({ actor: access, action: 'delivery.changed', target: target.name, details, origin }, tx)
  })
  hintDeliveries()
}

function toAnswer(outcomes: Outcome[]): TestAnswer {
  const bad = outcomes.find(({ kind }) => kind !== 'sent')
  if (!bad || bad.kind === 'sent') return { failure: null }
  return { failure: bad.kind === 'unknown' ? 'interrupted' : bad.failure }
}

/**
 * Sends the newest review to a target at once, marked as a test. It counts as no delivery.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND, TOO_MANY_ATTEMPTS
 */
export async function testTarget(
  access: Access,
  id: string,
  origin: Origin,
  signal: AbortSignal,
  load = loadReview,
): Promise<TestAnswer> {
  assertMay(access, 'workspace.write')
  assertPerson(access)
  const target = await requireTarget(id)
  const retryAfterSeconds = await tests().count(access.id, origin.address)
  if (retryAfterSeconds > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'too many tests', { retryAfterSeconds })
  const [period = 'week'] = target.periods
  const { key: reviewKey } = lastDue(period, 0, workspace().zone, Date.now())
  const details = { id: target.id, change: 'tested' }
  await recordAudit({ actor: access, action: 'delivery.changed', target: target.name, details, origin })
  const pack = packing(load, signal, true)
  const outcomes: Outcome[] = []
  for (const recipient of recipientsOf(target)) {
    const parcel = await pack(target, reviewKey)
    const testId = newId('tst')
    outcomes.push(
      parcel ? await handOver({ parcel, target, recipient, id: testId, signal }) : { kind: 'later', failure: 'review' },
    )
  }
  return toAnswer(outcomes)
}
