import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { newId } from '@/lib/server/db/ids'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { onStop, phase } from '@/lib/server/stop'
import { syncRound } from './round'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Milliseconds between two rounds while somebody is here, and while nobody is. */
const EVERY = { used: 20 * SECOND, idle: 5 * MINUTE }
/** A line that Allo speaks of is read again if that was longer ago than so many milliseconds. */
const HINTED = 10 * SECOND
/** Somebody counts as being here for so long after a page or a count was asked for. */
const USED_WITHIN = 5 * MINUTE
const LONGEST_WAIT = 10 * MINUTE

/** Milliseconds between two rounds, by how long nobody was here. */
export function roundEvery(unusedFor: number): number {
  return unusedFor < USED_WITHIN ? EVERY.used : EVERY.idle
}

/**
 * Milliseconds to the next round: doubled with each failure in a row, and never shorter than Allo asks for.
 *
 * @param told seconds that Allo said to wait
 * @param hinted whether something is known to have happened: no reason to press while Allo fails
 */
export function waitAfterRound(unusedFor: number, failures: number, told = 0, hinted = false): number {
  const usual = hinted && failures === 0 ? HINTED : roundEvery(unusedFor)
  const backedOff = failures === 0 ? usual : Math.max(usual, Math.min(EVERY.used * 2 ** failures, LONGEST_WAIT))
  return Math.max(backedOff, told * SECOND)
}

class Schedule {
  private usedAt = 0
  private hinted = false
  private failures = 0
  private told = 0
  private endedAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private round: Promise<void> | null = null
  private readonly holder = newId('ins')
  private readonly stopping = new AbortController()

  /** Begins with a round now. */
  start(): void {
    if (phase() === 'stopping') return
    onStop(() => this.stop())
    this.plan(0)
  }

  use(): void {
    const wasIdle = roundEvery(Date.now() - this.usedAt) === EVERY.idle
    this.usedAt = Date.now()
    // Whoever comes after a long silence does not wait for the slow round.
    if (wasIdle && this.timer && !this.round) this.plan(this.endedAt + this.wait() - Date.now())
  }

  hint(): void {
    if (!this.timer || this.stopping.signal.aborted) return
    this.hinted = true
    if (!this.round) this.plan(this.endedAt + this.wait() - Date.now())
  }

  private wait(): number {
    return waitAfterRound(Date.now() - this.usedAt, this.failures, this.told, this.hinted)
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), Math.max(milliseconds, 0)).unref()
  }

  private async run(): Promise<void> {
    this.round = this.tryRound()
    await this.round
    this.round = null
    this.endedAt = Date.now()
    if (!this.stopping.signal.aborted) this.plan(this.wait())
  }

  private async tryRound(): Promise<void> {
    const { signal } = this.stopping
    try {
      // A little less than the time between two rounds: clocks and timers are not exact. The first reads every line.
      const usual = this.hinted ? HINTED : roundEvery(Date.now() - this.usedAt)
      const every = this.endedAt === 0 ? 0 : usual * 0.8
      this.hinted = false
      await syncRound({ holder: this.holder, every, signal })
      this.failures = 0
      this.told = 0
    } catch (thrown) {
      if (signal.aborted) return
      const error = toCallboardError(thrown)
      this.failures += 1
      this.told = error.retryAfterSeconds ?? 0
      log().warn({ event: 'sync round ended early', code: error.code, requestId: error.requestId })
    }
  }

  /** Lets the round under way end where it is; the next life goes on from there. */
  private async stop(): Promise<void> {
    this.stopping.abort()
    clearTimeout(this.timer)
    await this.round
  }
}

const schedule = () => remember('sync', () => new Schedule())

/** Keeps reading from Allo what the inbox's count and the latest calls need, for as long as this server runs. */
export function startSync(): void {
  if (env().CALLBOARD_SYNC === 'on') schedule().start()
}

/** Somebody is using the product: what is read ahead for them has to be newer than when nobody looks. */
export function noteUse(): void {
  schedule().use()
}

/** Something happened in a conversation: what is read ahead is read soon, once, however many say so. Never throws. */
export function hintSync(): void {
  schedule().hint()
}
