import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CallboardError } from '@/lib/errors'
import { remember } from './remember'

/** Requests of one token in a minute, on one instance: two a second, as a script needs; Allo's own budget is guarded apart. */
const PER_MINUTE = 120

const limiter = () =>
  remember('token uses', () => new RateLimiterMemory({ points: PER_MINUTE, duration: 60, keyPrefix: 'token' }))

/**
 * Counts one request of an API token.
 *
 * @param id the token's id, never its secret
 * @throws CallboardError TOO_MANY_ATTEMPTS with the seconds to wait, from the 121st in a minute on
 */
export async function countTokenUse(id: string): Promise<void> {
  try {
    await limiter().consume(id)
  } catch (refusal) {
    if (typeof refusal !== 'object' || refusal === null || !('msBeforeNext' in refusal)) throw refusal
    const retryAfterSeconds = Math.max(1, Math.ceil(Number(refusal.msBeforeNext) / 1000))
    throw new CallboardError('TOO_MANY_ATTEMPTS', 'the token asks too often', { retryAfterSeconds })
  }
}
