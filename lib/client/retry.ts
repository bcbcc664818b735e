import { type CallboardError, ERRORS } from '@/lib/errors'

const ATTEMPTS_AGAIN = 3
const LONGEST_WAIT = 30_000

/**
 * Whether the browser asks again by itself. It retries only its own hop: a server that is away (OFFLINE) or that asked to
 * wait (BUSY). The server has retried Allo already; doing so twice would multiply the load when Allo is slow.
 * @param failures how many attempts failed before this one, from 0
 */
export function shouldRetry(failures: number, error: CallboardError): boolean {
  return (error.code === 'OFFLINE' || error.code === 'BUSY') && failures < ATTEMPTS_AGAIN
}

/** Milliseconds before the next attempt: as long as the server asked for, else 1, 2, 4 s; never more than 30 s. */
export function retryDelay(failures: number, error: CallboardError): number {
  const asked = error.retryAfterSeconds
  return Math.min(asked === undefined ? 1000 * 2 ** failures : asked * 1000, LONGEST_WAIT)
}

/** Milliseconds until something that failed is asked for again while it is on screen; false when asking cannot help. */
export function askAgainEvery(error: Pick<CallboardError, 'code'> | null): number | false {
  return error !== null && ERRORS[error.code].retry === 'later' && 30_000
}

/** Spread into every query. `always`: a server on this machine or network answers although the browser believes itself offline. */
export const HOP = { retry: shouldRetry, retryDelay, networkMode: 'always' } as const
