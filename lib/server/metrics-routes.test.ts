import { expect, test } from 'vitest'
import { readRoutes, routeName } from './metrics-routes'

/** As Next writes it; the regular expressions are its own. */
const KNOWN = readRoutes(
  JSON.stringify({
    version: 3,
    staticRoutes: [
      { page: '/', regex: '^/(?:/)?$' },
      { page: '/api/calls/details', regex: '^/api/calls/details(?:/)?$' },
      { page: '/outbound', regex: '^/outbound(?:/)?$' },
    ],
    dynamicRoutes: [
      { page: '/api/auth/[...nextauth]', regex: '^/api/auth/(.+?)(?:/)?$' },
      { page: '/api/calls/[id]', regex: '^/api/calls/([^/]+?)(?:/)?$' },
    ],
  }),
)

test.each([
  ['/', '/'],
  ['/outbound?people=usr-1&lines=%2B33123456789', '/outbound'],
  ['/api/calls/details', '/api/calls/details'],
  ['/api/calls/cnv-0123', '/api/calls/[id]'],
  ['/api/calls/%2B33123456789?x=1', '/api/calls/[id]'],
  ['/api/auth/callback/credentials', '/api/auth/[...nextauth]'],
  ['/_next/static/chunks/0abc.js', 'files'],
  ['/wp-admin.php', 'other'],
  ['/api/calls/a/b/c', 'other'],
  ['http://evil.example/outbound', 'other'],
  ['', 'other'],
  ['*', 'other'],
])('%s counts as %s', (url, name) => {
  expect(routeName(url, KNOWN)).toBe(name)
})

test('without a manifest, as in development, everything is other', () => {
  expect(routeName('/outbound', [])).toBe('other')
})
