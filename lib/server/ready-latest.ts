import 'server-only'
import type { AttemptEvent } from '@/lib/allo/connection'
import type { ErrorCode } from '@/lib/errors'
import { remember } from './remember'

/** How one part answered. */
export interface Check {
  status: 'ok' | 'degraded'
  /** Milliseconds until it answered, or until it was given up. */
  ms: number
  /** Why it is degraded: an error code, nothing that could hold a secret. */
  reason?: ErrorCode | 'REDIS_AWAY' | 'TIMEOUT'
}

interface Latest {
  check: Check
  /** Milliseconds since the epoch. */
  at: number
}

/** Codes that speak of Allo or of the key; any other shows that Allo answers, whatever it made of the question. */
const BAD: ReadonlySet<string> = new Set<ErrorCode>([
  'ALLO_KEY_INVALID',
  'ALLO_KEY_REVOKED',
  'ALLO_TRIAL_PLAN',
  'ALLO_RATE_LIMITED',
  'ALLO_QUOTA_EXCEEDED',
  'ALLO_UNREACHABLE',
  'ALLO_TIMEOUT',
  'ALLO_FAILED',
  'BAD_RESPONSE',
])

const holder = () => remember<{ latest: Latest | null }>('latest attempt', () => ({ latest: null }))

/** Keeps how the latest attempt at Allo ended. One that its caller gave up says nothing. */
export function noteAttempt({ code, milliseconds }: Pick<AttemptEvent, 'code' | 'milliseconds'>): void {
  if (code === 'ABORTED') return
  const check: Check =
    code !== null && BAD.has(code)
      ? { status: 'degraded', ms: Math.round(milliseconds), reason: code }
      : { status: 'ok', ms: Math.round(milliseconds) }
  holder().latest = { check, at: Date.now() }
}

/** How the latest attempt at Allo ended, if it is not older than this many milliseconds. */
export function findLatest(noOlderThan: number): Check | null {
  const { latest } = holder()
  return latest && Date.now() - latest.at <= noOlderThan ? latest.check : null
}
