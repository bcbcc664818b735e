/** GET has its own rate limit at Allo; POST, PUT, PATCH and DELETE share the other, whether they read or write. */
export type GateKind = 'get' | 'other'

/** Who waits: a reader, an unattended screen, or a guess at what the reader opens next. */
export type Priority = 'interactive' | 'screen' | 'prefetch'

/** The rate budget in front of Allo, asked before every attempt (also a repeated one). */
export interface Gate {
  /** Resolves when a request may go out; rejects when it gives up, or with the signal's reason when aborted. */
  enter(kind: GateKind, options: { priority: Priority; signal?: AbortSignal }): Promise<void>
  /** Allo answered 429: nothing of this kind may go out for so many milliseconds. */
  pause(kind: GateKind, milliseconds: number): void
}
