import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { Failures } from './failures'

const ERROR = new CallboardError('ALLO_FAILED', 'down')
const BEGAN = Date.parse('2026-04-22T10:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: BEGAN })
})
afterEach(() => {
  vi.useRealTimers()
})

it('pauses twice as long after each failure in a row, half a minute at the most, and knows since when', () => {
  const failures = new Failures(10)
  const pauses = Array.from({ length: 7 }, () => {
    const { pause, since } = failures.add('q', ERROR)
    expect(since).toBe(BEGAN)
    vi.advanceTimersByTime(pause - 1)
    expect(failures.current('q')?.error).toBe(ERROR)
    vi.advanceTimersByTime(1)
    expect(failures.current('q')).toBeUndefined()
    expect(failures.get('q')?.error).toBe(ERROR)
    return pause
  })
  expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  failures.clear('q')
  expect(failures.add('q', ERROR)).toMatchObject({ pause: 2000, since: Date.now() })
})

it('goes on from the pause that another instance was in', () => {
  const failures = new Failures(10)
  failures.adopt('q', { error: ERROR, since: BEGAN - 5000, pause: 8000 }, 3000)
  vi.advanceTimersByTime(2999)
  expect(failures.current('q')).toBeDefined()
  vi.advanceTimersByTime(1)
  expect(failures.current('q')).toBeUndefined()
  expect(failures.add('q', ERROR)).toMatchObject({ pause: 16_000, since: BEGAN - 5000 })
})
