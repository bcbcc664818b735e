import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { GET as report } from '@/app/api/reports/[report]/route'
import { budget } from '@/lib/server/allo'
import { installDatabase } from '@/lib/server/db/database'
import { askRoute, withFleet } from '@/lib/server/screens/fleet-kit'
import { setTestEnv } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'
import { type Simulator, startSimulator } from '@/lib/simulator/server'

/*
 * What a screen's secret opens of all that the server answers, wherever it is shown: the reports of its scenes, and nothing
 * else. Doors are found in the folder, so that a new one is asked too.
 */

type Handler = (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>

const API = join(import.meta.dirname, '..')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const PLACES = {
  id: 'cll-nothing',
  report: 'outbound',
  table: 'leaderboard',
  number: '+12025550100',
  tag: 'nothing',
}

/**
 * A bearer is known and may not, a cookie counts for nothing: 403 and 401. Otherwise are the report without a search string,
 * which is in a new screen's scope, and the metrics, which have a token of their own.
 */
const OTHERWISE: Record<string, string> = { 'GET reports/[report]': '200, 401', 'GET metrics': '401, 401' }

/** Every method of every route but those of screens themselves and of next-auth, by name. */
async function doors(): Promise<[string, Handler][]> {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('route.ts') && !file.startsWith('tv/') && !file.startsWith('auth/'))
    .sort()
  const found: [string, Handler][] = []
  for (const file of files) {
    const exported: Record<string, Handler> = await import(join(API, file))
    for (const method of METHODS) {
      const handler = exported[method]
      if (handler) found.push([`${method} ${file.replace(/\/?route\.ts$/, '')}`, handler])
    }
  }
  return found
}

const { database, pair } = withFleet()
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ now: '2026-04-22T09:00:00Z', scale: 0.2 })
})
beforeEach(async () => {
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  installDatabase(database())
  await refreshWorkspace()
  budget().limit({ get: 1000, other: 1000 })
})
afterAll(() => simulator.stop())

it('opens no door of a person', async () => {
  const { secret } = await pair()
  const opened: string[] = []
  const expected: string[] = []
  for (const [door, handler] of await doors()) {
    const [method = ''] = door.split(' ')
    const body = method === 'GET' ? undefined : {}
    const ask = async (headers: Record<string, string>) =>
      (await askRoute(handler, PLACES, { method, body, headers })).status
    const nobody = await ask({})
    // What is open to everybody needs no secret.
    if (nobody !== 401) continue
    opened.push(
      `${door}: ${await ask({ authorization: `Bearer ${secret}` })}, ${await ask({ cookie: `callboard-screen=${secret}` })}`,
    )
    expected.push(`${door}: ${OTHERWISE[door] ?? '403, 401'}`)
  }
  expect(opened).toEqual(expected)
  expect(opened.length).toBeGreaterThan(50)
})

it.each([
  ['outbound', '?period=this-week', 200],
  ['outbound', '?period=today', 200],
  ['outbound', '', 200],
  ['outbound', '?period=last-month', 403],
  ['outbound', '?period=this-week&people=usr-k3f9a1', 403],
  ['outbound', '?period=this-week&compare=none', 403],
  ['overview', '?period=this-week', 403],
  ['team', '?period=this-week', 404],
])('reads of the reports those of its scenes: %s%s is %i', async (name, search, status) => {
  const { secret } = await pair()
  const ask = (headers: Record<string, string>) => {
    const request = new NextRequest(`http://localhost:3000/api/reports/${name}${search}`, { headers })
    return report(request, { params: Promise.resolve({ report: name }) })
  }
  const answer = await ask({ authorization: `Bearer ${secret}` })
  expect(answer.status).toBe(status)
  expect((await ask({ cookie: `callboard-screen=${secret}` })).status).toBe(401)
})
