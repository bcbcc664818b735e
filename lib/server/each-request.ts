import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** One request at the moment our HTTP server has read its headers, before Next has seen or changed anything. */
export interface Arrival {
  request: IncomingMessage
  response: ServerResponse
  server: Server
}

function isArrival(message: unknown): message is Arrival {
  return typeof message === 'object' && message !== null && 'request' in message && 'response' in message
}

/** Calls a listener for every request of this process from now on: pages, routes and files alike. */
export function eachRequest(listener: (arrival: Arrival) => void): void {
  subscribe('http.server.request.start', message => {
    if (isArrival(message)) listener(message)
  })
}
