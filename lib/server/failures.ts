import 'server-only'
import { LRUCache } from 'lru-cache'
import { CallboardError } from '@/lib/errors'
import type { SharedFailure } from './shared/sharing'

/** Pause after a failure before the same question is asked again: doubled each time, up to the longest. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 30_000

/** The latest of the failures in a row; `since` is when the first of them happened. */
interface Failure extends SharedFailure {
  retryAt: number
}

/**
 * A failure as a reader is told of it: asking again within so many milliseconds would only repeat it. Where Allo itself asked
 * for a longer wait, that stands.
 */
export function toldToWait(error: CallboardError, milliseconds: number): CallboardError {
  const { code, message, requestId, field } = error
  const retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1000), error.retryAfterSeconds ?? 0)
  return new CallboardError(code, message, { requestId, field, retryAfterSeconds, cause: error })
}

/** What failed lately, by question: until when it is not asked again, and since when it fails. */
export class Failures {
  private readonly latest: LRUCache<string, Failure>

  constructor(max: number) {
    this.latest = new LRUCache({ max })
  }

  get(key: string): Failure | undefined {
    return this.latest.get(key)
  }

  /** The failure whose pause is not over yet. */
  current(key: string): Failure | undefined {
    const failure = this.latest.get(key)
    return failure && Date.now() < failure.retryAt ? failure : undefined
  }

  /** Notes one more failure of our own; the pause grows with each in a row. */
  add(key: string, error: CallboardError): SharedFailure {
    const before = this.latest.get(key)
    const pause = before ? Math.min(before.pause * 2, LONGEST_PAUSE) : FIRST_PAUSE
    const failure = { error, since: before?.since ?? Date.now(), pause, retryAt: Date.now() + pause }
    this.latest.set(key, failure)
    return failure
  }

  /** Takes over what another instance met; `left` is what remains of its pause, in milliseconds. */
  adopt(key: string, failure: SharedFailure, left: number): void {
    this.latest.set(key, { ...failure, retryAt: Date.now() + left })
  }

  clear(key: string): void {
    this.latest.delete(key)
  }
}
