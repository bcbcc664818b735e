import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { eachRequest } from './each-request'
import { remember } from './remember'

/*
 * A stream to a screen lives for weeks, and for as long as an answer is not finished Next keeps everything that it made for the
 * request: some 50 KiB a screen. So once Next has let such a request in and has written the headers of its answer, we take
 * what is left of it over: the response of Node's own server, on which we write, and nothing of Next.
 */

/** Written by our own server on each request that can be taken over, whatever the client sent under this name. */
const TAKEN_HEADER = 'x-callboard-response'

/** Where Next keeps what it knows of a request, on the request itself. Found nowhere, nothing is lost but memory. */
const NEXTS_OWN = Symbol.for('NextInternalRequestMeta')

interface Arrived {
  request: IncomingMessage
  response: ServerResponse
  /** Who waited for its end already when it arrived: our own counts of requests, and nobody of Next's. */
  ours: ReturnType<ServerResponse['rawListeners']>
}

interface Arrivals {
  byId: Map<string, Arrived>
  /** From before any request, so that what begins within it holds on to none. */
  outside: AsyncResource
  next: number
}

const arrivals = () =>
  remember<Arrivals>('arrivals', () => ({ byId: new Map(), outside: new AsyncResource('callboard stream'), next: 1 }))

/**
 * Lets handlers take over the answers to GET requests of a path, from now on. To be called before the first request, after
 * whatever else of ours listens to requests.
 */
export function watchTakeovers(path: string): void {
  arrivals()
  eachRequest(({ request, response }) => {
    delete request.headers[TAKEN_HEADER]
    if (request.method !== 'GET' || request.url?.split('?')[0] !== path) return
    const { byId, next } = arrivals()
    const id = String(next)
    arrivals().next += 1
    request.headers[TAKEN_HEADER] = id
    byId.set(id, { request, response, ours: response.rawListeners('close') })
    response.once('close', () => byId.delete(id))
  })
}

/** Takes everything off a response that Next put there, so that nothing of Next is kept by it. */
function strip({ request, response, ours }: Arrived): void {
  const prototype = Object.getPrototypeOf(response)
  for (const name of Object.getOwnPropertyNames(response)) {
    // Methods that were replaced are Node's own again.
    if (typeof Reflect.get(prototype, name, response) === 'function') Reflect.deleteProperty(response, name)
  }
  for (const emitter of [request, response]) {
    for (const name of emitter.eventNames()) emitter.removeAllListeners(name)
  }
  Reflect.deleteProperty(request, NEXTS_OWN)
  response.once('close', () => {
    for (const listener of ours) listener.call(response)
  })
  // Nobody is there to be told: that it ends says enough.
  response.on('error', ignore)
  // With what was taken off went the reuse of the connection.
  response.once('finish', closeSocket)
}

function ignore(): void {}

function closeSocket(this: ServerResponse): void {
  this.socket?.destroySoon()
}

/**
 * Keeps the answer to a request open beyond what its handler answers. What the handler answers is sent first: the status, the
 * headers and the body.
 *
 * @param headers of the request
 * @param begin called when that is sent, with Node's own response, which is then the caller's alone to write on and to end;
 *   never when the client has left before
 */
export function takeOver(headers: Headers, begin: (response: ServerResponse) => void): void {
  const { byId, outside } = arrivals()
  const id = headers.get(TAKEN_HEADER) ?? ''
  const arrived = byId.get(id)
  if (!arrived) return
  const { response } = arrived
  response.shouldKeepAlive = false
  // Next ends the answer when it has written all of it, and not before.
  response.end = () => {
    byId.delete(id)
    // Who has left meanwhile will never be said to leave.
    if (response.destroyed) return response
    strip(arrived)
    try {
      outside.runInAsyncScope(begin, undefined, response)
    } catch (thrown) {
      // Nobody would end it any more.
      response.destroy()
      throw thrown
    }
    return response
  }
}
