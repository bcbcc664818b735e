import { expect, it } from 'vitest'
import { callHref, callsBeside } from './call-list'

it.each([
  ['a', null, 'b'],
  ['b', 'a', 'c'],
  ['c', 'b', null],
  ['x', null, null],
])('beside %s stand %s and %s', (id, previous, next) => {
  expect(callsBeside(['a', 'b', 'c'], id)).toEqual({ previous, next })
})

it('gives a call an address, at a whole second when one is named', () => {
  expect(callHref('cll-1')).toBe('/calls/cll-1')
  expect(callHref('cll-1', 95.9)).toBe('/calls/cll-1?t=95')
  expect(callHref('cll-1', 0)).toBe('/calls/cll-1?t=0')
})
