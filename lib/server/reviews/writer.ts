import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson, mayAccess, type PersonAccess } from '@/lib/server/access/access'

/** Who may change and take away what somebody wrote: its author, and of everybody's an administrator. */
export function mayChange(access: Access, authorId: string | null): boolean {
  if (access.kind !== 'person' || !mayAccess(access, 'reviews.write')) return false
  return access.id === authorId || access.role === 'admin'
}

/** @throws CallboardError FORBIDDEN */
export function assertWriter(access: Access): asserts access is PersonAccess {
  assertMay(access, 'reviews.write')
  assertPerson(access)
}

/** What every row of something written has. */
export interface Written {
  authorId: string | null
  version: number
  deletedAt: Date | null
}

/**
 * Lets a change pass that its writer may make and that is based on what stands there now.
 *
 * @param row held for this transaction; null when there is none
 * @param toNow how readers see it
 * @throws CallboardError NOT_FOUND; FORBIDDEN; CONFLICT with what stands there now, null when it was taken away
 */
export function assertCurrent<R extends Written>(
  access: PersonAccess,
  row: R | null,
  version: number,
  toNow: (row: R) => unknown,
): asserts row is R {
  if (!row) throw new CallboardError('NOT_FOUND', 'nothing of this id')
  if (!mayChange(access, row.authorId)) throw new CallboardError('FORBIDDEN', 'somebody else wrote it')
  if (row.deletedAt) throw new CallboardError('CONFLICT', 'it was taken away', { now: null })
  if (row.version !== version) throw new CallboardError('CONFLICT', 'it was changed meanwhile', { now: toNow(row) })
}

/** @throws CallboardError INVALID_INPUT at `field` when there is no room for another */
export function assertRoom(taken: number, most: number, field: string): void {
  if (taken >= most) throw new CallboardError('INVALID_INPUT', `no more than ${most}`, { fields: { [field]: 'many' } })
}
