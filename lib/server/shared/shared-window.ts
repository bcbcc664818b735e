import 'server-only'
import { z } from 'zod'
import { OwnWindow, type RateWindow, WINDOW } from '@/lib/server/rate-window'
import { GONE, type Instances, STALE } from './instances'
import type { RedisLink } from './redis-link'

/** A turn that was longer on its way is written down anew, so that the window counts when it was used. */
const LATE = 20

/**
 * KEYS: starts, pause, instances. ARGV: limit, WINDOW, member, STALE, GONE, known. Answers 0 for a turn, else milliseconds to
 * wait. While some of the known instances are missing, they may be asking Allo by themselves: their shares stay untouched.
 */
const TAKE = `
local pause = redis.call('PTTL', KEYS[2])
if pause > 0 then return pause end
local t = redis.call('TIME')
local now = t[1] * 1000 + t[2] / 1000
local limit = tonumber(ARGV[1])
local live = math.max(1, redis.call('ZCOUNT', KEYS[3], now - ARGV[4], '+inf'))
local known = math.max(tonumber(ARGV[6]), redis.call('ZCOUNT', KEYS[3], now - ARGV[5], '+inf'))
if live < known then limit = math.min(limit, math.max(1, math.floor(limit / known)) * live) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
local count = redis.call('ZCARD', KEYS[1])
if count < limit then
  redis.call('ZADD', KEYS[1], string.format('%.3f', now), ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
  return 0
end
local oldest = redis.call('ZRANGE', KEYS[1], count - limit, count - limit, 'WITHSCORES')
return math.max(1, math.ceil(oldest[2] + ARGV[2] - now))`

/** KEYS: starts. ARGV: member. */
const RESTAMP = `
local t = redis.call('TIME')
return redis.call('ZADD', KEYS[1], 'XX', string.format('%.3f', t[1] * 1000 + t[2] / 1000), ARGV[1])`

/** KEYS: pause. ARGV: milliseconds. The longer of two pauses counts. */
const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) end
return 1`

/** The sliding window of all instances together; of this one's share while Redis is away. */
export class SharedWindow implements RateWindow {
  private readonly own = new OwnWindow()
  private readonly starts: string
  private readonly paused: string
  private turn = 0

  /** @param lane names the limit among those of one key */
  constructor(
    private readonly link: RedisLink,
    private readonly instances: Instances,
    prefix: string,
    lane: string,
  ) {
    this.starts = `${prefix}starts:${lane}`
    this.paused = `${prefix}pause:${lane}`
  }

  async take(limit: number): Promise<number> {
    const standing = await this.instances.standing()
    if (standing.kind === 'hold') return Math.ceil(standing.milliseconds)
    if (standing.kind === 'alone') {
      const wait = this.own.take(this.instances.share(limit))
      if (wait === 0) this.instances.startedAlone()
      return wait
    }
    const member = `${this.instances.id} ${this.turn}`
    this.turn += 1
    const keys = [this.starts, this.paused, this.instances.key]
    const rest = [limit, WINDOW, member, STALE, GONE, this.instances.reckoned()]
    const began = performance.now()
    const answer = await this.link.attempt(client => client.eval(TAKE, keys.length, ...keys, ...rest))
    // Redis has just gone: how to go on without it is asked anew.
    if (!answer) return 1
    const wait = z.number().parse(answer.value)
    if (wait > 0) return wait
    this.own.note()
    if (performance.now() - began > LATE) void this.link.attempt(client => client.eval(RESTAMP, 1, this.starts, member))
    return 0
  }

  pause(milliseconds: number): void {
    void this.link.attempt(client => client.eval(PAUSE, 1, this.paused, Math.ceil(milliseconds)))
  }

  recent(): number[] {
    return this.own.recent()
  }

  capacity(limit: number): number {
    return this.link.isUp() ? limit : this.instances.share(limit)
  }
}
