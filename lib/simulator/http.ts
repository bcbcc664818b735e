import type { IncomingMessage, ServerResponse } from 'node:http'
import { Problem } from './problem'

const LARGEST_BODY = 1_000_000

/** The JSON of a request; undefined when it has no body. Throws UNSUPPORTED_MEDIA_TYPE and INVALID_REQUEST_BODY. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size <= LARGEST_BODY) pieces.push(piece)
  }
  if (size === 0) return undefined
  if (size > LARGEST_BODY) throw new Problem(400, 'INVALID_REQUEST_BODY', 'The body is too large')
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json')
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    throw new Problem(400, 'INVALID_REQUEST_BODY', 'The body is not JSON')
  }
}

/** Sends a whole answer. */
export function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text)
}

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body))
}

/** Waits; ends early, without an error, when the signal says so. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
