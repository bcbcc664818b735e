import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { createCache } from './cache'

const MINUTE = 60_000

/** An upstream that counts, can be held open, and can fail. */
function upstream() {
  const source = {
    calls: 0,
    failure: null as CallboardError | null,
    aborted: 0,
    held: [] as (() => void)[],
    hold: false,
    async fetch(signal: AbortSignal): Promise<number> {
      source.calls += 1
      const answer = source.calls
      if (source.hold) {
        await new Promise<void>((resolve, reject) => {
          source.held.push(resolve)
          signal.addEventListener('abort', () => {
            source.aborted += 1
            reject(signal.reason)
          })
        })
      }
      if (source.failure) throw source.failure
      return answer
    },
    release() {
      for (const go of source.held.splice(0)) go()
    },
  }
  return source
}

const settle = () => vi.advanceTimersByTimeAsync(1)

describe('the cache', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-04-22T10:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks once for 100 readers at the same time', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.hold = true
    const asked = Array.from({ length: 100 }, () => cache.ask('q', { freshFor: MINUTE }, source.fetch))
    await settle()
    source.release()
    const answers = await Promise.all(asked)
    expect(source.calls).toBe(1)
    expect(new Set(answers.map(answer => answer.value))).toEqual(new Set([1]))
    expect(answers[99]?.freshness).toEqual({ state: 'fresh' })
  })

  it('serves the older answer at once while one refresh runs', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    await vi.advanceTimersByTimeAsync(MINUTE + 1)
    source.hold = true
    const pending = Promise.all(Array.from({ length: 50 }, () => cache.ask('q', { freshFor: MINUTE }, source.fetch)))
    await settle()
    const stale = await pending
    expect(stale.every(answer => answer.value === 1 && answer.freshness.state === 'refreshing')).toBe(true)
    expect(source.calls).toBe(2)
    source.release()
    await settle()
    const next = await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    expect(next).toMatchObject({ value: 2, freshness: { state: 'fresh' } })
    expect(source.calls).toBe(2)
  })

  it('keeps the last good answer when the refresh fails, says since when, and asks again only after a pause', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    await vi.advanceTimersByTimeAsync(MINUTE)
    source.failure = new CallboardError('ALLO_UNREACHABLE', 'down', { requestId: 'req_1' })
    await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    await settle()
    const since = new Date('2026-04-22T10:01:00Z').getTime()
    const failed = await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    expect(failed.value).toBe(1)
    expect(failed.freshness).toMatchObject({ state: 'failed', code: 'ALLO_UNREACHABLE', requestId: 'req_1' })
    if (failed.freshness.state === 'failed') expect(Date.parse(failed.freshness.since)).toBeCloseTo(since, -2)

    for (let second = 0; second < 60; second += 1) {
      await cache.ask('q', { freshFor: MINUTE }, source.fetch)
      await vi.advanceTimersByTimeAsync(1000)
    }
    // 1 success, then failures at about 0, 2, 6, 14, 30 and 60 s.
    expect(source.calls).toBeLessThanOrEqual(7)
    expect(source.calls).toBeGreaterThanOrEqual(5)
    // Since the first failure in a row, not since the latest.
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).freshness).toEqual(failed.freshness)

    source.failure = null
    await vi.advanceTimersByTimeAsync(31_000)
    await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    await settle()
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).freshness).toEqual({ state: 'fresh' })
  })

  it('keeps the last good answer for a day and more', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    source.failure = new CallboardError('ALLO_FAILED', 'down')
    await vi.advanceTimersByTimeAsync(26 * 60 * MINUTE)
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(1)
  })

  it('throws the failure when there is nothing to show, to all who waited, after one fetch', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.failure = new CallboardError('ALLO_TIMEOUT', 'slow')
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => cache.ask('q', { freshFor: MINUTE }, source.fetch)),
    )
    const told = { code: 'ALLO_TIMEOUT', message: 'slow', retryAfterSeconds: 2, cause: source.failure }
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: told })
    expect(source.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(900)
    // 1.1 s are left; a second less would be a question that repeats the failure.
    await expect(cache.ask('q', { freshFor: MINUTE }, source.fetch)).rejects.toMatchObject(told)
    await vi.advanceTimersByTimeAsync(200)
    const later = { ...told, retryAfterSeconds: 1 }
    await expect(cache.ask('q', { freshFor: MINUTE }, source.fetch)).rejects.toMatchObject(later)
    expect(source.calls).toBe(1)
    source.failure = null
    await vi.advanceTimersByTimeAsync(901)
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(2)
  })

  it('passes on a wait of Allo that is longer than our own pause', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.failure = new CallboardError('ALLO_RATE_LIMITED', 'slow down', { requestId: 'req_1', retryAfterSeconds: 40 })
    const told = { code: 'ALLO_RATE_LIMITED', requestId: 'req_1', retryAfterSeconds: 40 }
    await expect(cache.ask('q', { freshFor: MINUTE }, source.fetch)).rejects.toMatchObject(told)
  })

  it('does not hold a full queue against the next reader', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.failure = new CallboardError('BUSY', 'queue')
    await expect(cache.ask('q', { freshFor: MINUTE }, source.fetch)).rejects.toMatchObject({ code: 'BUSY' })
    source.failure = null
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(2)
  })

  it('lets a reader who waited behind a refused one ask for itself', async () => {
    const cache = createCache({ maxItems: 10 })
    const refuse = async (): Promise<number> => {
      await Promise.resolve()
      throw new CallboardError('BUSY', 'no patience')
    }
    const prefetch = cache.ask('q', { freshFor: MINUTE }, refuse)
    const reader = cache.ask('q', { freshFor: MINUTE }, async () => 7)
    await expect(prefetch).rejects.toMatchObject({ code: 'BUSY' })
    expect((await reader).value).toBe(7)
  })

  it('lets a reader leave without ending the fetch that another still waits for', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.hold = true
    const leaving = new AbortController()
    const first = cache.ask('q', { freshFor: MINUTE, signal: leaving.signal }, source.fetch)
    const second = cache.ask('q', { freshFor: MINUTE }, source.fetch)
    const left = expect(first).rejects.toThrow()
    // Only a fetch that is under way can be ended.
    await settle()
    expect(source.held).toHaveLength(1)
    leaving.abort()
    await left
    await settle()
    expect(source.aborted).toBe(0)
    source.release()
    expect((await second).value).toBe(1)
  })

  it('asks nothing for a reader who has left before', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    await expect(cache.ask('q', { freshFor: MINUTE, signal: AbortSignal.abort() }, source.fetch)).rejects.toThrow()
    await settle()
    expect(source.calls).toBe(0)
  })

  it('ends the fetch when its last reader leaves, and holds that against nobody', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.hold = true
    const leaving = new AbortController()
    const only = cache.ask('q', { freshFor: MINUTE, signal: leaving.signal }, source.fetch)
    const left = expect(only).rejects.toThrow()
    await settle()
    leaving.abort()
    await left
    expect(source.aborted).toBe(1)
    source.hold = false
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(2)
  })

  it('holds no more answers than it may', async () => {
    const cache = createCache({ maxItems: 3 })
    const source = upstream()
    for (const key of ['a', 'b', 'c', 'd']) await cache.ask(key, { freshFor: MINUTE }, source.fetch)
    expect(source.calls).toBe(4)
    await cache.ask('d', { freshFor: MINUTE }, source.fetch)
    expect(source.calls).toBe(4)
    await cache.ask('a', { freshFor: MINUTE }, source.fetch)
    expect(source.calls).toBe(5)
  })

  it.each([
    ['one key', { key: 'item 1' }, ['items 1', 'item 12']],
    ['all that start so', { prefix: 'item ' }, ['items 1']],
    ['everything', { prefix: '' }, []],
  ])('forgets %s and nothing else', async (_name, what, kept) => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    const ask = (key: string) => cache.ask(key, { freshFor: MINUTE }, source.fetch)
    const before = new Map<string, number>()
    for (const key of ['item 1', 'item 12', 'items 1']) before.set(key, (await ask(key)).value)
    await cache.forget(what)
    for (const [key, value] of before)
      expect([key, (await ask(key)).value === value]).toEqual([key, kept.includes(key)])
  })

  it('forgets a failure too', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.failure = new CallboardError('ALLO_FAILED', 'down')
    await expect(cache.ask('q', { freshFor: MINUTE }, source.fetch)).rejects.toThrow('down')
    source.failure = null
    await cache.forget({ key: 'q' })
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(2)
  })

  it('fetches once more what was forgotten while it was being fetched', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    source.hold = true
    const asked = cache.ask('q', { freshFor: MINUTE }, source.fetch)
    await settle()
    await cache.forget({ prefix: 'q' })
    source.hold = false
    source.release()
    expect((await asked).value).toBe(2)
    expect((await cache.ask('q', { freshFor: MINUTE }, source.fetch)).value).toBe(2)
  })

  it('counts what readers asked and what that took', async () => {
    const cache = createCache({ maxItems: 10 })
    const source = upstream()
    for (let n = 0; n < 5; n += 1) await cache.ask('q', { freshFor: MINUTE }, source.fetch)
    source.failure = new CallboardError('ALLO_FAILED', 'down')
    await expect(cache.ask('r', { freshFor: MINUTE }, source.fetch)).rejects.toThrow('down')
    expect(cache.statistics()).toEqual({ asked: 6, fetched: 2, shared: 0, failed: 1 })
  })
})
