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
  /** Another text when name, place or show are others: a save names the one that it is based on. */
  revision: string
  hasSound: boolean
  createdAt: string
  /** Its last heartbeat; null before the first. */
  seenAt: string | null
  state: ScreenState
  /** What it said of itself then. */
  reported: Beat | null
  /** When the numbers were fetched that the server had for it last; null where this instance has drawn none. */
  servedAt: string | null
}

/** Who saved a screen last, and when (ISO 8601 in UTC): what somebody is told who was slower. */
export interface LastSave {
  name: string
  at: string
}

/** Whether a refusal came with the name of who was faster. */
export function isLastSave(value: unknown): value is LastSave {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('at' in value)) return false
  return typeof value.name === 'string' && typeof value.at === 'string'
}

/** After so many milliseconds without a heartbeat a screen is late, and then silent. */
const LATE = 90_000
const SILENT = 10 * 60_000
/** By so many milliseconds a screen's numbers may be older than the server's: from this age on they are amber on the wall. */
const BEHIND = 5 * 60_000

/** How a screen stands by its last heartbeat, at an instant. */
export function stateOf(seenAt: Date | null, now: Date): ScreenState {
  if (seenAt === null) return 'never'
  const age = now.getTime() - seenAt.getTime()
  if (age > SILENT) return 'silent'
  return age > LATE ? 'late' : 'on'
}

/** Whether a screen that is heard shows numbers although the server has had newer ones for it for a while: they do not arrive. */
export function isBehind({ state, reported, servedAt }: Pick<ScreenView, 'state' | 'reported' | 'servedAt'>): boolean {
  const isHeard = state === 'on' || state === 'late'
  const hung = reported?.fetchedAt ?? null
  return isHeard && hung !== null && servedAt !== null && Date.parse(servedAt) - hung >= BEHIND
}
