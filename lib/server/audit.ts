import 'server-only'
import type { Access } from './access/access'
import type { Db } from './db/database'
import { query } from './db/database'
import { audit } from './db/schema'
import { scrub } from './log'
import { hideSecrets } from './secrets'

/** Everything that the audit log tells, in the words it is kept in. The sentences for readers are in the catalogue. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in.refused',
  'sign-out',
  'session.ended',
  'setup',
  'person.invited',
  'person.joined',
  'person.renamed',
  'person.removed',
  'role.changed',
  'invitation.revoked',
  'password.changed',
  'password.reset',
  'reset.made',
  'token.made',
  'token.revoked',
  'link.made',
  'link.revoked',
  'settings.changed',
  'tag-set.changed',
  'goals.changed',
  'view.shared',
  'tag.added',
  'tag.removed',
  'text.sent',
  'screen.paired',
  'screen.changed',
  'screen.revoked',
  'screen.commanded',
  'celebrations.off',
  'celebrations.on',
  'export',
  'review.frozen',
  'note.written',
  'note.removed',
  'commitment.made',
  'commitment.removed',
  'review.call',
  'link.changed',
  'delivery.changed',
  'delivery.sent',
  'delivery.failed',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Where a request came from, for the log of who did what. */
export interface Origin {
  address: string | null
  userAgent: string | null
  requestId: string
}

export interface AuditEntry {
  /** null for somebody who did not get in. */
  actor: Access | { kind: 'system' } | { kind: 'person'; id: string; name: string } | null
  action: AuditAction
  /** What it was done to, in words that last: a name, an e-mail address, an id. Never a phone number or a secret. */
  target?: string
  /** Small facts that may be shown, such as the role before and after. */
  details?: Record<string, string | number | boolean | null>
  origin?: Pick<Origin, 'address' | 'requestId'>
}

/** Numbers as people write them: with the plus, and spaces, dots or dashes between; or as France dials at home. */
const SPACED_NUMBER = /(?:\+|%2B)\d(?:[ .()-]{0,2}\d){6,14}|(?<![\w-])0[1-9](?:[ .-]?\d\d){4}(?![\w-])/gi

/** Nobody should hand a phone number or a secret to the log; where it happens all the same, it is not kept. */
function clean(text: string): string {
  return scrub(hideSecrets(text.slice(0, 300)).replace(SPACED_NUMBER, '[number]'))
}

function cleanDetails(details: AuditEntry['details']): AuditEntry['details'] | null {
  if (!details) return null
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]),
  )
}

/** What stands for the account in a refused sign-in. Text that is no address may be a password in the wrong field. */
function cleanTarget(action: AuditAction, target: string | undefined): string | null {
  if (target === undefined || (action === 'sign-in.refused' && !/^[^\s@]+@[^\s@]+$/.test(target))) return null
  return clean(target)
}

/**
 * Writes one line of the audit log; with a transaction, together with what it tells of, or not at all.
 *
 * @throws CallboardError STORAGE_DOWN: what cannot be told must not be done
 */
export async function recordAudit({ actor, action, target, details, origin }: AuditEntry, tx?: Db): Promise<void> {
  const row = {
    actorKind: actor?.kind ?? 'nobody',
    actorId: actor && 'id' in actor ? actor.id : null,
    actorName: actor && 'name' in actor ? actor.name : null,
    action,
    target: cleanTarget(action, target),
    details: cleanDetails(details),
    address: origin?.address ?? null,
    requestId: origin?.requestId ?? null,
  }
  if (tx) await tx.insert(audit).values(row)
  else await query(db => db.insert(audit).values(row))
}
