import type { ShowMessage } from '@/lib/tv/wire'
import { CACHE } from './cache-name'
import { noteError } from './errors'

/** Next to what the worker keeps. */
const ENTRY = '/tv/last'

/** Keeps the newest show for a start without network, in the place of the one before. */
export async function keepMessage(message: ShowMessage): Promise<void> {
  if (!('caches' in window)) return
  try {
    const cache = await caches.open(CACHE)
    await cache.put(ENTRY, new Response(JSON.stringify(message)))
  } catch (thrown) {
    noteError(thrown)
  }
}

/** Whether JSON has what a screen is drawn from: it may come from a network on the way, or from a storage that is not well. */
export function isShow(value: unknown): value is ShowMessage {
  if (typeof value !== 'object' || value === null) return false
  const { now, zone, version, panels }: Partial<Record<keyof ShowMessage, unknown>> = value
  return typeof now === 'number' && typeof zone === 'string' && typeof version === 'string' && Array.isArray(panels)
}

/** The show that was kept last; null for none. */
export async function lastMessage(): Promise<ShowMessage | null> {
  if (!('caches' in window)) return null
  try {
    const kept = await caches.match(ENTRY)
    const message: unknown = await kept?.json()
    return isShow(message) ? message : null
  } catch {
    return null
  }
}
