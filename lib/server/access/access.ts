import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Permission, Role } from '@/lib/permissions'
import { type Bearer, may } from './roles'

/** Somebody with an account. */
export interface PersonAccess {
  kind: 'person'
  id: string
  email: string
  name: string
  role: Role
  /** The Allo user with the same e-mail address; null for somebody who does not phone. */
  alloUserId: string | null
  sessionId: string
}

/** A script with a token; it may read every report. */
export interface ApiAccess {
  kind: 'api'
  id: string
  name: string
}

/** A screen on the wall: it reads the reports of its scope (canonical search strings) and nothing wider. */
export interface ScreenAccess {
  kind: 'screen'
  id: string
  name: string
  reports: readonly string[]
}

/** A link for somebody without an account: one view or one revision of a review, and of it only what was chosen. */
export interface ShareAccess {
  kind: 'share'
  id: string
  name: string
  /** The one outbound report of a shared view; empty for a review. */
  reports: readonly string[]
  /** The one revision of a shared review; null for a view. */
  review: { key: string; revision: number } | null
  /** Names of the sections of the review, or of the panels of the view. */
  sections: readonly string[]
  /** Whether phone numbers, and names of contacts and companies, may be shown. */
  showsNumbers: boolean
  showsNames: boolean
}

export type ScopedAccess = ScreenAccess | ShareAccess

/** Who is asking. */
export type Access = PersonAccess | ApiAccess | ScopedAccess

/** The row of the table of roles that counts for somebody. */
export function bearerOf(access: Access): Bearer {
  return access.kind === 'person' ? access.role : access.kind
}

/** Whether somebody may do something at all; what of it is in their scope is checked where the data is read. */
export function mayAccess(access: Access, permission: Permission): boolean {
  return may(bearerOf(access), permission)
}

/**
 * The check behind every door, where data is read or written.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertMay(access: Access, permission: Permission): void {
  if (!mayAccess(access, permission)) throw new CallboardError('FORBIDDEN', `${permission} is not for this access`)
}

/**
 * For what only a person can do, such as looking after their own account.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertPerson(access: Access): asserts access is PersonAccess {
  if (access.kind !== 'person') throw new CallboardError('FORBIDDEN', 'only for people')
}

/**
 * For what no link shows, whatever its scope.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertNoLink(access: Access): void {
  if (access.kind === 'share') throw new CallboardError('FORBIDDEN', 'a link shows its own page and nothing else')
}
