import { expect, it } from 'vitest'
import { waitAfter } from './backoff'

it.each([
  [1, 0, 500],
  [1, 1, 1000],
  [2, 1, 2000],
  [3, 0.5, 3000],
  [5, 1, 16_000],
  [6, 1, 30_000],
  [6, 0, 15_000],
  [1000, 1, 30_000],
])('waits after failure %i with chance %d for %i ms', (failures, random, wait) => {
  expect(waitAfter(failures, random)).toBe(wait)
})
