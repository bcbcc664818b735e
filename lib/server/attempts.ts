import 'server-only'
import { createHash } from 'node:crypto'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { visitorOf } from './attempts-address'
import { remember } from './remember'
import type { RedisLink } from './shared/redis-link'
import { shared } from './shared/shared'

const QUARTER = 15 * 60

/** One limit, counted for all instances together, and by each for itself while Redis is away. */
interface Limit {
  own: RateLimiterMemory
  together: RateLimiterRedis | null
}

/** Where several instances count together. */
export interface Together {
  link: RedisLink
  prefix: string
}

export interface Attempts {
  /** Seconds that an address has to wait, 0 for none; counts nothing. */
  wait(address: string | null): Promise<number>
  count(account: string, address: string | null): Promise<number>
  clear(account: string): Promise<void>
}

/** Seconds to wait, or 0 when this attempt was allowed. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

/** Seconds to wait when everything is used up, or 0; counts nothing and keeps nothing. */
async function peek(limiter: RateLimiterAbstract, key: string): Promise<number> {
  const now = await limiter.get(key)
  if (now === null || now.consumedPoints < limiter.points || now.msBeforeNext <= 0) return 0
  return Math.ceil(now.msBeforeNext / 1000)
}

/** Takes one attempt back, and leaves nothing behind of an account that has no other. */
async function giveBack(limiter: RateLimiterAbstract, key: string): Promise<void> {
  const left = await limiter.reward(key)
  if (left.consumedPoints <= 0) await limiter.delete(key)
}

/** Short, whatever people typed, and nobody's e-mail address. */
function keyOf(account: string): string {
  return createHash('sha256').update(account).digest('base64url').slice(0, 22)
}

/** By shape and not by class: a limiter remembered across a reload comes from another copy of the library. */
function isRefusal(thrown: unknown): thrown is { msBeforeNext: number } {
  return typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown
}

/** How many attempts there are in a quarter of an hour; `name` tells kinds of attempts apart. */
export interface Allowance {
  name: string
  account: number
  address: number
  /** For all addresses together that name no single visitor. */
  everybody: number
}

const SIGN_IN: Allowance = { name: '', account: 5, address: 30, everybody: 300 }

/** @param all null for an instance that is the only one */
export function createAttempts(all: Together | null, allowance: Allowance = SIGN_IN): Attempts {
  function limit(whose: keyof Omit<Allowance, 'name'>): Limit {
    const name = `${allowance.name}${whose}`
    const points = allowance[whose]
    const common = { points, duration: QUARTER }
    return {
      own: new RateLimiterMemory({ ...common, keyPrefix: name }),
      together:
        all && new RateLimiterRedis({ ...common, keyPrefix: `${all.prefix}${name}`, storeClient: all.link.client }),
    }
  }

  /** Does it in memory and in Redis; the memory's answer counts while Redis is away, and then knows what came before. */
  async function apply<T>({ own, together }: Limit, work: (limiter: RateLimiterAbstract) => Promise<T>): Promise<T> {
    const here = await work(own)
    const everywhere = all && together && (await all.link.attempt(() => work(together)))
    return everywhere ? everywhere.value : here
  }

  const byAccount = limit('account')
  const byAddress = limit('address')
  // Behind a proxy that was not declared every visitor looks alike; this still bounds guessing at many accounts.
  const everybody = limit('everybody')

  function placeOf(address: string | null): [Limit, string] {
    const visitor = visitorOf(address)
    return visitor === null ? [everybody, 'all'] : [byAddress, visitor]
  }

  return {
    wait(address) {
      const [where, who] = placeOf(address)
      return apply(where, limiter => peek(limiter, who))
    },
    async count(account, address) {
      const key = keyOf(account)
      const [where, who] = placeOf(address)
      // An address that may not try any more locks no accounts, and leaves nothing behind however often it comes.
      const spent = await apply(where, limiter => peek(limiter, who))
      if (spent > 0) return spent
      // The account is counted first: whoever hammers at one does not use up what others behind the same address need.
      const wait = await apply(byAccount, limiter => consume(limiter, key))
      if (wait > 0) return wait
      const refused = await apply(where, limiter => consume(limiter, who))
      // Others of the address came at the same moment.
      if (refused > 0) await apply(byAccount, limiter => giveBack(limiter, key))
      return refused
    },
    async clear(account) {
      await apply(byAccount, limiter => limiter.delete(keyOf(account)))
    },
  }
}

const attempts = () => remember('attempts', () => createAttempts(shared()))

/**
 * Counts one attempt to sign in, before anything is compared: 5 in a quarter of an hour for an account, whether it
 * exists or not, and 30 for an address (of IPv6, its /64).
 *
 * @param account the e-mail address as compared
 * @param address where the attempt comes from; those that name no single visitor share one limit of 300
 * @returns seconds to wait before the next attempt; 0 when this one may go on
 */
export function countAttempt(account: string, address: string | null): Promise<number> {
  return attempts().count(account, address)
}

/** Signing in clears the account's own count. */
export function clearAttempts(account: string): Promise<void> {
  return attempts().clear(account)
}
