import { expect, test } from 'vitest'
import { measureOf } from './typed-measure'

test.each([
  ['conversation', '38', 0.38],
  ['conversation', '38,5 %', 0.385],
  ['connection', '0.25', 0.0025],
  ['connection', '101', null],
  ['dials', '250', 250],
  ['dials', '2.5', null],
  ['dials', '-3', null],
  ['dials', '', null],
  ['conversions', '9999999', null],
  ['conversion', 'ten', null],
] as const)('%s, %j typed', (metric, typed, value) => {
  expect(measureOf(metric, 'above', typed)?.value ?? null).toBe(value)
})
