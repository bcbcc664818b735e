import 'server-only'
import { Redis } from 'ioredis'

/** Milliseconds that anybody waits for Redis; an answer a reader waits for is not worth more. */
const PATIENCE = 250
/**
 * How long Redis is left alone after it failed; then one write of ours tells whether it is back. Longer each time, until
 * it has been well for a while.
 */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4_000
const WELL = 30_000
/** How long the very first questions wait for the connection, so that a start does not look like an outage. */
const FIRST_PATIENCE = 1_000
const LONGEST_RECONNECT = 2_000

export interface LinkStatistics {
  connected: boolean
  /** ISO instant since when it is connected, or away; null before either is known. */
  since: string | null
  /** Milliseconds that the latest command took; null before the first. */
  latency: number | null
  commands: number
  failures: number
  outages: number
}

interface LinkOptions {
  url: string
  /** Any key of ours; written to see whether Redis takes writes. */
  probeKey: string
  /** How long to wait for an answer, in milliseconds; a quarter of a second unless told otherwise. */
  patience?: number
  /** Called once when Redis goes and once when it is back, with the milliseconds it was away. */
  tell: (news: { state: 'away'; reason: string } | { state: 'back'; away: number }) => void
}

const reasonOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))

/**
 * The connection to Redis with a circuit: after one failure or one command that took too long everybody goes without
 * Redis at once, and only a look of our own, after a pause, brings it back. So a slow Redis costs one wait for each pause
 * and not one for each request.
 */
export class RedisLink {
  readonly client: Redis
  private state: 'starting' | 'up' | 'away' = 'starting'
  private since: number | null = null
  private latency: number | null = null
  private commands = 0
  private failures = 0
  private outages = 0
  private lastError = ''
  private pause = FIRST_PAUSE
  private closed = false
  private readonly waiting = new Set<(reason: Error) => void>()
  private readonly listeners = new Set<(up: boolean) => void>()
  private readonly started: Promise<void>
  private begin = () => {}
  private probing: ReturnType<typeof setTimeout> | undefined

  private readonly patience: number

  constructor(private readonly options: LinkOptions) {
    this.patience = options.patience ?? PATIENCE
    this.started = new Promise(resolve => {
      this.begin = resolve
    })
    setTimeout(() => this.state === 'starting' && this.fail('no connection yet'), FIRST_PATIENCE).unref()
    this.client = new Redis(options.url, {
      enableOfflineQueue: false,
      // What was given up must not be done later all the same: a sign of life out of the past counts as one.
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 1,
      connectTimeout: FIRST_PATIENCE,
      // Ends also what nobody waits for any more, such as the greeting of a server that took the connection and is silent.
      commandTimeout: 4 * this.patience,
      keepAlive: 5_000,
      retryStrategy: times => Math.min(50 * 2 ** Math.min(times, 10), LONGEST_RECONNECT),
    })
    this.client.on('error', error => {
      this.lastError = reasonOf(error)
    })
    this.client.on('ready', () => this.probe())
    this.client.on('close', () => this.fail(this.lastError || 'the connection was closed'))
  }

  isUp(): boolean {
    return this.state === 'up'
  }

  /** Resolves when it is known for the first time whether Redis is there; within a second. */
  known(): Promise<void> {
    return this.state === 'starting' ? this.started : Promise.resolve()
  }

  /** Calls back whenever Redis goes (false) and comes (true). */
  onChange(listener: (up: boolean) => void): void {
    this.listeners.add(listener)
  }

  /**
   * Does something in Redis.
   *
   * @param work sends its commands through the client it is given
   * @returns what came of it, or null when Redis is away, failed, or took too long; never throws
   */
  async attempt<T>(work: (client: Redis) => Promise<T>): Promise<{ value: T } | null> {
    await this.known()
    if (this.state !== 'up') return null
    return this.send(work)
  }

  private async send<T>(work: (client: Redis) => Promise<T>): Promise<{ value: T } | null> {
    const began = performance.now()
    this.commands += 1
    try {
      const value = await this.inTime(work(this.client))
      this.latency = performance.now() - began
      return { value }
    } catch (thrown) {
      this.failures += 1
      this.fail(reasonOf(thrown))
      return null
    }
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.add(reject)
      const late = () => reject(new Error(`no answer within ${this.patience} ms`))
      // If it was our own process that stood still, the answer lies in the socket: it is read before the second immediate.
      const timer = setTimeout(() => setImmediate(() => setImmediate(late)), this.patience)
      work.then(resolve, reject).finally(() => {
        clearTimeout(timer)
        this.waiting.delete(reject)
      })
    })
  }

  private fail(reason: string): void {
    if (this.closed || this.state === 'away') return
    const wasUp = this.state === 'up'
    if (wasUp && Date.now() - (this.since ?? 0) > WELL) this.pause = FIRST_PAUSE
    this.state = 'away'
    this.since = Date.now()
    this.outages += 1
    const gone = new Error(reason)
    for (const reject of this.waiting) reject(gone)
    this.options.tell({ state: 'away', reason })
    this.begin()
    if (wasUp) for (const listener of this.listeners) listener(false)
    this.lookLater()
  }

  private lookLater(): void {
    clearTimeout(this.probing)
    this.probing = setTimeout(() => this.probe(), this.pause).unref()
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE)
  }

  private async probe(): Promise<void> {
    if (this.closed || this.state === 'up') return
    // While there is no connection the client tries by itself, and being ready looks again.
    if (this.client.status !== 'ready') return
    const wrote = await this.send(client => client.set(this.options.probeKey, '1', 'PX', 1_000))
    if (this.closed) return
    if (wrote) return this.comeUp()
    // What was sent into the void is not waited for any longer; a new connection starts clean.
    this.lookLater()
    this.client.disconnect(true)
  }

  private comeUp(): void {
    clearTimeout(this.probing)
    const before = this.state
    const since = this.since ?? Date.now()
    this.state = 'up'
    this.since = Date.now()
    this.begin()
    if (before === 'away') this.options.tell({ state: 'back', away: Date.now() - since })
    for (const listener of this.listeners) listener(true)
  }

  statistics(): LinkStatistics {
    const { latency, commands, failures, outages } = this
    const since = this.since === null ? null : new Date(this.since).toISOString()
    return { connected: this.state === 'up', since, latency, commands, failures, outages }
  }

  close(): void {
    this.closed = true
    this.state = 'away'
    clearTimeout(this.probing)
    this.client.disconnect()
  }
}
