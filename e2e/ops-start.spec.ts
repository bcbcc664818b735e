import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { freePort, ROOT } from '../scripts/processes.mjs'
import { expect, test } from './world'

/** Starts the built server with these variables and nothing else, and waits for its end. */
async function startWith(env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, '.next/standalone/server.js')], {
    env: { NODE_ENV: 'production', HOSTNAME: '127.0.0.1', PORT: String(await freePort()), ...env },
    encoding: 'utf8',
  })
  return { status, stderr, named: [...stderr.matchAll(/^ {2}- ([A-Z_]+) /gm)].map(([, name]) => name) }
}

test('a start with nothing set names everything that is missing, at once', async () => {
  const { status, stderr, named } = await startWith({})
  expect(status).toBe(1)
  expect(named).toEqual(['ALLO_API_KEY', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'CALLBOARD_DATA_DIR'])
  expect(stderr).toContain('Callboard cannot start. In the environment:')
})

test('a start with wrong values names each, those that go together too, and repeats none', async () => {
  const { status, stderr, named } = await startWith({
    ALLO_API_KEY: 'ak_canary_0123456789',
    NEXTAUTH_URL: 'canary',
    NEXTAUTH_SECRET: 'canary',
    DATABASE_URL: 'canary://canary',
    CALLBOARD_OIDC_CLIENT_SECRET: 'canary',
  })
  expect(status).toBe(1)
  expect(named.toSorted()).toEqual([
    'CALLBOARD_OIDC_CLIENT_ID',
    'CALLBOARD_OIDC_ISSUER',
    'DATABASE_URL',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
  ])
  expect(stderr).not.toContain('canary')
})
