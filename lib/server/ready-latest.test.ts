import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findLatest, noteAttempt } from './ready-latest'
import { forgetAll } from './remember'

describe('what requests have shown of Allo', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] }))
  afterEach(() => {
    vi.useRealTimers()
    forgetAll()
  })

  it('is nothing before the first', () => {
    expect(findLatest(30_000)).toBeNull()
  })

  it.each([
    [null, 'ok'],
    ['NOT_FOUND', 'ok'],
    ['ALLO_REJECTED', 'ok'],
    ['ALLO_SCOPE_MISSING', 'ok'],
    ['ALLO_KEY_INVALID', 'degraded'],
    ['ALLO_RATE_LIMITED', 'degraded'],
    ['ALLO_FAILED', 'degraded'],
    ['ALLO_TIMEOUT', 'degraded'],
    ['ALLO_UNREACHABLE', 'degraded'],
    ['BAD_RESPONSE', 'degraded'],
  ] as const)('%s: %s', (code, status) => {
    noteAttempt({ code, milliseconds: 41.6 })
    const reason = status === 'degraded' ? { reason: code } : {}
    expect(findLatest(30_000)).toEqual({ status, ms: 42, ...reason })
  })

  it('is the latest, except for what was given up', () => {
    noteAttempt({ code: 'ALLO_FAILED', milliseconds: 5 })
    noteAttempt({ code: null, milliseconds: 7 })
    noteAttempt({ code: 'ABORTED', milliseconds: 9 })
    expect(findLatest(30_000)).toEqual({ status: 'ok', ms: 7 })
  })

  it('counts for a while only', () => {
    noteAttempt({ code: null, milliseconds: 7 })
    vi.setSystemTime(1_030_000)
    expect(findLatest(30_000)).not.toBeNull()
    vi.setSystemTime(1_030_001)
    expect(findLatest(30_000)).toBeNull()
  })
})
