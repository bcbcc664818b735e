import 'server-only'
import { onStop } from '@/lib/server/stop'
import { OPENING } from './stream-events'

/** How much may wait for a client that does not read, in bytes; beyond it the client is dropped and comes back by itself. */
const MOST_WAITING = 1_000_000

/** The writing end of a stream. */
export interface Line {
  /** Sends bytes as they are; drops a client that does not read. Nothing after the end. */
  send: (bytes: Uint8Array) => void
  end: () => void
}

/**
 * Server-sent events to one client. Ends when the client goes away, when it reads too slowly, when we end it, and when this
 * server stops, whichever comes first.
 *
 * @param open called at once with the writing end; answers what is to be done at the end, once
 */
export function eventStream(signal: AbortSignal | undefined, open: (line: Line) => () => void): Response {
  let finish = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        let close = () => {}
        const forget = onStop(() => finish())
        finish = () => {
          if (!isOpen) return
          isOpen = false
          forget()
          signal?.removeEventListener('abort', finish)
          close()
          close = () => {}
          try {
            controller.close()
          } catch {
            // The client has closed it before us.
          }
        }
        const send = (bytes: Uint8Array) => {
          if (!isOpen) return
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) finish()
          else controller.enqueue(bytes)
        }
        signal?.addEventListener('abort', finish)
        send(OPENING)
        close = open({ send, end: finish })
        if (signal?.aborted) finish()
        if (!isOpen) close()
      },
      cancel: () => finish(),
    },
    { highWaterMark: 1, size: bytes => bytes?.byteLength ?? 0 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Nobody on the way may hold it back or squeeze it.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
