import 'server-only'
import { z } from 'zod'
import { WINDOW } from '@/lib/server/rate-window'
import type { RedisLink } from './redis-link'

/** Milliseconds between two signs of life. */
const BEAT = 500
/** An instance that was silent for so long does not count on Redis any more. */
export const STALE = 1_500
/** And after so long it is gone; until then its share is left to it, since it may go on without Redis. */
export const GONE = 60_000
/** How long an instance that is back waits for the others before it believes that there are fewer. */
const SETTLE = 10_000

/** ARGV: id, STALE, GONE. Answers how many are known, and how many of those are there. */
const SIGN = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return { redis.call('ZCARD', KEYS[1]), redis.call('ZCOUNT', KEYS[1], now - ARGV[2], '+inf') }`

/**
 * How an instance may ask Allo just now: counted together with the others in Redis; alone, within its share; or, between
 * the two, not for some milliseconds, so that no window holds more than the limit while some count there and some here.
 */
export type Standing = { kind: 'shared' } | { kind: 'alone' } | { kind: 'hold'; milliseconds: number }

/** Who shares the key, by signs of life in Redis. */
export class Instances {
  readonly id = crypto.randomUUID()
  readonly key: string
  private joined = false
  private beatAt = Number.NEGATIVE_INFINITY
  private live = 1
  private knownAt = performance.now()
  /** No start alone before this moment: until then the others may use our share. */
  private aloneFrom = 0
  /** No sign of life before this moment: it frees our share for counting in Redis. */
  private joinFrom = 0
  private closed = false
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param known how many instances there are, until Redis tells */
  constructor(
    private readonly link: RedisLink,
    prefix: string,
    private known: number,
  ) {
    this.key = `${prefix}instances`
    link.onChange(up => (up ? void this.beat() : this.go()))
    if (link.isUp()) void this.beat()
  }

  private go(): void {
    this.joined = false
    clearTimeout(this.timer)
    // From now and not from the last answer: a sign of life may have arrived although its answer did not.
    this.aloneFrom = performance.now() + STALE + WINDOW
  }

  /** An own start while Redis was away: it has to be a window old before the others may count us in. */
  startedAlone(): void {
    this.joinFrom = performance.now() + WINDOW
  }

  private async beat(): Promise<void> {
    clearTimeout(this.timer)
    if (this.closed || !this.link.isUp()) return
    const early = this.joined ? 0 : this.joinFrom - performance.now()
    if (early > 0) {
      this.timer = setTimeout(() => void this.beat(), Math.ceil(early)).unref()
      return
    }
    const signed = await this.link.attempt(client => client.eval(SIGN, 1, this.key, this.id, STALE, GONE))
    if (!signed || this.closed || !this.link.isUp()) return
    const [known, live] = z.tuple([z.number(), z.number()]).parse(signed.value)
    const now = performance.now()
    if (known >= this.known || now - this.knownAt > SETTLE) {
      this.known = known
      this.knownAt = now
    }
    this.live = live
    this.joined = true
    this.beatAt = now
    this.timer = setTimeout(() => void this.beat(), BEAT).unref()
  }

  /** Also waits, at the very start, until it is known whether Redis is there. */
  async standing(): Promise<Standing> {
    await this.link.known()
    const now = performance.now()
    if (this.link.isUp()) {
      if (this.joined && now - this.beatAt < STALE) return { kind: 'shared' }
      return { kind: 'hold', milliseconds: 20 }
    }
    if (now < this.aloneFrom) return { kind: 'hold', milliseconds: this.aloneFrom - now }
    return { kind: 'alone' }
  }

  /** How many instances to reckon with. */
  reckoned(): number {
    return this.known
  }

  /** What one instance may use of a limit without asking the others: at least 1. */
  share(limit: number): number {
    return Math.max(1, Math.floor(limit / this.known))
  }

  /** Instances that showed a sign of life, as this one last heard; itself alone while Redis is away. */
  alive(): number {
    return this.joined ? this.live : 1
  }

  /** Leaves at once, so that the others need not wait for silence. */
  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.link.attempt(client => client.zrem(this.key, this.id))
  }
}
