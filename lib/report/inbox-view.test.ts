import { expect, test } from 'vitest'
import { type InboxView, readInboxView, writeInboxView } from './inbox-view'

const LINE = '+33199000142'
const OTHER = '+12025550100'

test.each<[string, InboxView]>([
  ['', { show: 'unread', line: null, open: null }],
  ['?show=all', { show: 'all', line: null, open: null }],
  ['?line=%2B33199000142', { show: 'unread', line: LINE, open: null }],
  ['?line=%2B33199000142&with=%2B12025550100', { show: 'unread', line: LINE, open: { line: LINE, number: OTHER } }],
  ['?show=all&with=%2B12025550100&on=%2B33199000142', { show: 'all', line: null, open: { line: LINE, number: OTHER } }],
])('%s', (search, view) => {
  expect(writeInboxView(view)).toBe(search)
  expect(readInboxView(new URLSearchParams(search))).toEqual(view)
})

test.each([
  ['?line=nothing', { show: 'unread', line: null, open: null }],
  ['?line=+33199000142', { show: 'unread', line: LINE, open: null }],
  ['?show=everything&utm_source=mail', { show: 'unread', line: null, open: null }],
  ['?with=%2B12025550100', { show: 'unread', line: null, open: null }],
  ['?with=anonymous&on=%2B33199000142', { show: 'unread', line: null, open: null }],
  ['?line=%2B33199000142,%2B12025550100', { show: 'unread', line: null, open: null }],
  [
    '?line=%2B33199000142&on=%2B12125550104&with=%2B12025550100',
    { show: 'unread', line: LINE, open: { line: LINE, number: OTHER } },
  ],
] as const)('%s is read as far as it goes', (search, view) => {
  expect(readInboxView(new URLSearchParams(search))).toEqual(view)
})
