import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type AlloClient, createAlloClient } from './client'
import type { AlloClientOptions, AttemptEvent } from './connection'

/** A request as it arrived. */
export interface Seen {
  method: string
  /** Path and query as on the wire. */
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export type Handler = (request: Seen, response: ServerResponse, index: number) => void

/** A real HTTP server for one test, closed with it. `seen` holds the requests in order of arrival. */
export async function serve(handler: Handler): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const arrived = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
    seen.push(arrived)
    handler(arrived, response, seen.length - 1)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen }
}

/** Answers JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Answers in turn, the last one for ever. */
export function inTurn(...handlers: Handler[]): Handler {
  return (request, response, index) => handlers[Math.min(index, handlers.length - 1)]?.(request, response, index)
}

/** A client of a server, whose waits take no time but are written down. */
export async function clientOf(handler: Handler, options: Partial<AlloClientOptions> = {}) {
  const { url, seen } = await serve(handler)
  const slept: number[] = []
  const events: AttemptEvent[] = []
  const client: AlloClient = createAlloClient({
    apiKey: 'ak_live_canary',
    baseUrl: url,
    random: () => 0.5,
    sleep: async milliseconds => {
      slept.push(milliseconds)
    },
    log: event => events.push(event),
    ...options,
  })
  return { client, url, seen, slept, events }
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    value => {
      throw new Error(`resolved with ${JSON.stringify(value)}`)
    },
    (thrown: unknown) => thrown,
  )
}
