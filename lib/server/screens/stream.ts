import 'server-only'
import type { ServerResponse } from 'node:http'
import { onStop } from '@/lib/server/stop'
import { takeOver } from '@/lib/server/take-over'
import { OPENING } from './stream-events'

/** How much may wait for a client that does not read, in bytes; beyond it the client is dropped and comes back by itself. */
const MOST_WAITING = 1_000_000

/** The writing end of a stream. */
export interface Line {
  /** Sends bytes as they are; drops a client that does not read. Nothing after the end. */
  send: (bytes: Uint8Array) => void
  end: () => void
}

/** Writes on a response until it ends, whoever ends it. */
function write(response: ServerResponse, open: (line: Line) => () => void): void {
  let isOpen = true
  let close = () => {}
  const finish = () => {
    if (!isOpen) return
    isOpen = false
    forget()
    close()
    close = () => {}
    response.end()
  }
  const forget = onStop(finish)
  response.once('close', finish)
  close = open({
    send(bytes) {
      if (!isOpen) return
      if (response.writableLength <= MOST_WAITING) {
        response.write(bytes)
        return
      }
      finish()
      // What waits for it goes with it.
      response.destroy()
    },
    end: finish,
  })
  if (!isOpen) close()
}

/**
 * Server-sent events to one client. Ends when the client goes away, when it reads too slowly, when we end it, and when this
 * server stops, whichever comes first. A client that asks for the headers alone gets them.
 *
 * @param headers of the request
 * @param open called with the writing end once the headers are sent; answers what is to be done at the end, once
 */
export function eventStream(headers: Headers, open: (line: Line) => () => void): Response {
  takeOver(headers, response => write(response, open))
  return new Response(OPENING, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Nobody on the way may hold it back or squeeze it.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
