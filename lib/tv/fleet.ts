import type { Show } from './show'
import type { Beat } from './wire'

/** Whether a screen was heard of lately: it beats every half minute. */
export type ScreenState = 'on' | 'late' | 'silent' | 'never'

/** A screen as the desk's page knows it. Instants are ISO 8601 in UTC. */
export interface ScreenView {
  id: string
  name: string
  /** Where it hangs. */
  place: string
  show: Show
  hasSound: boolean
  createdAt: string
  /** Its last heartbeat; null before the first. */
  seenAt: string | null
  state: ScreenState
  /** What it said of itself then. */
  reported: Beat | null
}

/** After so many milliseconds without a heartbeat a screen is late, and then silent. */
const LATE = 90_000
const SILENT = 10 * 60_000

/** How a screen stands by its last heartbeat, at an instant. */
export function stateOf(seenAt: Date | null, now: Date): ScreenState {
  if (seenAt === null) return 'never'
  const age = now.getTime() - seenAt.getTime()
  if (age > SILENT) return 'silent'
  return age > LATE ? 'late' : 'on'
}
