import { expect, test } from 'vitest'
import { secretIn } from './secret'

test.each([
  [undefined, null],
  ['', null],
  ['Basic dXNlcjpwYXNz', null],
  ['Bearer', ''],
  ['Bearer cb_abc', 'cb_abc'],
  ['bearer cb_abc', 'cb_abc'],
  ['Bearer    cb_abc', 'cb_abc'],
  ['Bearer two words', 'two words'],
  ['XBearer cb_abc', null],
])('%j bears %j', (authorization, expected) => {
  expect(secretIn(new Headers(authorization === undefined ? {} : { authorization }))).toBe(expected)
})
