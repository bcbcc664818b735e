import { afterEach, beforeEach, expect, test } from 'vitest'
import { addressOf, PEER_HEADER, sourceOf } from './origin'
import { forgetAll } from './remember'
import { setTestEnv } from './test-kit'

beforeEach(() => setTestEnv({ NEXTAUTH_URL: 'https://callboard.example.com/' }))
afterEach(forgetAll)

const OWN = 'https://callboard.example.com'

test.each<[string, Record<string, string>]>([
  ['own', { origin: OWN }],
  ['own', { origin: OWN, 'sec-fetch-site': 'same-origin' }],
  ['own', { 'sec-fetch-site': 'same-origin' }],
  // A proxy may ask us by another name.
  ['own', { origin: OWN, host: '10.0.0.7:3000', 'x-forwarded-host': 'callboard.example.com' }],
  ['foreign', { origin: 'null' }],
  ['foreign', { origin: '' }],
  ['foreign', { origin: 'https://evil.example' }],
  ['foreign', { origin: 'http://callboard.example.com' }],
  ['foreign', { origin: 'https://callboard.example.com:8443' }],
  ['foreign', { origin: 'https://sub.callboard.example.com' }],
  ['foreign', { origin: 'https://example.com' }],
  ['foreign', { origin: 'https://callboard.example.com.evil.example' }],
  ['foreign', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ['foreign', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
  ['foreign', { 'sec-fetch-site': 'same-site' }],
  ['foreign', { 'sec-fetch-site': 'cross-site' }],
  // Only what NEXTAUTH_URL names is ours, whatever Host says.
  ['foreign', { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' }],
  ['unknown', {}],
  ['unknown', { 'sec-fetch-site': 'none' }],
  ['unknown', { referer: `${OWN}/outbound` }],
])('%s: %j', (expected, headers) => {
  expect(sourceOf(new Headers(headers))).toBe(expected)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:50123', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['10.0.0.1, [2001:db8::7]:50123', '2001:db8::7'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ['203.0.113.7, unknown', null],
  ['203.0.113.7,', null],
  ['1.2.3.4.5:6', null],
  ['[x]:1', null],
  ['', null],
])('a trusted proxy that forwards %j names %j', (forwarded, expected) => {
  setTestEnv({ CALLBOARD_TRUST_PROXY: '1' })
  expect(addressOf(new Headers({ 'x-forwarded-for': forwarded, [PEER_HEADER]: '10.0.0.9' }))).toBe(expected)
})

test('what nobody trusted forwards names nobody', () => {
  expect(addressOf(new Headers({ 'x-forwarded-for': '203.0.113.7', [PEER_HEADER]: '10.0.0.9' }))).toBe('10.0.0.9')
})
