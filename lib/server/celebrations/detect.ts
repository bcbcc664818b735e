import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { newId } from '@/lib/server/db/ids'
import { isLeased, releaseLease, takeLease } from '@/lib/server/db/leases'
import { log } from '@/lib/server/log'
import { countCelebrations } from '@/lib/server/metrics'
import { remember } from '@/lib/server/remember'
import { onStop, phase } from '@/lib/server/stop'
import { tellCelebrations } from './feed'
import { celebrationRound } from './round'

const SECOND = 1000
/** Milliseconds between two looks while a screen listens. */
const EVERY = 15 * SECOND
/** However many hints come, so long lies between two looks; in milliseconds. */
const GAP = SECOND
const LONGEST_WAIT = 120 * SECOND

/** The name of what the one instance has whose clock the looks go by. */
const WATCH = 'celebrations watch'

/**
 * Milliseconds to the next look: doubled with each failure in a row, and never shorter than Allo asks for.
 *
 * @param told seconds that Allo said to wait
 */
export function waitAfterLook(failures: number, told = 0): number {
  return Math.max(Math.min(EVERY * 2 ** failures, LONGEST_WAIT), told * SECOND)
}

/** When to look: by the clock while a screen listens here, and at once when told that something may have happened. */
class Watch {
  private listening = 0
  private failures = 0
  private told = 0
  private beganAt = Number.NEGATIVE_INFINITY
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  /** A hint came that no look has followed yet. */
  private hinted = false
  private readonly holder = newId('ins')
  private readonly stopping = new AbortController()

  constructor() {
    onStop(() => this.stop())
  }

  listen(): () => void {
    this.listening += 1
    if (this.listening === 1) this.plan(0)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.listening -= 1
      if (this.listening === 0) void this.leave()
    }
  }

  hint(): void {
    // While Allo fails, the pause counts for hints as well.
    if (this.failures > 0 && this.listening > 0) return
    this.hinted = true
    if (!this.running) this.plan(this.beganAt + GAP - performance.now())
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer)
    if (phase() === 'stopping') return
    this.timer = setTimeout(() => void this.run(), Math.max(milliseconds, 0)).unref()
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.beganAt = performance.now()
    const { hinted } = this
    this.hinted = false
    this.running = this.tryLook(hinted)
    await this.running
    this.running = null
    if (this.hinted && this.failures === 0) this.plan(this.beganAt + GAP - performance.now())
    else if (this.listening > 0) this.plan(waitAfterLook(this.failures, this.told))
  }

  private async tryLook(hinted: boolean): Promise<void> {
    const { signal } = this.stopping
    try {
      const isOurs = this.listening > 0 && (await takeLease(WATCH, this.holder))
      // A hint may arrive here while the screens listen at another instance; with no screen anywhere nobody looks.
      if (!isOurs && !(hinted && (await isLeased(WATCH)))) return
      if (await celebrationRound(this.holder, signal)) {
        countCelebrations('looks')
        await tellCelebrations()
      } else if (hinted) this.hinted = true
      this.failures = 0
      this.told = 0
    } catch (thrown) {
      if (signal.aborted) return
      const error = toCallboardError(thrown)
      countCelebrations('failures')
      this.failures += 1
      this.told = error.retryAfterSeconds ?? 0
      log().warn({ event: 'conversions not looked for', code: error.code, requestId: error.requestId })
    }
  }

  /** Lets another instance go on at once. */
  private async leave(): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    if (this.listening === 0) await releaseLease(WATCH, this.holder).catch(() => {})
  }

  private async stop(): Promise<void> {
    this.stopping.abort()
    this.listening = 0
    await this.leave()
  }
}

const watch = () => remember('celebrations watch', () => new Watch())

/**
 * Has new conversions looked for, every 15 seconds and at every hint, until the answer is called. However many watch, and at
 * however many instances, there is one look at a time; what it finds is told by `onCelebration`.
 */
export function watchCelebrations(): () => void {
  return watch().listen()
}

/** Something may have happened at Allo: looks at once if a screen listens anywhere. Several hints are one. Never throws. */
export function hintCelebrations(): void {
  watch().hint()
}
