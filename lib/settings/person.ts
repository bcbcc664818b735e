import type { Role } from '@/lib/permissions'

/** Somebody with an account, as the list of people shows them. */
export interface PersonLine {
  id: string
  name: string
  email: string
  role: Role
  /** `unknown` while Allo does not say who it is. */
  allo: { state: 'none' | 'unknown' } | { state: 'tied'; name: string }
  /** ISO instant, to a few minutes; null for somebody who never signed in. */
  lastSeenAt: string | null
  /** Sessions that stand. */
  sessions: number
  isSelf: boolean
  /** The only administrator, who can be neither removed nor given another role. */
  isLastAdmin: boolean
}
