import 'server-only'

/**
 * Allo's window is a second. Ours is a little longer, so that requests which travel at different speeds do not meet
 * those of the window before on arrival.
 */
export const WINDOW = 1_050

/** Counts the starts of one kind of request, so that no window ever holds more than the limit. */
export interface RateWindow {
  /** Takes a turn if there is one: answers 0, else the milliseconds after which to ask again. */
  take(limit: number): number | Promise<number>
  /** Nobody gets a turn for so many milliseconds. */
  pause(milliseconds: number): void
  /** When this instance's latest starts were, oldest first, on the clock of `performance.now()`. */
  recent(): number[]
  /** Starts a window that this instance may hope for. */
  capacity(limit: number): number
}

/** A window in this process's memory. */
export class OwnWindow implements RateWindow {
  private starts: number[] = []

  take(limit: number): number {
    const recent = this.recent()
    const freed = recent[recent.length - limit]
    if (freed !== undefined) return Math.ceil(freed + WINDOW - performance.now())
    this.note()
    return 0
  }

  /** Counts a start that was allowed elsewhere. */
  note(): void {
    this.starts.push(performance.now())
  }

  /** The pauses of one process are kept by its queue. */
  pause(): void {}

  recent(): number[] {
    const now = performance.now()
    this.starts = this.starts.filter(start => now - start < WINDOW)
    return this.starts
  }

  capacity(limit: number): number {
    return limit
  }
}
