import { expect, test } from 'vitest'
import { sameList, toggle, toggleScope } from './scope'

test('ticking gathers in canonical order, unticking removes', () => {
  const one = toggleScope({ people: [], lines: [] }, 'people', 'usr_b')
  const two = toggleScope(one, 'people', 'usr_a')
  expect(two).toEqual({ people: ['usr_a', 'usr_b'], lines: [] })
  expect(toggleScope(two, 'people', 'usr_b')).toEqual({ people: ['usr_a'], lines: [] })
})

test('a line clears the people and a person clears the lines', () => {
  const people = { people: ['usr_a', 'usr_b'], lines: [] }
  const lines = toggleScope(people, 'lines', '+33639981234')
  expect(lines).toEqual({ people: [], lines: ['+33639981234'] })
  expect(toggleScope(lines, 'people', 'usr_a')).toEqual({ people: ['usr_a'], lines: [] })
})

test('toggling leaves its argument alone', () => {
  const list = Object.freeze(['a'])
  expect(toggle(list, 'b')).toEqual(['a', 'b'])
  expect(toggle(list, 'a')).toEqual([])
})

test.each<[string[] | null, string[] | null, boolean]>([
  [null, null, true],
  [null, [], false],
  [[], [], true],
  [['a'], ['a'], true],
  [['a'], ['b'], false],
  [['a'], ['a', 'b'], false],
])('%j and %j: %s', (one, other, same) => {
  expect(sameList(one, other)).toBe(same)
})
