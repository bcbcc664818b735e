import { afterEach, describe, expect, it } from 'vitest'
import { mayMonitor } from './metrics-guard'
import { forgetAll } from './remember'
import { setTestEnv } from './test-kit'

const TOKEN = 'sixteen-characters'
const LOCAL = { 'x-callboard-peer': '127.0.0.1', 'x-callboard-passed-on': '0', host: 'localhost:3000' }
const REMOTE = { ...LOCAL, 'x-callboard-peer': '203.0.113.9' }
const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

function may(headers: Record<string, string>, change: Parameters<typeof setTestEnv>[0] = {}): boolean {
  setTestEnv({ CALLBOARD_METRICS_TOKEN: '', ...change })
  return mayMonitor(new Headers(headers))
}

describe('who may read what is for monitoring', () => {
  afterEach(forgetAll)

  it.each<[string, boolean, Record<string, string>, Parameters<typeof setTestEnv>[0]]>([
    ['the machine itself', true, LOCAL, {}],
    ['the machine itself, by number', true, { ...LOCAL, host: '127.0.0.1' }, {}],
    ['the machine itself, IPv6', true, { ...LOCAL, 'x-callboard-peer': '::1', host: '[::1]:3000' }, {}],
    ['another machine', false, REMOTE, {}],
    ['a visitor behind a local proxy', false, { ...LOCAL, 'x-callboard-passed-on': '1' }, {}],
    ['a visitor behind a trusted proxy that says nothing', false, LOCAL, { CALLBOARD_TRUST_PROXY: '1' }],
    ['a local connection under a public name', false, { ...LOCAL, host: 'callboard.example.com' }, {}],
    ['a name that only begins like this machine', false, { ...LOCAL, host: 'localhost.evil.example' }, {}],
    ['a request that was not seen arriving', false, { host: 'localhost' }, {}],
    ['the token from elsewhere', true, { ...REMOTE, ...bearing(TOKEN) }, { CALLBOARD_METRICS_TOKEN: TOKEN }],
    [
      'the token behind a proxy',
      true,
      { ...REMOTE, 'x-callboard-passed-on': '1', ...bearing(TOKEN) },
      { CALLBOARD_METRICS_TOKEN: TOKEN, CALLBOARD_TRUST_PROXY: '1' },
    ],
    ['a wrong token, even here', false, { ...LOCAL, ...bearing(`${TOKEN}x`) }, { CALLBOARD_METRICS_TOKEN: TOKEN }],
    ['half a token', false, { ...LOCAL, ...bearing(TOKEN.slice(0, -1)) }, { CALLBOARD_METRICS_TOKEN: TOKEN }],
    ['an empty token', false, { ...REMOTE, authorization: 'Bearer ' }, {}],
    ['any token where none is set', false, { ...LOCAL, ...bearing('undefined') }, {}],
    [
      'the token under another scheme',
      false,
      { ...REMOTE, authorization: `Basic ${TOKEN}` },
      { CALLBOARD_METRICS_TOKEN: TOKEN },
    ],
    ['the machine itself with the token set', true, LOCAL, { CALLBOARD_METRICS_TOKEN: TOKEN }],
  ])('%s: %s', (_, expected, headers, change) => {
    expect(may(headers, change)).toBe(expected)
  })
})
