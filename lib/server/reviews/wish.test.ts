import { expect, it } from 'vitest'
import { readVersion, readWish } from './wish'

const of = (search: string) => new URLSearchParams(search)
const INVALID = expect.objectContaining({ code: 'INVALID_PARAMETER' })

it.each([
  ['', {}],
  ['revision=2', { revision: 2 }],
  ['live', { live: true }],
  ['live=1', { live: true }],
  ['revision=2&live', { live: true }],
])('?%s', (search, wish) => {
  expect(readWish(of(search))).toEqual(wish)
})

it.each(['0', '-1', '1.5', '02', '1e3', ' 1', 'x', '', '1234567'])('%j is no revision and no version', text => {
  expect(() => readWish(of(`revision=${text}`))).toThrow(INVALID)
  expect(() => readVersion(of(`version=${text}`))).toThrow(INVALID)
})
