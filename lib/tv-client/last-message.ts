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

/** The show that was kept last; null for none. */
export async function lastMessage(): Promise<ShowMessage | null> {
  if (!('caches' in window)) return null
  try {
    const kept = await caches.match(ENTRY)
    const message: ShowMessage | null = kept ? await kept.json() : null
    return message
  } catch {
    return null
  }
}
