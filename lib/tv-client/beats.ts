import type { Beat } from '@/lib/tv/wire'
import { noteError, takeErrors } from './errors'
import { post } from './network'

/** In milliseconds. */
const EVERY = 30_000
const FIRST = 2000

/**
 * Tells the desk every half minute how this screen is.
 *
 * @param say everything but the failures, which are told of once
 * @param onRefused the server does not know this screen
 */
export function beat(say: () => Omit<Beat, 'errors'>, onRefused: () => void): void {
  async function once(): Promise<void> {
    const errors = takeErrors()
    try {
      const { status } = await post('/api/tv/beat', { ...say(), errors })
      if (status === 401) onRefused()
    } catch {
      // Told next time, when there is a network.
      for (const error of errors) noteError(error)
    }
    setTimeout(once, EVERY)
  }
  setTimeout(once, FIRST)
}
