import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { newId } from '@/lib/server/db/ids'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { onStop, phase } from '@/lib/server/stop'
import { deliveryRound } from './round'

/** Milliseconds between two looks: a review leaves at most so long after its time. */
const EVERY = 30_000

class Schedule {
  private started = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private readonly holder = newId('ins')
  private readonly stopping = new AbortController()

  constructor() {
    onStop(() => this.stop())
  }

  start(): void {
    this.started = true
    this.plan(EVERY)
  }

  hint(): void {
    if (this.started) this.plan(0)
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer)
    if (phase() === 'stopping' || this.stopping.signal.aborted) return
    this.timer = setTimeout(() => void this.run(), milliseconds).unref()
  }

  private async run(): Promise<void> {
    // A look under way finds what was asked for in the meantime at its next turn.
    if (!this.running) {
      this.running = this.tryRound()
      await this.running
      this.running = null
    }
    this.plan(EVERY)
  }

  private async tryRound(): Promise<void> {
    try {
      await deliveryRound(this.holder, this.stopping.signal)
    } catch (thrown) {
      log().warn({ event: 'deliveries not looked for', code: toCallboardError(thrown).code })
    }
  }

  /** What is being handed over is ended, and told as uncertain. */
  private async stop(): Promise<void> {
    this.stopping.abort()
    clearTimeout(this.timer)
    await this.running
  }
}

const schedule = () => remember('deliveries', () => new Schedule())

/** Sends finished reviews for as long as this server runs. */
export function startDeliveries(): void {
  schedule().start()
}

/** Somebody wants something sent now. Never throws. */
export function hintDeliveries(): void {
  schedule().hint()
}
