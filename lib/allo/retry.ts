/** How a failed attempt may be followed up. */
export type Failure =
  /** 429: Allo did nothing, so asking again is safe. */
  | { kind: 'rate-limited'; toldMilliseconds: number | null }
  /** 5xx, no answer, no time left for the attempt: Allo may have acted on it. */
  | { kind: 'transient'; toldMilliseconds: number | null }
  /** Asking again gives the same answer. */
  | { kind: 'final' }

/** Which failures an operation may be repeated after. A write without idempotency key is never repeated. */
export type Repeatable = 'read' | 'keyed-write' | 'never'

/** Attempts at a read that keeps failing; 429s do not count, they are bounded by the total time. */
const MAX_ATTEMPTS = 3
const FIRST_BACKOFF = 1_000
const LONGEST_BACKOFF = 8_000
/** The limit's window is one second; a reset further away than this is a misread header. */
const LONGEST_RESET = 60_000

/** Whether an attempt may follow, when `count` attempts have failed in this way (1: the first). */
export function mayRepeat(repeatable: Repeatable, failure: Failure, count: number): boolean {
  if (failure.kind === 'final' || repeatable === 'never') return false
  return failure.kind === 'rate-limited' || (repeatable === 'read' && count < MAX_ATTEMPTS)
}

/**
 * Milliseconds to wait after the `count`-th failure of a kind: as told, else exponential backoff with full jitter
 * (a uniform share of the ceiling; Brooker, "Exponential Backoff and Jitter", AWS 2015).
 */
export function waitAfter(failure: Exclude<Failure, { kind: 'final' }>, count: number, random: () => number): number {
  return failure.toldMilliseconds ?? random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (count - 1))
}

/**
 * The wait that an answer asks for, in milliseconds; null when it does not say, or says 0, which is no advice.
 * Trusted in this order: Retry-After (seconds or a date), the body's seconds, and for a 429 X-RateLimit-Reset, which is Unix seconds in
 * Allo's documentation and read as a number of seconds by some clients: only values above a billion are moments.
 * Moments are measured by Allo's clock (the Date header), else by ours.
 */
export function toldToWait(
  answer: { status: number; headers: Headers; bodySeconds: number | null },
  now: number,
): number | null {
  const { status, headers, bodySeconds } = answer
  const clock = momentOf(headers.get('date')) ?? now
  const retryAfter = headers.get('retry-after')
  const retryAt = momentOf(retryAfter)
  const reset = status === 429 ? secondsOf(headers.get('x-ratelimit-reset')) : null
  const untilReset = reset === null ? null : reset > 1e9 ? reset * 1000 - clock : reset * 1000
  const told = [
    milliseconds(secondsOf(retryAfter)),
    retryAt === null ? null : retryAt - clock,
    milliseconds(bodySeconds),
    untilReset !== null && untilReset <= LONGEST_RESET ? untilReset : null,
  ]
  return told.find(wait => wait !== null && wait > 0) ?? null
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : null
}

/** HTTP dates only: a bare number is no date. */
function momentOf(header: string | null): number | null {
  if (header === null || !/[a-z]/i.test(header)) return null
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? null : moment
}
