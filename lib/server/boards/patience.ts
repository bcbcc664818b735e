import 'server-only'
import { within } from '@/lib/server/within'

/** How long a screen waits for what a board can do without, in milliseconds. */
const PATIENCE = 4_000

/**
 * Waits a while for what a board can do without. What comes too late is there the next time.
 *
 * @param onLate called when it was not waited for any longer
 * @returns null when it could not be had, or not yet
 */
export async function patiently<T>(promise: Promise<T>, onLate: () => void): Promise<T | null> {
  const outcome = await within(promise, PATIENCE)
  if (outcome === null) onLate()
  return outcome?.status === 'fulfilled' ? outcome.value : null
}
