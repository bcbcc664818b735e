import { expect, test } from 'vitest'
import { spanOf, stepsOf } from './waterfall'

test('the steps lead from the conversions before to those of now', () => {
  // The worked example of the rules for numbers.
  const by = { dials: 2.6647, connection: 1.0069, conversation: -4.7571, conversion: 8.0855 }
  const steps = stepsOf({ total: 7, by, assumed: [] }, 31, 38)
  expect(steps.map(({ key }) => key)).toEqual(['before', 'dials', 'connection', 'conversation', 'conversion', 'now'])
  expect(steps[1]?.from).toBe(31)
  expect(steps[1]?.to).toBeCloseTo(33.6647, 4)
  expect(steps[3]?.from).toBeCloseTo(34.6716, 4)
  expect(steps[3]?.to).toBeCloseTo(29.9145, 4)
  expect(steps[4]?.to).toBeCloseTo(38, 4)
  const span = spanOf(steps)
  expect(span.low).toBe(0)
  expect(span.high).toBeCloseTo(38, 4)
})

test('a step below nothing is on the axis, and nothing at all has one too', () => {
  const none = { dials: 0, connection: 0, conversation: 0, conversion: 0 }
  expect(spanOf(stepsOf({ total: -2, by: { ...none, dials: -3, connection: 1 }, assumed: [] }, 2, 0)).low).toBe(-1)
  expect(spanOf(stepsOf({ total: 0, by: none, assumed: [] }, 0, 0))).toEqual({ low: 0, high: 1 })
})
