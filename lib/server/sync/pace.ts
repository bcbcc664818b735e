import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { budget } from '@/lib/server/allo'
import { WINDOW } from '@/lib/server/rate-window'

/**
 * Spreads requests evenly over the second, at the rate that reads may have: a reader who comes in between waits for one turn
 * and not for a whole window.
 */
export function evenPace(): (signal: AbortSignal | undefined) => Promise<void> {
  let next = 0
  return async signal => {
    const gap = WINDOW / budget().statistics().get.perSecond
    const now = performance.now()
    // A late turn is not made up for by two in a row.
    next = Math.max(next, now - gap)
    if (next > now) await sleep(next - now, undefined, { signal })
    next += gap
  }
}
