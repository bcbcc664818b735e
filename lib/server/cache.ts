import 'server-only'
import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { LRUCache } from 'lru-cache'
import { type CallboardError, toCallboardError } from '@/lib/errors'
import type { Freshness } from '@/lib/report/outbound'

/** How long a last good answer is kept for when Allo fails: a weekend. */
const GRACE = 72 * 3_600_000
/** Pause after a failure before the same question is asked again: doubled each time, up to the longest. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 30_000

/** An answer with its age. `fetchedAt` is in milliseconds since the epoch. */
export interface Answered<T> {
  value: T
  fetchedAt: number
  freshness: Freshness
}

export interface AskOptions {
  /** Milliseconds for which an answer counts as fresh. */
  freshFor: number
  /** This reader's patience. The shared fetch ends early only when nobody waits for it any more. */
  signal?: AbortSignal
}

export interface AnswerCache {
  /**
   * Answers from memory while fresh; serves an older answer at once while one refresh runs; asks otherwise. However many
   * readers ask the same at once, one fetch runs.
   *
   * @param key the canonical question; one key always means one type of answer
   * @param fetcher asks upstream; its signal fires when the last waiting reader has left
   * @throws CallboardError when there is no earlier answer and the fetch fails, or failed a moment ago
   */
  ask<T>(key: string, options: AskOptions, fetcher: (signal: AbortSignal) => Promise<T>): Promise<Answered<T>>
}

interface Failure {
  error: CallboardError
  /** When the first of the failures in a row happened. */
  since: number
  retryAt: number
  pause: number
}

interface Flight {
  readers: number
  controller: AbortController
}

/** Rejects as soon as the signal fires; the promise itself goes on. */
function whileWanted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/** An empty cache in this process's memory, holding at most `maxItems` answers; the least recently used go first. */
export function createCache({ maxItems }: { maxItems: number }): AnswerCache {
  const bento = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems, serialize: false })) },
    // A timeout of 0 serves what is there at once and refreshes behind.
    timeout: 0,
    grace: GRACE,
  })
  const failures = new LRUCache<string, Failure>({ max: maxItems })
  const flights = new Map<string, Flight>()

  function join(key: string): Flight {
    const flight = flights.get(key) ?? { readers: 0, controller: new AbortController() }
    flight.readers += 1
    flights.set(key, flight)
    return flight
  }

  function leave(key: string, flight: Flight, signal: AbortSignal | undefined): void {
    flight.readers -= 1
    if (flight.readers > 0) return
    if (flights.get(key) === flight) flights.delete(key)
    // A reader who was served an older answer also leaves last; only one who gave up waiting ends the fetch.
    if (signal?.aborted) flight.controller.abort(signal.reason)
  }

  function remember(key: string, error: CallboardError): void {
    // Our own queue was full for one reader's patience; that says nothing about Allo, nor about the next reader.
    if (error.code === 'BUSY') return
    const before = failures.get(key)
    const pause = before ? Math.min(before.pause * 2, LONGEST_PAUSE) : FIRST_PAUSE
    failures.set(key, { error, since: before?.since ?? Date.now(), retryAt: Date.now() + pause, pause })
  }

  async function fetchOnce<T>(key: string, fetcher: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) {
    const failure = failures.get(key)
    // Also settles everybody who queued behind a fetch that has just failed, without a fetch each.
    if (failure && Date.now() < failure.retryAt) throw failure.error
    try {
      const value = await fetcher(signal)
      failures.delete(key)
      return { value, fetchedAt: Date.now() }
    } catch (thrown) {
      if (signal.aborted) throw signal.reason
      const error = toCallboardError(thrown)
      remember(key, error)
      throw error
    }
  }

  function freshnessOf(key: string, fetchedAt: number, freshFor: number): Freshness {
    if (Date.now() - fetchedAt < freshFor) return { state: 'fresh' }
    const failure = failures.get(key)
    if (!failure) return { state: 'refreshing' }
    const { error, since } = failure
    return {
      state: 'failed',
      code: error.code,
      since: new Date(since).toISOString(),
      requestId: error.requestId ?? null,
    }
  }

  return {
    async ask<T>(key: string, { freshFor, signal }: AskOptions, fetcher: (signal: AbortSignal) => Promise<T>) {
      signal?.throwIfAborted()
      const flight = join(key)
      try {
        const factory = () => fetchOnce(key, fetcher, flight.controller.signal)
        const { value, fetchedAt } = await whileWanted(bento.getOrSet({ key, ttl: freshFor, factory }), signal)
        return { value, fetchedAt, freshness: freshnessOf(key, fetchedAt, freshFor) }
      } catch (thrown) {
        throw thrown instanceof errors.E_FACTORY_ERROR ? thrown.cause : thrown
      } finally {
        leave(key, flight, signal)
      }
    },
  }
}
