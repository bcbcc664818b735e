import 'server-only'
import type { Server, ServerResponse } from 'node:http'
import { eachRequest } from './each-request'
import { log } from './log'
import { remember } from './remember'
import { within } from './within'

/** Longest wait for requests under way, and after it for the database and the cache to close; in milliseconds, together under 10 s. */
const PATIENCE = { requests: 7000, closing: 2000 }
/** One wish to stop may arrive twice: from the terminal, and from the launcher that passes it on. In milliseconds. */
const SAME_SIGNAL = 1000

type Step = () => void | Promise<void>

interface Life {
  phase: 'starting' | 'running' | 'stopping'
  running: Set<ServerResponse>
  server: Server | null
  /** Called at the signal. */
  first: Set<Step>
  /** Called when no request runs any more. */
  last: Set<Step>
}

function life(): Life {
  return remember<Life>('life', () => ({
    phase: 'starting',
    running: new Set(),
    server: null,
    first: new Set(),
    last: new Set(),
  }))
}

/** Where this server is in its life. */
export function phase(): Life['phase'] {
  return life().phase
}

/** The start is complete. A server that is asked to stop while it starts stays stopping. */
export function markRunning(): void {
  if (life().phase === 'starting') life().phase = 'running'
}

/**
 * Has a step taken at once when the server is told to stop: a stream ends here, since its request would not end by itself.
 *
 * @returns takes the step back, for a stream that has ended before
 */
export function onStop(step: Step): () => void {
  life().first.add(step)
  return () => life().first.delete(step)
}

/** Has a step taken once the requests under way are answered: what they need is closed here. */
export function onExit(step: Step): void {
  life().last.add(step)
}

async function take(steps: Iterable<Step>): Promise<void> {
  const outcomes = await Promise.allSettled([...steps].map(async step => step()))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') log().warn({ event: 'stopping', message: String(outcome.reason) })
  }
}

/** Resolves when every request that now runs is answered or given up by its client. */
async function settled(): Promise<void> {
  const closed = (response: ServerResponse) => new Promise(resolve => response.once('close', resolve))
  // Each answer is the last of its connection, so that clients take the next request elsewhere.
  for (const response of life().running) response.shouldKeepAlive = false
  await Promise.all([...life().running].map(closed))
}

/**
 * Stops in order: streams end; requests under way are answered, while new connections still hear from /api/ready that they
 * should go elsewhere; then nobody is let in, the stragglers are answered, and the database and the cache close. Whoever
 * never reads its answer is not waited for.
 */
async function stop(): Promise<void> {
  const began = Date.now()
  const { first, last, running } = life()
  life().phase = 'stopping'
  log().info({ event: 'stopping', running: running.size })
  const answered = take(first).then(settled)
  const cutOff = answered.then(() => {
    life().server?.close()
    return settled()
  })
  await within(cutOff, PATIENCE.requests)
  if (running.size > 0) log().warn({ event: 'requests cut off', count: running.size })
  life().server?.close()
  life().server?.closeAllConnections()
  const closed = await within(take(last), PATIENCE.closing)
  if (closed === null) log().warn({ event: 'stopping', message: 'not everything closed in time' })
  log().info({ event: 'stopped', ms: Date.now() - began })
  process.exit(0)
}

/** Knows from now on which requests run. */
function watchRunning(): void {
  eachRequest(({ response, server }) => {
    const { running } = life()
    life().server = server
    if (life().phase === 'stopping') response.shouldKeepAlive = false
    running.add(response)
    response.once('close', () => running.delete(response))
  })
}

/**
 * Stops this process in order on SIGTERM and SIGINT, with exit code 0 within 10 seconds; a second signal ends it at once.
 * Next's own handlers are taken off: they wait for the slowest client without end, and know nothing of our database.
 */
export function takeSignals(): void {
  watchRunning()
  let asked: number | null = null
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (asked === null) {
        asked = Date.now()
        void stop()
      } else if (Date.now() - asked > SAME_SIGNAL) process.exit(1)
    })
  }
}
