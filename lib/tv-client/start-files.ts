import { CACHE, hasShow, mayKeep } from './cache-name'
import { noteError } from './errors'

/** Has the worker look after /tv; where browsers have none, or the address is not secure, a start needs the network. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/tv/sw.js', { scope: '/tv' }).catch(noteError)
}

/** The files of ours that this document has loaded with their versions: script, styles, typeface. */
function loadedFiles(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(names)].filter(name => name.startsWith(`${location.origin}/tv/`) && name.includes('?v='))
}

/**
 * Keeps what the first visit has loaded: the worker was not there yet to do so. Later visits pass through it, and this finds
 * everything kept.
 */
export async function keepStartFiles(): Promise<void> {
  if (!('caches' in window)) return
  try {
    await document.fonts.ready
    const cache = await caches.open(CACHE)
    for (const file of loadedFiles()) {
      if (await cache.match(file)) continue
      const answer = await fetch(file)
      if (mayKeep(answer, new URL(file).pathname)) await cache.put(file, answer)
    }
    if (await cache.match('/tv')) return
    const answer = await fetch('/tv')
    if (answer.status === 200 && hasShow(await answer.clone().text())) await cache.put('/tv', answer)
  } catch (thrown) {
    noteError(thrown)
  }
}
