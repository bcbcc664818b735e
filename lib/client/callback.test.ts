import { expect, test } from 'vitest'
import { safeCallback } from './callback'

test.each([
  ['/outbound?period=last-month', '/outbound?period=last-month'],
  ['/outbound?tags=a%2Cb#main', '/outbound?tags=a%2Cb#main'],
  ['/', '/'],
])('%s leads on', (asked, expected) => {
  expect(safeCallback(asked)).toBe(expected)
})

test.each([
  [undefined],
  [''],
  ['outbound'],
  ['https://evil.example/outbound'],
  ['http://callboard.invalid/outbound'],
  ['//evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/\n/evil.example'],
  ['/.//evil.example'],
  ['/x/..//evil.example'],
  ['javascript:alert(1)'],
  ['//'],
  ['///evil.example'],
  ['/..//evil.example'],
  ['/%2e%2e//evil.example'],
  ['/\r\n/evil.example'],
  ['/\\/evil.example'],
  ['\\/evil.example'],
  [' //evil.example'],
  ['//callboard.invalid@evil.example'],
  ['blob:http://callboard.invalid/outbound'],
  ['data:text/html,<script>alert(1)</script>'],
  ['/sign-in'],
  ['/sign-in?callbackUrl=/sign-in'],
  ['/api/auth/signout'],
  [['/outbound', '/outbound']],
])('%j leads home', asked => {
  expect(safeCallback(asked)).toBe('/outbound')
})

test('a path that only begins like the sign-in page is a page like any other', () => {
  expect(safeCallback('/sign-ins')).toBe('/sign-ins')
})
