import 'server-only'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { RedisLink } from './redis-link'
import type { Forgotten } from './sharing'

const message = z.union([
  z.object({ space: z.string(), settled: z.string() }),
  z.object({
    space: z.string(),
    forget: z.union([z.object({ key: z.string() }), z.object({ prefix: z.string() })]),
  }),
])

/** `space` tells caches apart: in one of them, a question is settled, or something is to be forgotten. */
export type BusMessage = z.infer<typeof message>

/** A message as text, or null for what is none of ours, such as one of a later version. */
export function readMessage(text: string): BusMessage | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** How long what was forgotten is kept for instances that did not hear of it: as long as answers are. */
const REMEMBERED = 72 * 3_600_000
/** Added when catching up, because a connection is dead a while before anybody notices. */
const OVERLAP = 10_000

/** ARGV: message, REMEMBERED, channel. A member said again moves to now. */
const PUBLISH = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('PUBLISH', ARGV[3], ARGV[1])`

/** ARGV: how long ago. */
const MISSED = `
local t = redis.call('TIME')
return redis.call('ZRANGEBYSCORE', KEYS[1], t[1] * 1000 - ARGV[1], '+inf')`

/**
 * What instances tell each other, over a connection of its own because a subscriber can send nothing else. Whoever was
 * cut off catches up on what was forgotten meanwhile.
 */
export class Bus {
  readonly channel: string
  private readonly log: string
  private readonly subscriber: Redis
  private readonly listeners = new Set<(message: BusMessage) => void>()
  /** Since when nothing was heard; from the start until the first subscription. */
  private lostAt: number | null = Date.now()

  constructor(
    private readonly link: RedisLink,
    prefix: string,
  ) {
    this.channel = `${prefix}bus`
    this.log = `${prefix}forgotten`
    this.subscriber = link.client.duplicate({ autoResubscribe: false })
    // The link says what is wrong with Redis; a second voice would only repeat it.
    this.subscriber.on('error', () => {})
    this.subscriber.on('message', (_channel, text) => this.hear(text))
    this.subscriber.on('ready', () => void this.listen())
    this.subscriber.on('close', () => {
      this.lostAt ??= Date.now()
    })
    link.onChange(up => {
      // A silent Redis leaves connections that look alive.
      if (!up && this.subscriber.status === 'ready') this.subscriber.disconnect(true)
      if (up) void this.catchUp()
    })
  }

  private hear(text: string): void {
    const heard = readMessage(text)
    if (heard) for (const listener of this.listeners) listener(heard)
  }

  private async listen(): Promise<void> {
    try {
      await this.subscriber.subscribe(this.channel)
      await this.catchUp()
    } catch {
      if (this.subscriber.status === 'ready') this.subscriber.disconnect(true)
    }
  }

  private async catchUp(): Promise<void> {
    if (this.lostAt === null || this.subscriber.status !== 'ready') return
    const ago = Date.now() - this.lostAt + OVERLAP
    const missed = await this.link.attempt(client => client.eval(MISSED, 1, this.log, ago))
    if (!missed) return
    this.lostAt = null
    for (const text of z.array(z.string()).parse(missed.value)) this.hear(text)
  }

  /** Calls back for every message of every instance, our own included. */
  on(listener: (message: BusMessage) => void): void {
    this.listeners.add(listener)
  }

  /** Tells all instances what to forget. Answers false when Redis is away and nobody heard. */
  async tellForgotten(space: string, forget: Forgotten): Promise<boolean> {
    const text = JSON.stringify({ space, forget } satisfies BusMessage)
    const told = await this.link.attempt(client => client.eval(PUBLISH, 1, this.log, text, REMEMBERED, this.channel))
    return told !== null
  }

  close(): void {
    this.subscriber.disconnect()
  }
}
