import 'server-only'
import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { LRUCache } from 'lru-cache'
import { toCallboardError } from '@/lib/errors'
import type { Freshness } from '@/lib/report/outbound'
import { Failures, toldToWait } from './failures'
import { Fetches } from './fetches'
import { Flights, whileWanted } from './flights'
import { type Forgotten, isForgotten, type Kept, NOT_SHARED, type SharedAnswers } from './shared/sharing'

/** How long a last good answer is kept for when Allo fails, in milliseconds: a weekend. */
export const GRACE = 72 * 3_600_000
/** As bentocache counts: out of date from the start. */
const OLD_AT_ONCE = -1

/** An answer with its age. `fetchedAt` is in milliseconds since the epoch. */
export interface Answered<T> extends Kept<T> {
  freshness: Freshness
}

export interface AskOptions {
  /** Milliseconds for which an answer counts as fresh. */
  freshFor: number
  /** This reader's patience. The shared fetch ends early only when nobody waits for it any more. */
  signal?: AbortSignal
}

export interface CacheStatistics {
  /** By readers. Those in none of the other counts were answered from memory. */
  asked: number
  /** From upstream, well or not. */
  fetched: number
  /** Taken from another instance. */
  shared: number
  failed: number
}

export interface AnswerCache {
  /**
   * Answers from memory while fresh; serves an older answer at once while one refresh runs; asks otherwise. However many
   * readers ask the same at once, one fetch runs.
   *
   * @param key the canonical question; one key always means one type of answer
   * @param fetcher asks upstream; its signal fires when the last waiting reader has left
   * @throws CallboardError when there is no earlier answer and the fetch fails, or just failed; it says how long to wait
   */
  ask<T>(key: string, options: AskOptions, fetcher: (signal: AbortSignal) => Promise<T>): Promise<Answered<T>>

  /**
   * Forgets answers, here and in every instance; what is being fetched for them is fetched once more, since it may be from
   * before the change. Resolves when this instance has forgotten and the others have been told, as far as they can be.
   */
  forget(what: Forgotten): Promise<void>

  statistics(): CacheStatistics
}

interface Question<T> {
  key: string
  freshFor: number
  fetcher: (signal: AbortSignal) => Promise<T>
  signal: AbortSignal
}

/**
 * An empty cache in this process's memory.
 *
 * @param maxItems answers in memory; the least recently used go first
 * @param shared what other instances know
 */
export function createCache(given: { maxItems: number; shared?: SharedAnswers }): AnswerCache {
  const { maxItems, shared = NOT_SHARED } = given
  const bento = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems, serialize: false })) },
    // A timeout of 0 serves what is there at once and refreshes behind.
    timeout: 0,
    grace: GRACE,
  })
  const failures = new Failures(maxItems)
  const flights = new Flights()
  /** Keys of what is in memory, which bentocache does not list; a few that are gone do no harm. */
  const keys = new LRUCache<string, true>({ max: maxItems * 2 })
  const fetches = new Fetches()
  const counts: CacheStatistics = { asked: 0, fetched: 0, shared: 0, failed: 0 }

  async function obtain<T>(question: Question<T>, { setTtl }: { setTtl: (milliseconds: number) => void }) {
    const { key, freshFor, fetcher, signal } = question
    const paused = failures.current(key)
    // Also settles everybody who queued behind a fetch that has just failed, without a fetch each.
    if (paused) throw toldToWait(paused.error, paused.retryAt - Date.now())
    const found = await shared.find<T>(key, { freshFor, oldWillDo: !keys.has(key), signal })
    if (found.kind === 'failed') {
      failures.adopt(key, found.failure, found.left)
      throw toldToWait(found.failure.error, found.left)
    }
    if (found.kind === 'answer') {
      counts.shared += 1
      const left = freshFor - (Date.now() - found.kept.fetchedAt)
      setTtl(left > 0 ? left : OLD_AT_ONCE)
      failures.clear(key)
      keys.set(key, true)
      if (left <= 0) void refresh(question)
      return found.kept
    }
    const { claim, before } = found
    counts.fetched += 1
    if (before && !failures.get(key)) failures.adopt(key, before, 0)
    try {
      const kept: Kept<T> = { value: await fetches.run(key, fetcher, signal), fetchedAt: Date.now() }
      failures.clear(key)
      keys.set(key, true)
      claim.keep(kept)
      return kept
    } catch (thrown) {
      counts.failed += 1
      const error = toCallboardError(thrown)
      // A full queue of our own says nothing about Allo, nor about the next reader; the same for readers who left.
      if (signal.aborted || error.code === 'BUSY') {
        claim.release()
        throw signal.aborted ? signal.reason : error
      }
      const failure = failures.add(key, error)
      claim.fail(failure)
      throw toldToWait(error, failure.pause)
    }
  }

  /** What came from another instance's past is good for now; the present follows behind. */
  async function refresh<T>({ key, freshFor, fetcher }: Question<T>): Promise<void> {
    try {
      await ask(key, { freshFor }, fetcher)
    } catch {
      // Remembered as a failure; the next reader is told.
    }
  }

  function forgetHere(what: Forgotten): void {
    fetches.outdate(what)
    const meant = 'key' in what ? [what.key] : [...keys.keys()].filter(key => isForgotten(key, what))
    for (const key of meant) {
      keys.delete(key)
      failures.clear(key)
    }
    void bento.deleteMany({ keys: meant })
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

  async function ask<T>(
    key: string,
    { freshFor, signal }: AskOptions,
    fetcher: (signal: AbortSignal) => Promise<T>,
  ): Promise<Answered<T>> {
    signal?.throwIfAborted()
    const flight = flights.join(key)
    try {
      const question = { key, freshFor, fetcher, signal: flight.controller.signal }
      const { value, fetchedAt } = await whileWanted(
        bento.getOrSet({ key, ttl: freshFor, factory: context => obtain(question, context) }),
        signal,
      )
      return { value, fetchedAt, freshness: freshnessOf(key, fetchedAt, freshFor) }
    } catch (thrown) {
      throw thrown instanceof errors.E_FACTORY_ERROR ? thrown.cause : thrown
    } finally {
      flights.leave(key, flight, signal)
    }
  }

  shared.onForget(forgetHere)

  return {
    ask(key, options, fetcher) {
      counts.asked += 1
      return ask(key, options, fetcher)
    },
    async forget(what) {
      forgetHere(what)
      await shared.forget(what)
    },
    statistics: () => ({ ...counts }),
  }
}
