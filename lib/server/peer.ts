import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { eachRequest } from './each-request'
import { PEER_HEADER } from './origin'

/** Set by our own server on each request that another program has passed on, whatever the client sent under this name. */
export const PASSED_ON_HEADER = 'x-callboard-passed-on'

/** What proxies write on a request that they pass on. Next adds some of these by itself later: only at the arrival do they tell. */
const PASSED_ON = /^(x-forwarded-.+|forwarded|via|x-real-ip|x-original-.+|x-client-ip|true-client-ip|cf-.+)$/

/** Whether a request, as it arrived, shows that a proxy passed it on. */
export function isPassedOn(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some(name => PASSED_ON.test(name))
}

/** Writes on every request, before anything else reads it, where its connection comes from and whether it was passed on. */
export function watchPeers(): void {
  eachRequest(({ request }) => {
    const passedOn = isPassedOn(request.headers)
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
    request.headers[PASSED_ON_HEADER] = passedOn ? '1' : '0'
  })
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string | null): boolean {
  return address !== null && /^(127\.|::1$|::ffff:127\.)/.test(address)
}
