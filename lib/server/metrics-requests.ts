import 'server-only'
import type { ServerResponse } from 'node:http'
import { eachRequest } from './each-request'
import { metrics } from './metrics'
import { routeName } from './metrics-routes'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** The client left before the answer was complete (as nginx logs it). */
const CLIENT_CLOSED = 499

function countRequest(url: string, method: string, response: ServerResponse, seconds: number): void {
  const labels = { route: routeName(url), method: METHODS.has(method) ? method : 'other' }
  const status = response.writableFinished ? response.statusCode : CLIENT_CLOSED
  metrics().requests.inc({ ...labels, status })
  metrics().requestTime.observe(labels, seconds)
}

/** Counts every request of this process from now on. */
export function watchRequests(): void {
  eachRequest(({ request, response }) => {
    const began = performance.now()
    // Kept now, because Next rewrites the address on its way through the server.
    const { url = '', method = '' } = request
    metrics().running.inc()
    response.once('close', () => {
      metrics().running.dec()
      countRequest(url, method, response, (performance.now() - began) / 1000)
    })
  })
}
