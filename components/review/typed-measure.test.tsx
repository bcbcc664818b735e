import { expect, test } from 'vitest'
import { measureOf, typedOf } from './typed-measure'

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

test.each([
  ['conversation', 0.385, 'en', '38.5'],
  ['conversation', 0.385, 'fr', '38,5'],
  ['connection', 0.29, 'en', '29'],
  ['dials', 100_000, 'fr', '100000'],
] as const)('%s of %d in %s is typed %s, and read as the same', (metric, value, locale, typed) => {
  const measure = { metric, is: 'below', value } as const
  expect(typedOf(measure, locale)).toBe(typed)
  expect(measureOf(metric, 'below', typed)).toEqual(measure)
})
