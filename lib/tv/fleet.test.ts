import { expect, test } from 'vitest'
import { isBehind, type ScreenState, stateOf } from './fleet'

const NOW = Date.parse('2026-04-23T12:32:00Z')
const MINUTE = 60_000
const BEAT = { version: 'v', revision: 'r', panel: 'a', width: 1, height: 1, mode: 'live' as const, errors: [] }

test.each<[number | null, ScreenState]>([
  [null, 'never'],
  [0, 'on'],
  [90_000, 'on'],
  [90_001, 'late'],
  [600_000, 'late'],
  [600_001, 'silent'],
])('a screen that beat %s ms ago is %s', (ago, state) => {
  expect(stateOf(ago === null ? null : new Date(NOW - ago), new Date(NOW))).toBe(state)
})

/** Minutes of age of what hangs, and of what the server has; undefined for a script that does not tell, null for none. */
test.each<[ScreenState, number | null | undefined, number | null, boolean]>([
  ['on', 10, 0, true],
  ['late', 10, 0, true],
  ['on', 6, 1, true],
  ['on', 5, 1, false],
  // Allo is down, for both.
  ['on', 60, 60, false],
  ['on', 60, null, false],
  ['on', null, 0, false],
  ['on', undefined, 0, false],
  // It says nothing at all, which is said elsewhere.
  ['silent', 60, 0, false],
  // The one that was drawn last on this instance may be older than what hangs.
  ['on', 0, 60, false],
])('%s, with numbers of %s min ago where the server has some of %s: %s', (state, hung, served, behind) => {
  const at = (minutes: number | null | undefined) => (minutes == null ? minutes : NOW - minutes * MINUTE)
  const reported = { ...BEAT, fetchedAt: at(hung) }
  const servedAt = served === null ? null : new Date(NOW - served * MINUTE).toISOString()
  expect(isBehind({ state, reported, servedAt })).toBe(behind)
})

test('a screen that was never heard is not behind', () => {
  expect(isBehind({ state: 'never', reported: null, servedAt: new Date(NOW).toISOString() })).toBe(false)
})
