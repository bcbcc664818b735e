import { expect, it, vi } from 'vitest'
import { CallboardError, toCallboardError } from './errors'

it('knows an error of another copy of this module, as bundles have them', async () => {
  vi.resetModules()
  const copy = await import('./errors')
  expect(copy.CallboardError).not.toBe(CallboardError)
  const error = new copy.CallboardError('NOT_FOUND', 'no such call')
  expect(error instanceof CallboardError).toBe(true)
  expect(toCallboardError(error)).toBe(error)
})

it('wraps everything else', () => {
  expect(new TypeError('x') instanceof CallboardError).toBe(false)
  expect({ name: 'CallboardError' } instanceof CallboardError).toBe(false)
  const cause = new TypeError('boom')
  expect(toCallboardError(cause, 'req_1')).toMatchObject({
    code: 'INTERNAL',
    message: 'boom',
    requestId: 'req_1',
    cause,
  })
  expect(toCallboardError(null)).toMatchObject({ code: 'INTERNAL', message: 'null' })
})
