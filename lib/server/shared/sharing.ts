import 'server-only'
import type { CallboardError } from '@/lib/errors'

/** A good answer with the moment it came, in milliseconds since the epoch. */
export interface Kept<T> {
  value: T
  fetchedAt: number
}

/** The latest of one or more failures in a row: since when (epoch milliseconds), and the pause that follows it. */
export interface SharedFailure {
  error: CallboardError
  since: number
  pause: number
}

/** The right to ask for all instances; exactly one of these is called in the end. */
export interface Claim {
  keep(answer: Kept<unknown>): void
  fail(failure: SharedFailure): void
  /** Says nothing about the answer: somebody else may ask. */
  release(): void
}

/**
 * What there is about a question: an answer; a failure with the milliseconds `left` of its pause; or nothing, and we
 * should ask, knowing of the failure before if there was one.
 */
export type Found<T> =
  | { kind: 'answer'; kept: Kept<T> }
  | { kind: 'failed'; failure: SharedFailure; left: number }
  | { kind: 'ask'; claim: Claim; before: SharedFailure | null }

export interface Search {
  /** Milliseconds for which an answer counts as fresh. */
  freshFor: number
  /** Whether an older answer is better than waiting. */
  oldWillDo: boolean
  signal: AbortSignal
}

/** What to forget: one key, or every key that starts so. */
export type Forgotten = { key: string } | { prefix: string }

/** Whether a key is meant. */
export function isForgotten(key: string, what: Forgotten): boolean {
  return 'key' in what ? key === what.key : key.startsWith(what.prefix)
}

/** What a cache has in common with those of other instances. */
export interface SharedAnswers {
  /** Looks for an answer, waiting while another instance asks. Throws only the signal's reason. */
  find<T>(key: string, search: Search): Promise<Found<T>>
  /** Forgets for all instances; those that cannot hear it now hear it later. */
  forget(what: Forgotten): Promise<void>
  /** Calls back when any instance, this one included, forgot something. */
  onForget(listener: (what: Forgotten) => void): void
}

/** Nobody asks but us and nobody hears what came of it. */
export const ASK_ALONE: Found<never> = {
  kind: 'ask',
  claim: { keep() {}, fail() {}, release() {} },
  before: null,
}

/** For an instance that is the only one. */
export const NOT_SHARED: SharedAnswers = {
  find: async () => ASK_ALONE,
  forget: async () => {},
  onForget() {},
}
