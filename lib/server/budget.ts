import 'server-only'
import PQueue from 'p-queue'
import type { Gate } from '@/lib/allo/gate'
import { CallboardError } from '@/lib/errors'
import { OwnWindow, type RateWindow, WINDOW } from './rate-window'
import { addTiming } from './timing'

/** Allo counts GET apart from every other method, whether that method writes or not. */
type Kind = Parameters<Gate['enter']>[0]
type Priority = Parameters<Gate['enter']>[1]['priority']

/** Milliseconds a caller would wait for a turn before it is told to come back later. */
const PATIENCE: Record<Priority, number> = { interactive: 30_000, screen: 30_000, prefetch: 3_000 }
const RANK: Record<Priority, number> = { interactive: 2, screen: 1, prefetch: 0 }
const PRIORITIES: Priority[] = ['interactive', 'screen', 'prefetch']

const REMEMBERED_WAITS = 500

export interface LaneStatistics {
  /** What this instance may hope for: its share while others cannot be counted. */
  perSecond: number
  waiting: number
  /** 95th percentile of the latest waits, in milliseconds; 0 before the first. */
  p95Wait: number
}

export interface Budget extends Gate {
  /** Requests a second that each lane may start from now on. */
  limit(perSecond: Record<Kind, number>): void
  statistics(): Record<Kind, LaneStatistics>
}

/** One stream of requests under one limit; who waits is let in one by one, the most urgent first. */
class Lane {
  /** Always paused: it only keeps the order. */
  private readonly queue = new PQueue({ autoStart: false })
  private readonly waits: number[] = []
  private pausedUntil = 0
  private dispatching = false

  constructor(
    private perSecond: number,
    private readonly window: RateWindow,
  ) {}

  limit(perSecond: number): void {
    this.perSecond = perSecond
  }

  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, performance.now() + milliseconds)
    this.window.pause(milliseconds)
  }

  /** Milliseconds until somebody who joins now has a turn, if nobody more urgent joins later. */
  estimate(priority: Priority): number {
    const now = performance.now()
    const recent = this.window.recent()
    const perWindow = this.window.capacity(this.perSecond)
    const ahead = PRIORITIES.filter(other => RANK[other] >= RANK[priority]).reduce(
      (sum, other) => sum + this.queue.sizeBy({ priority: RANK[other] }),
      0,
    )
    const position = recent.length + ahead
    const windows = Math.floor(position / perWindow)
    const freed = recent[position % perWindow] ?? now
    const wait = windows === 0 ? 0 : (windows - 1) * WINDOW + (freed + WINDOW - now)
    return Math.max(wait, 0) + Math.max(this.pausedUntil - now, 0)
  }

  async enter(priority: Priority, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    const patience = PATIENCE[priority]
    const expected = this.estimate(priority)
    if (expected > patience) throw busy(expected)

    const joined = performance.now()
    const leaving = new AbortController()
    const leave = () => leaving.abort(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    // More urgent requests may have come in between: the promise about the longest wait holds all the same.
    const tired = setTimeout(() => leaving.abort(busy(this.estimate(priority))), patience)
    try {
      const turn = this.queue.add(() => this.started(joined), { priority: RANK[priority], signal: leaving.signal })
      void this.dispatch()
      await turn
    } finally {
      clearTimeout(tired)
      signal?.removeEventListener('abort', leave)
    }
  }

  /** Lets the waiting in as turns come free, until nobody waits. */
  private async dispatch(): Promise<void> {
    if (this.dispatching) return
    this.dispatching = true
    while (this.queue.size > 0) {
      const paused = this.pausedUntil - performance.now()
      const taken = paused > 0 ? paused : this.window.take(this.perSecond)
      const wait = typeof taken === 'number' ? taken : await taken
      if (wait > 0) await new Promise(resolve => setTimeout(resolve, Math.ceil(wait)))
      else this.letOneIn()
    }
    this.dispatching = false
  }

  private letOneIn(): void {
    this.queue.concurrency = this.queue.pending + 1
    this.queue.start()
    this.queue.pause()
  }

  private started(joined: number): void {
    const waited = performance.now() - joined
    this.waits.push(waited)
    if (this.waits.length > REMEMBERED_WAITS) this.waits.shift()
    addTiming('queue', waited)
  }

  statistics(): LaneStatistics {
    const sorted = [...this.waits].sort((a, b) => a - b)
    const p95Wait = sorted[Math.max(Math.ceil(sorted.length * 0.95) - 1, 0)] ?? 0
    return { perSecond: this.window.capacity(this.perSecond), waiting: this.queue.size, p95Wait }
  }
}

function busy(milliseconds: number): CallboardError {
  const retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return new CallboardError('BUSY', `the queue to Allo is ${retryAfterSeconds} s long`, { retryAfterSeconds })
}

/**
 * The rate budget: every request to Allo asks here for its turn. Interactive requests go ahead of screens, and screens
 * ahead of prefetch; who would wait longer than is polite is refused at once with BUSY and the time to come back.
 *
 * @param windowOf where the starts of a lane are counted: this process alone, unless told otherwise
 */
export function createBudget(
  perSecond: Record<Kind, number>,
  windowOf: (kind: Kind) => RateWindow = () => new OwnWindow(),
): Budget {
  const lanes: Record<Kind, Lane> = {
    get: new Lane(perSecond.get, windowOf('get')),
    other: new Lane(perSecond.other, windowOf('other')),
  }
  return {
    enter: (kind, { priority, signal }) => lanes[kind].enter(priority, signal),
    pause: (kind, milliseconds) => lanes[kind].pause(milliseconds),
    limit(next) {
      lanes.get.limit(next.get)
      lanes.other.limit(next.other)
    },
    statistics: () => ({ get: lanes.get.statistics(), other: lanes.other.statistics() }),
  }
}
