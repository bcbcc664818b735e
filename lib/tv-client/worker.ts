import { CACHE, hasCode, hasShow, isFile, isOurs, mayKeep } from './cache-name'

/*
 * Keeps what a screen needs to start without network: its last document and the files that it names. The newest show is kept in
 * the same cache by the page. One document, one show, and one version of each file: it cannot grow.
 */

/** As much of a service worker's world as we use; TypeScript's library for it cannot stand beside the one for pages. */
interface Extendable {
  waitUntil: (work: Promise<unknown>) => void
}
interface Fetching extends Extendable {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
interface World {
  location: Location
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
}
declare const self: World

const DOCUMENT = '/tv'
const FILES = /^\/tv\/[\w.-]+\.(?:js|css|woff2)$/
/** A network that does not answer is no network, in milliseconds; the second where there is nothing to show in its place. */
const PATIENCE = 15_000
const LAST_PATIENCE = 90_000

/** null where the browser's storage is not well: a screen is shown all the same. */
function openCache(): Promise<Cache | null> {
  return caches.open(CACHE).catch(() => null)
}

function ignore(): void {}

/** An answer to the last letter: one that never ends is none. */
async function readWhole(request: Request): Promise<{ answer: Response; text: string }> {
  const answer = await fetch(request)
  return { answer, text: await answer.clone().text() }
}

function withPatience<T>(work: Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), patience)
    work.then(resolve, reject)
  })
}

/** The kept document, which says of itself that it is one. */
async function keptDocument(cache: Cache | null): Promise<Response | null> {
  try {
    const kept = await cache?.match(DOCUMENT)
    const text = (await kept?.text()) ?? ''
    if (!kept || !hasShow(text)) return null
    return new Response(text.replace('<html', '<html data-kept="1"'), { status: 200, headers: kept.headers })
  } catch {
    return null
  }
}

async function openDocument(request: Request): Promise<Response> {
  const cache = await openCache()
  const whole = readWhole(request)
  const soon = await withPatience(whole, PATIENCE).catch(ignore)
  const kept = soon ? null : await keptDocument(cache)
  if (kept) return kept
  const { answer, text } = soon ?? (await withPatience(whole, LAST_PATIENCE))
  if (answer.status >= 500 || !isOurs(text)) return (await keptDocument(cache)) ?? answer
  // Storage may be full, or broken; the screen is not.
  if (cache && answer.status === 200) await note(cache, answer.clone(), text).catch(ignore)
  return answer
}

async function note(cache: Cache, answer: Response, text: string): Promise<void> {
  if (hasShow(text)) await cache.put(DOCUMENT, answer)
  // A screen that was revoked keeps nothing of what it showed.
  else if (hasCode(text)) for (const key of await cache.keys()) await cache.delete(key)
}

/** Keeps a file in the place of its other versions. */
async function keepFile(cache: Cache, request: Request, answer: Response): Promise<void> {
  await cache.put(request, answer)
  const url = new URL(request.url)
  for (const key of await cache.keys()) {
    const other = new URL(key.url)
    if (other.pathname === url.pathname && other.search !== url.search) await cache.delete(key)
  }
}

async function openFile(request: Request, path: string): Promise<Response> {
  const cache = await openCache()
  const find = (options?: CacheQueryOptions) => cache?.match(request, options).catch(ignore)
  const kept = await find()
  if (kept) return kept
  const answer = await fetch(request).catch(ignore)
  if (answer && isFile(answer, path)) {
    if (cache && mayKeep(answer, path)) keepFile(cache, request, answer.clone()).catch(ignore)
    return answer
  }
  // One of another version draws this document better than none.
  return (await find({ ignoreSearch: true })) ?? answer ?? Response.error()
}

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === DOCUMENT) event.respondWith(openDocument(request))
  else if (url.search.startsWith('?v=') && FILES.test(url.pathname)) event.respondWith(openFile(request, url.pathname))
})
