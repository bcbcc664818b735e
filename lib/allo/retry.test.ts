import { describe, expect, test } from 'vitest'
import { type Failure, mayRepeat, type Repeatable, toldToWait, waitAfter } from './retry'

const limited: Failure = { kind: 'rate-limited', toldMilliseconds: null }
const transient: Failure = { kind: 'transient', toldMilliseconds: null }
const final: Failure = { kind: 'final' }

describe('another attempt', () => {
  test.each<[Repeatable, Failure, number, boolean]>([
    ['read', transient, 1, true],
    ['read', transient, 2, true],
    ['read', transient, 3, false],
    ['read', limited, 30, true],
    ['read', final, 1, false],
    ['keyed-write', transient, 1, false],
    ['keyed-write', limited, 1, true],
    ['never', transient, 1, false],
    ['never', limited, 1, false],
  ])('%s after %j for the %i. time: %s', (repeatable, failure, count, may) => {
    expect(mayRepeat(repeatable, failure, count)).toBe(may)
  })
})

describe('the wait', () => {
  test.each([
    [1, 1, 1000],
    [2, 1, 2000],
    [3, 1, 4000],
    [4, 1, 8000],
    [5, 1, 8000],
    [30, 1, 8000],
    [2, 0.25, 500],
    [2, 0, 0],
  ])('backoff %i with %d drawn is %i ms', (count, drawn, wait) => {
    expect(waitAfter({ kind: 'transient', toldMilliseconds: null }, count, () => drawn)).toBe(wait)
  })
  test('as told, without jitter', () => {
    expect(waitAfter({ kind: 'rate-limited', toldMilliseconds: 3000 }, 5, () => 0.1)).toBe(3000)
  })
})

describe('what an answer tells', () => {
  const NOW = Date.parse('2026-04-21T10:00:00Z')
  const unix = NOW / 1000
  const date = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString()
  test.each<[string, number, Record<string, string>, number | null, number | null]>([
    ['nothing', 429, {}, null, null],
    ['Retry-After first', 429, { 'Retry-After': '2', 'X-RateLimit-Reset': '9' }, 7, 2000],
    ['then the body', 429, { 'X-RateLimit-Reset': '9' }, 7, 7000],
    ['then a reset as a moment', 429, { 'X-RateLimit-Reset': String(unix + 3) }, null, 3000],
    ['or as a number of seconds', 429, { 'X-RateLimit-Reset': '3' }, null, 3000],
    [
      'a moment by the clock of the answer',
      429,
      { Date: date(-60), 'X-RateLimit-Reset': String(unix - 59) },
      null,
      1000,
    ],
    ['a moment that has passed', 429, { 'X-RateLimit-Reset': String(unix - 1) }, null, null],
    ['a moment in milliseconds is misread', 429, { 'X-RateLimit-Reset': String(NOW + 1000) }, null, null],
    ['a reset says nothing about a 503', 503, { 'X-RateLimit-Reset': '3' }, null, null],
    ['a 503 with Retry-After', 503, { 'Retry-After': '5' }, null, 5000],
    ['Retry-After as a date', 429, { 'Retry-After': date(4) }, null, 4000],
    ['0 is no advice', 429, { 'Retry-After': '0' }, 0, null],
    ['nor is nonsense', 429, { 'Retry-After': 'soon' }, null, null],
    ['nor a negative number', 429, { 'Retry-After': '-3' }, null, null],
  ])('%s', (_, status, headers, bodySeconds, told) => {
    expect(toldToWait({ status, headers: new Headers(headers), bodySeconds }, NOW)).toBe(told)
  })
})
