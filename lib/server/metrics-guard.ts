import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { secretIn } from './access/secret'
import { env } from './env'
import { PEER_HEADER } from './origin'
import { isLoopback, PASSED_ON_HEADER } from './peer'

const digest = (text: string) => createHash('sha256').update(text).digest()

function isToken(given: string): boolean {
  const token = env().CALLBOARD_METRICS_TOKEN
  // Digests have one length, so comparing takes as long for a near miss as for a far one.
  return token !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** Whether a Host header names this machine by a name that only this machine can use. */
function isLocalName(host: string | null): boolean {
  return host !== null && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}

/**
 * Whether a request may read what is for monitoring: it shows CALLBOARD_METRICS_TOKEN, or it was made on this machine.
 * Behind a proxy on the same machine every visitor's connection is local, so a request that a proxy passed on is not, and
 * with CALLBOARD_TRUST_PROXY none is. A wrong token is refused wherever it comes from.
 */
export function mayMonitor(headers: Headers): boolean {
  const given = secretIn(headers)
  if (given !== null) return isToken(given)
  if (env().CALLBOARD_TRUST_PROXY || headers.get(PASSED_ON_HEADER) !== '0') return false
  return isLoopback(headers.get(PEER_HEADER)) && isLocalName(headers.get('host'))
}
