/** The workspace's clock: the machine's own, or one that was set, running on or standing still. */
export class Clock {
  private offset = 0
  private frozenAt: number | null = null

  /** Milliseconds since 1970. */
  now(): number {
    return this.frozenAt ?? Date.now() + this.offset
  }

  get running(): boolean {
    return this.frozenAt === null
  }

  /** Sets the time (milliseconds), and whether it runs on from there. */
  set(now: number, running: boolean): void {
    this.offset = now - Date.now()
    this.frozenAt = running ? null : now
  }

  /** Back to the machine's time. */
  reset(): void {
    this.offset = 0
    this.frozenAt = null
  }
}

/** Epoch seconds as the API prints instants: UTC, no fraction. */
export function isoInstant(seconds: number): string {
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`
}
