import { expect, it } from 'vitest'
import { isOver, secretOf } from './pairing'

const SECRET = `cb_${'a1_-'.repeat(10)}xyz`

it.each([
  [`#${SECRET}`, SECRET],
  ['', null],
  ['#', null],
  ['#cb_short', null],
  [`#${SECRET}x`, null],
  [`#x${SECRET}`, null],
])('an address that ends in %s brings %s', (hash, secret) => {
  expect(secretOf(hash)).toBe(secret)
})

it.each([
  [{ paired: true, code: null }, true],
  [{ paired: false, code: 'ABC234' }, false],
  [{ paired: false, code: 'XYZ789' }, true],
])('%o ends a document with the code ABC234: %s', (state, over) => {
  expect(isOver(state, 'ABC234')).toBe(over)
})
