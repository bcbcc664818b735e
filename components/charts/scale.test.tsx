import { describe, expect, test } from 'vitest'
import { nextPlace } from './roving'
import { countScale, labelledBuckets } from './scale'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [11, [0, 5, 10, 15]],
  [352, [0, 100, 200, 300, 400]],
  [400, [0, 100, 200, 300, 400]],
  [435, [0, 100, 200, 300, 400, 500]],
  [1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
])('an axis for %d', (max, ticks) => {
  const scale = countScale(max)
  expect(scale.ticks).toEqual(ticks)
  expect(scale.top).toBe(ticks.at(-1))
})

describe('labels under buckets', () => {
  test.each([
    [1, 6, 7, [0]],
    [6, 6, 7, [0, 1, 2, 3, 4, 5]],
    [28, 6, 7, [0, 7, 14, 21, 27]],
    [12, 6, 1, [0, 2, 4, 6, 8, 10]],
  ])('%d buckets', (length, most, unit, labels) => {
    expect(labelledBuckets(length, most, unit)).toEqual(labels)
  })

  test.each([7, 13, 30, 90, 365, 400])('%d days never carry more than seven', length => {
    const labels = labelledBuckets(length, 6, 7)
    expect(labels.length).toBeLessThanOrEqual(7)
    expect(Math.max(...labels)).toBeLessThan(length)
  })
})

describe('moving in a grid with holes', () => {
  const grid = [
    [true, false, true],
    [false, false, true],
  ]
  test.each([
    [{ row: 0, column: 0 }, 'ArrowRight', { row: 0, column: 2 }],
    [{ row: 0, column: 2 }, 'ArrowDown', { row: 1, column: 2 }],
    [{ row: 0, column: 0 }, 'ArrowDown', null],
    [{ row: 1, column: 2 }, 'ArrowLeft', null],
    [{ row: 0, column: 2 }, 'Home', { row: 0, column: 0 }],
    [{ row: 0, column: 0 }, 'End', { row: 0, column: 2 }],
    [{ row: 0, column: 0 }, 'Enter', null],
  ])('from %j by %s', (from, key, to) => {
    expect(nextPlace(grid, from, key)).toEqual(to)
  })
})
