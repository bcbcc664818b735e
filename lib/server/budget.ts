import 'server-only'
import PQueue from 'p-queue'
import type { Gate } from '@/lib/allo/gate'
import { CallboardError } from '@/lib/errors'
import { addTiming } from './timing'

/** Allo counts GET apart from every other method, whether that method writes or not. */
type Kind = Parameters<Gate['enter']>[0]
type Priority = Parameters<Gate['enter']>[1]['priority']

/** Milliseconds a caller would wait for a turn before it is told to come back later. */
const PATIENCE: Record<Priority, number> = { interactive: 30_000, screen: 30_000, prefetch: 3_000 }
const RANK: Record<Priority, number> = { interactive: 2, screen: 1, prefetch: 0 }
const PRIORITIES: Priority[] = ['interactive', 'screen', 'prefetch']

/**
 * Allo's window is a second. Ours is a little longer, so that requests which travel at different speeds do not meet
 * those of the window before on arrival.
 */
const WINDOW = 1_050
const REMEMBERED_WAITS = 500

export interface LaneStatistics {
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

/** One stream of requests under one limit: a sliding window, so that no second ever holds more than the limit. */
class Lane {
  private queue: PQueue
  private perSecond: number
  /** When the latest requests started, oldest first; never more than a window can hold. */
  private starts: number[] = []
  private readonly waits: number[] = []
  private pausedUntil = 0
  private resume: ReturnType<typeof setTimeout> | undefined

  constructor(perSecond: number) {
    this.perSecond = perSecond
    this.queue = this.open()
  }

  private open(autoStart = true): PQueue {
    return new PQueue({ intervalCap: this.perSecond, interval: WINDOW, strict: true, autoStart })
  }

  /** A new limit starts with a new queue, once the old one has let everybody in and its window has passed. */
  limit(perSecond: number): void {
    if (perSecond === this.perSecond) return
    this.perSecond = perSecond
    const before = this.queue
    const next = this.open(false)
    this.queue = next
    void before.onIdle().then(() => {
      setTimeout(() => {
        if (this.queue === next && Date.now() >= this.pausedUntil) next.start()
      }, WINDOW)
    })
  }

  pause(milliseconds: number): void {
    const until = Date.now() + milliseconds
    if (until <= this.pausedUntil) return
    this.pausedUntil = until
    this.queue.pause()
    clearTimeout(this.resume)
    this.resume = setTimeout(() => this.queue.start(), milliseconds)
  }

  /** Milliseconds until somebody who joins now has a turn, if nobody more urgent joins later. */
  estimate(priority: Priority): number {
    const now = Date.now()
    const recent = this.starts.filter(start => now - start < WINDOW)
    const ahead = PRIORITIES.filter(other => RANK[other] >= RANK[priority]).reduce(
      (sum, other) => sum + this.queue.sizeBy({ priority: RANK[other] }),
      0,
    )
    const position = recent.length + ahead
    const windows = Math.floor(position / this.perSecond)
    const freed = recent[position % this.perSecond] ?? now
    const wait = windows === 0 ? 0 : (windows - 1) * WINDOW + (freed + WINDOW - now)
    return Math.max(wait, 0) + Math.max(this.pausedUntil - now, 0)
  }

  async enter(priority: Priority, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    const patience = PATIENCE[priority]
    const expected = this.estimate(priority)
    if (expected > patience) throw busy(expected)

    const joined = Date.now()
    const leaving = new AbortController()
    const leave = () => leaving.abort(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    // More urgent requests may have come in between: the promise about the longest wait holds all the same.
    const tired = setTimeout(() => leaving.abort(busy(this.estimate(priority))), patience)
    try {
      await this.queue.add(() => this.started(joined), { priority: RANK[priority], signal: leaving.signal })
    } finally {
      clearTimeout(tired)
      signal?.removeEventListener('abort', leave)
    }
  }

  private started(joined: number): void {
    const now = Date.now()
    this.starts = [...this.starts.filter(start => now - start < WINDOW), now]
    this.waits.push(now - joined)
    if (this.waits.length > REMEMBERED_WAITS) this.waits.shift()
    addTiming('queue', now - joined)
  }

  statistics(): LaneStatistics {
    const sorted = [...this.waits].sort((a, b) => a - b)
    const p95Wait = sorted[Math.max(Math.ceil(sorted.length * 0.95) - 1, 0)] ?? 0
    return { perSecond: this.perSecond, waiting: this.queue.size, p95Wait }
  }
}

function busy(milliseconds: number): CallboardError {
  const retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return new CallboardError('BUSY', `the queue to Allo is ${retryAfterSeconds} s long`, { retryAfterSeconds })
}

/**
 * The rate budget: every request to Allo asks here for its turn. Interactive requests go ahead of screens, and screens
 * ahead of prefetch; who would wait longer than is polite is refused at once with BUSY and the time to come back.
 */
export function createBudget(perSecond: Record<Kind, number>): Budget {
  const lanes: Record<Kind, Lane> = { get: new Lane(perSecond.get), other: new Lane(perSecond.other) }
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
