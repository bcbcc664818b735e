import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { remember } from './remember'

const QUARTER = 15 * 60

interface Limits {
  account: RateLimiterMemory
  address: RateLimiterMemory
  everybody: RateLimiterMemory
}

const limits = () =>
  remember<Limits>('attempts', () => ({
    account: new RateLimiterMemory({ points: 5, duration: QUARTER, keyPrefix: 'account' }),
    address: new RateLimiterMemory({ points: 30, duration: QUARTER, keyPrefix: 'address' }),
    // Without a trusted proxy every visitor looks alike; a shared limit still bounds guessing at many accounts.
    everybody: new RateLimiterMemory({ points: 300, duration: QUARTER, keyPrefix: 'everybody' }),
  }))

/** Seconds to wait, or 0 when this attempt was allowed. */
async function spend(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

/** By shape and not by class: a limiter remembered across a reload comes from another copy of the library. */
function isRefusal(thrown: unknown): thrown is { msBeforeNext: number } {
  return typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown
}

/**
 * Counts one attempt to sign in, before anything is compared: 5 in a quarter of an hour for an account, whether it
 * exists or not, and 30 for an address.
 *
 * @param account the e-mail address as compared
 * @param address null when it is not known; such attempts share one wider limit
 * @returns seconds to wait before the next attempt; 0 when this one may go on
 */
export async function countAttempt(account: string, address: string | null): Promise<number> {
  const { account: byAccount, address: byAddress, everybody } = limits()
  const wait = address === null ? await spend(everybody, 'all') : await spend(byAddress, address)
  return wait > 0 ? wait : spend(byAccount, account)
}

/** Signing in clears the account's own count. */
export async function clearAttempts(account: string): Promise<void> {
  await limits().account.delete(account)
}

/**
 * The visitor's address as our own proxy saw it: the last entry of X-Forwarded-For, since visitors can write the others.
 *
 * @returns null unless such a proxy is configured
 */
export function addressOf(forwardedFor: string | undefined, trustProxy: boolean): string | null {
  if (!trustProxy) return null
  return forwardedFor?.split(',').at(-1)?.trim() || null
}
