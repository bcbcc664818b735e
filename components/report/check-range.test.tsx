import { expect, test } from 'vitest'
import { checkRange } from './check-range'

test.each([
  ['2026-04-01', '2026-04-22', null],
  ['2026-04-22', '2026-04-22', null],
  ['', '2026-04-22', 'incomplete'],
  ['2026-04-01', '', 'incomplete'],
  ['2026-02-30', '2026-04-01', 'incomplete'],
  ['2026-04-10', '2026-04-01', 'reversed'],
  ['2026-04-01', '2026-04-23', 'future'],
  // 400 days end to end are allowed, 401 are not.
  ['2025-03-19', '2026-04-22', null],
  ['2025-03-18', '2026-04-22', 'tooLong'],
  ['2014-12-31', '2015-01-02', 'tooOld'],
])('%s to %s: %s', (from, to, problem) => {
  expect(checkRange({ from, to }, '2026-04-22')).toBe(problem)
})
