import { isOurs } from './cache-name'
import { isShow } from './last-message'
import type { Polled, Source } from './link'

/** After so long an answer is not waited for any more, in milliseconds. */
const PATIENCE = 20_000

/** A request that ends, one way or the other. Throws what fetch throws. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const controller = new AbortController()
  const late = setTimeout(() => controller.abort(), PATIENCE)
  try {
    const answer = await fetch(path, { cache: 'no-store', ...init, signal: controller.signal })
    // Read here, so that the wait for the body ends too.
    const body = answer.status === 204 || answer.status === 304 ? null : await answer.text()
    return new Response(body, { status: answer.status, headers: answer.headers })
  } finally {
    clearTimeout(late)
  }
}

/** Sends JSON. */
export function post(path: string, value: unknown): Promise<Response> {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) })
}

/** The server's stream, from where a screen is. */
export function openSource(last: string): Source {
  const source = new EventSource(`/api/tv/stream?last=${encodeURIComponent(last)}`)
  return {
    on: (name, listener) =>
      source.addEventListener(name, event => {
        if (event instanceof MessageEvent) listener(event.data, event.lastEventId)
      }),
    onError: listener => {
      source.onerror = listener
    },
    close: () => source.close(),
  }
}

/** Asks for the show once, for where no stream comes through. What others answer in our place is no answer. */
export async function pollShow(revision: string): Promise<Polled> {
  try {
    const answer = await ask('/api/tv/show', { headers: { 'If-None-Match': `"${revision}"` } })
    if (answer.status === 401) return { kind: 'gone' }
    const now = Number(answer.headers.get('x-callboard-now'))
    if (answer.status === 304 && now > 0) return { kind: 'same', now }
    const message: unknown = answer.ok ? await answer.json() : null
    return isShow(message) ? { kind: 'show', message } : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

/** Whether the server knows this screen; null when it does not say. */
export async function isKnown(): Promise<boolean | null> {
  try {
    const answer = await ask('/api/tv/show')
    if (answer.ok) return true
    // Also a network on the way may answer that it wants to know who asks.
    const { error }: { error?: { code?: string } } = await answer.json()
    return error?.code === 'NOT_SIGNED_IN' ? false : null
  } catch {
    return null
  }
}

/** The document as the server would give it now; null when it does not, or another answers in its place. */
export async function newDocument(): Promise<string | null> {
  try {
    const answer = await ask('/tv')
    const html = await answer.text()
    return answer.status < 500 && isOurs(html) ? html : null
  } catch {
    return null
  }
}
