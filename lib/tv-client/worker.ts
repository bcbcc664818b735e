import { CACHE, hasShow, mayKeep } from './cache-name'

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
/** A network that does not answer is no network, in milliseconds. */
const PATIENCE = 15_000

function withPatience(request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), PATIENCE)
    fetch(request).then(resolve, reject)
  })
}

/** The kept document, which says of itself that it is one. */
async function keptDocument(cache: Cache): Promise<Response | null> {
  const kept = await cache.match(DOCUMENT)
  if (!kept) return null
  const text = (await kept.text()).replace('<html', '<html data-kept="1"')
  return new Response(text, { status: 200, headers: kept.headers })
}

async function openDocument(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const answer = await withPatience(request)
    if (answer.status >= 500) return (await keptDocument(cache)) ?? answer
    const isScenes = answer.status === 200 && hasShow(await answer.clone().text())
    // A screen that was revoked keeps nothing of what it showed.
    if (isScenes) await cache.put(DOCUMENT, answer.clone())
    else if (answer.status === 200) await forgetAll(cache)
    return answer
  } catch (thrown) {
    const kept = await keptDocument(cache)
    if (kept) return kept
    throw thrown
  }
}

async function forgetAll(cache: Cache): Promise<void> {
  for (const key of await cache.keys()) await cache.delete(key)
}

/** Drops other versions of a file. */
async function dropOthers(cache: Cache, url: URL): Promise<void> {
  for (const key of await cache.keys()) {
    const other = new URL(key.url)
    if (other.pathname === url.pathname && other.search !== url.search) await cache.delete(key)
  }
}

async function openFile(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (mayKeep(answer)) {
    await cache.put(request, answer.clone())
    await dropOthers(cache, url)
  }
  return answer
}

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === DOCUMENT) event.respondWith(openDocument(request))
  else if (url.search.startsWith('?v=') && FILES.test(url.pathname)) event.respondWith(openFile(request, url))
})
