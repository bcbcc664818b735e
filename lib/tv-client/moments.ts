import type { CelebrationMessage } from '@/lib/tv/wire'
import { celebrationQueue } from './celebration-queue'
import { part, setAttribute, setHtml } from './page'
import { ring } from './sound'

/** Between two celebrations, and for the last one to fade; in milliseconds. */
const PAUSE = 1200

/** Conversions that fill the screen, one after the other. */
export interface Moments {
  take: (message: CelebrationMessage) => void
  /** The last one seen. */
  seq: () => number | null
}

/**
 * @param from the last one seen before; null for none
 * @param onSeen called with each new number
 */
export function showMoments(from: number | null, onSeen: (seq: number) => void): Moments {
  const queue = celebrationQueue(from ?? 0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function hide() {
    setAttribute(part('celebration'), 'data-on', '0')
    timer = setTimeout(next, PAUSE)
  }

  function next() {
    const message = queue.next()
    timer = undefined
    setHtml(part('celebration'), message?.html ?? '')
    if (!message) return
    setAttribute(part('celebration'), 'data-on', '1')
    if (message.withSound) ring()
    timer = setTimeout(hide, message.seconds * 1000)
  }

  return {
    take(message) {
      const withdrawn = queue.take(message)
      onSeen(queue.seq())
      if (withdrawn !== null) {
        clearTimeout(timer)
        hide()
      } else if (timer === undefined) next()
    },
    seq: () => queue.seq() || from,
  }
}
