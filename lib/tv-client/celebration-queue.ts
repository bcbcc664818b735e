import type { CelebrationMessage } from '@/lib/tv/wire'

/** How many calls are remembered as celebrated. More never happen within the time that the server tells of again. */
const REMEMBERED = 200
/** How many may wait. After a long silence nobody wants to see hundreds. */
const WAITING = 5

export interface CelebrationQueue {
  /** Answers the call whose celebration has to go from the screen now, if this message takes it back. */
  take: (message: CelebrationMessage) => string | null
  /** The next to show; null for none. */
  next: () => CelebrationMessage | null
  /** The last that was seen, to go on from. */
  seq: () => number
}

/**
 * Celebrations one after the other, each once: one that comes again is passed over, and one that is withdrawn while it waits
 * or shows goes quietly.
 *
 * @param from the last seq seen before
 */
export function celebrationQueue(from: number): CelebrationQueue {
  let last = from
  let showing: string | null = null
  let waiting: CelebrationMessage[] = []
  const seen = new Set<string>()

  function remember(callId: string) {
    seen.add(callId)
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break
      seen.delete(oldest)
    }
  }

  return {
    take(message) {
      if (message.seq <= last) return null
      last = message.seq
      const { callId, html } = message
      if (html === null) {
        waiting = waiting.filter(other => other.callId !== callId)
        return showing === callId ? callId : null
      }
      if (seen.has(callId)) return null
      remember(callId)
      waiting = [...waiting, message].slice(-WAITING)
      return null
    },
    next() {
      const message = waiting.shift() ?? null
      showing = message?.callId ?? null
      return message
    },
    seq: () => last,
  }
}
