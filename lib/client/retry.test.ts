import { describe, expect, it } from 'vitest'
import { CallboardError, ERRORS, type ErrorCode } from '@/lib/errors'
import { retryDelay, shouldRetry } from './retry'

const isCode = (name: string): name is ErrorCode => Object.hasOwn(ERRORS, name)
const CODES = Object.keys(ERRORS).filter(isCode)

describe('retrying', () => {
  it.each(CODES.map(code => [code] as const))('%s', code => {
    // Only the hop between browser and server: everything of Allo's was retried by the server already.
    expect(shouldRetry(0, new CallboardError(code, ''))).toBe(code === 'OFFLINE' || code === 'BUSY')
  })

  it('never retries what only somebody or nothing can mend', () => {
    const hopeless = CODES.filter(code => ERRORS[code].retry !== 'later')
    expect(hopeless).toContain('NOT_SIGNED_IN')
    for (const code of hopeless) expect(shouldRetry(0, new CallboardError(code, ''))).toBe(false)
  })

  it('gives up after three more attempts', () => {
    const error = new CallboardError('OFFLINE', '')
    expect([0, 1, 2, 3].map(failures => shouldRetry(failures, error))).toEqual([true, true, true, false])
  })

  it.each([
    [0, undefined, 1000],
    [1, undefined, 2000],
    [2, undefined, 4000],
    [0, 7, 7000],
    [2, 0, 0],
    [0, 3600, 30_000],
    [40, undefined, 30_000],
  ])('after %s failures, asked to wait %s s: %s ms', (failures, retryAfterSeconds, wait) => {
    expect(retryDelay(failures, new CallboardError('BUSY', '', { retryAfterSeconds }))).toBe(wait)
  })
})
