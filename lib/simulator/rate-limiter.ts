import { Problem } from './problem'

export interface RateLimits {
  readPerSecond: number
  writePerSecond: number
}

/** What Allo documents. */
export const ALLO_LIMITS: RateLimits = { readPerSecond: 20, writePerSecond: 5 }

const WINDOW = 1000

/** A sliding window of one second for each key, GET and other methods apart. Runs on the machine's monotonic time. */
export class RateLimiter {
  private readonly windows = new Map<string, number[]>()

  constructor(
    private readonly limits: RateLimits,
    private readonly enforce: boolean,
    private readonly time: () => number = () => performance.now(),
  ) {}

  /** Counts a request. Returns the headers of its answer, and a refusal (429) when it is one too many. */
  take(key: string, method: string): { headers: Record<string, string>; problem: Problem | null } {
    const read = method === 'GET' || method === 'HEAD'
    const limit = read ? this.limits.readPerSecond : this.limits.writePerSecond
    const now = this.time()
    const name = `${key} ${read}`
    const window = (this.windows.get(name) ?? []).filter(at => at > now - WINDOW)
    const over = this.enforce && window.length >= limit
    if (!over) window.push(now)
    this.windows.set(name, window)
    const wait = Math.max(0, (window[0] ?? now) + WINDOW - now)
    const headers: Record<string, string> = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - window.length)),
      'X-RateLimit-Reset': String(Math.ceil((Date.now() + wait) / 1000)),
    }
    if (!over) return { headers, problem: null }
    const seconds = Math.max(1, Math.ceil(wait / 1000))
    headers['Retry-After'] = String(seconds)
    return { headers, problem: rateLimited(limit, seconds) }
  }
}

/** The refusal of a request that is one too many. */
export function rateLimited(limit: number, seconds: number): Problem {
  return new Problem(429, 'RATE_LIMIT_EXCEEDED', `Rate limit of ${limit} requests per second exceeded`, {
    retryAfterSeconds: seconds,
  })
}
