import 'server-only'
import { isIP } from 'node:net'
import type { Origin } from './audit'
import { env } from './env'
import { requestIdOf } from './request-id'

/** Set by our own server on each request from the socket (see `peer.ts`), whatever the client sent under this name. */
export const PEER_HEADER = 'x-callboard-peer'

/**
 * The last entry of X-Forwarded-For is what our own proxy saw; visitors can write the others. Some proxies add the port,
 * `1.2.3.4:56` or `[2001:db8::1]:56`. What is no address then is nobody's.
 */
function forwarded(headers: Headers): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const bare = last.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  return isIP(bare) === 0 ? null : bare
}

/** The visitor's address: what a trusted proxy says, else the other end of the connection; null when neither is known. */
export function addressOf(headers: Headers): string | null {
  return env().CALLBOARD_TRUST_PROXY ? forwarded(headers) : headers.get(PEER_HEADER)
}

/** Where a request comes from. */
export function originOf(headers: Headers): Origin {
  const userAgent = headers.get('user-agent')?.slice(0, 300) ?? null
  return { address: addressOf(headers), userAgent, requestId: requestIdOf(headers) }
}

/**
 * Whose page a request was started by, as the browser itself says in headers that no page can forge: `own`; `foreign`, which
 * another port, a subdomain and a page without an origin (`null`) are too; `unknown` when it says nothing, as programs do.
 * Our own is what NEXTAUTH_URL names: the Host header may be a proxy's, or anybody's invention.
 */
export function sourceOf(headers: Headers): 'own' | 'foreign' | 'unknown' {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin !== null && origin !== new URL(env().NEXTAUTH_URL).origin) return 'foreign'
  if (site === 'cross-site' || site === 'same-site') return 'foreign'
  return origin !== null || site === 'same-origin' ? 'own' : 'unknown'
}
