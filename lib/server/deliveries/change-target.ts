import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import { dropWaiting, holdTarget, insertDeliveries, type Target, updateTarget } from '@/lib/server/db/deliveries'
import { workspace } from '@/lib/server/workspace'
import { nextDue } from './due'
import { readAddress, type TargetEdit } from './input'
import { recipientsOf, rowsDue } from './plan'
import { hintDeliveries } from './schedule'
import { seal } from './seal'
import { revisionOf } from './target-revision'
import { requireTarget } from './targets'

type Edit = Omit<TargetEdit, 'revision'>
const FIELDS = ['name', 'address', 'locale', 'at', 'periods'] as const
type Row = ReturnType<typeof rowsDue>[number]

/** The change as it is kept, an address sealed. Throws CallboardError INVALID_INPUT for an address that the kind has not. */
function toKept({ id, kind }: Target, { address, ...rest }: Edit): Edit {
  if (address === undefined) return rest
  const read = readAddress(kind, address)
  if ('problem' in read) {
    throw new CallboardError('INVALID_INPUT', 'no address of this kind', { fields: { address: read.problem } })
  }
  return { ...rest, address: kind === 'mail' ? read.address : seal(read.address, id) }
}

/** What was due before the change, as it would have been noted without it. */
function rowsBefore(target: Target, now: number): Row[] {
  const since = target.pausedAt?.getTime()
  if (since === undefined) return rowsDue(target, now, null)
  return rowsDue(target, now, 'paused').filter(({ nextAt }) => nextAt.getTime() > since)
}

/**
 * What the change makes due in the past: for a recipient or a period that is new, or at another hour. It is told and not sent,
 * but for what was still to come and has only been moved to an hour that is over: that leaves at once.
 */
function rowsAfter(before: Target, after: Target, now: number): Row[] {
  const coming = before.periods.map(period => nextDue(period, before.at, workspace().zone, now).key)
  const known = recipientsOf(before)
  return rowsDue(after, now, 'changed').filter(
    ({ reviewKey, recipient }) => !(coming.includes(reviewKey) && known.includes(recipient)),
  )
}

/**
 * Changes a target: nobody gets twice what they had, and who is new to it begins with the next review that is due. Of a chat's
 * address nothing is told but that it was replaced.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND; INVALID_INPUT for an address that its kind has not; CONFLICT when it was changed
 *   since `revision`
 */
export async function changeTarget(
  access: Access,
  id: string,
  { revision, ...given }: TargetEdit,
  origin: Origin,
): Promise<void> {
  assertMay(access, 'workspace.write')
  const change = toKept(await requireTarget(id), given)
  const now = Date.now()
  await transaction(async tx => {
    const before = await holdTarget(tx, id)
    if (!before) throw new CallboardError('NOT_FOUND', 'no such delivery')
    const fields = FIELDS.filter(
      field => change[field] !== undefined && String(change[field]) !== String(before[field]),
    )
    if (fields.length === 0) return
    if (revision !== revisionOf(before)) throw new CallboardError('CONFLICT', 'the delivery was changed meanwhile')
    const after = await updateTarget(tx, id, change)
    if (!after) throw new CallboardError('NOT_FOUND', 'no such delivery')
    const recipients = recipientsOf(after)
    const missed = rowsBefore(before, now).filter(({ recipient }) => recipients.includes(recipient))
    await insertDeliveries(tx, missed)
    await insertDeliveries(tx, rowsAfter(before, after, now))
    await dropWaiting(tx, after.id, recipients)
    const details = { id: after.id, change: 'edited', fields: fields.join(' ') }
    await recordAudit({ actor: access, action: 'delivery.changed', target: after.name, details, origin }, tx)
  })
  hintDeliveries()
}
