import { expect, test } from 'vitest'
import { matches } from './matches'

test.each([
  ['Inès Caron', 'ines', true],
  ['Ana Lucía Paz', 'LUCÍA', true],
  ['Ana Lucía Paz', 'paz ana', true],
  ['Tom Okafor', ' oka ', true],
  ['Tom Okafor', '', true],
  ['Tom Okafor', 'tom x', false],
  ['Tom Okafor', 'okf', false],
])('%s is found by "%s": %s', (text, search, found) => {
  expect(matches(text, search)).toBe(found)
})
