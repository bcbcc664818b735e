import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { createAlloClient } from './client'
import { DATE } from './examples'
import { clientOf, type Handler, json, rejection } from './test-server'

const KEY = 'ak_live_canary'

/** Everything that could end up in a log, a page or a terminal. */
function traces(value: unknown): string {
  const own = inspect(value, {
    depth: 20,
    showHidden: true,
    getters: true,
    maxStringLength: null,
    maxArrayLength: null,
  })
  const stack = value instanceof Error ? `${value.stack} ${inspect(value.cause, { depth: 20 })}` : ''
  return `${own} ${stack} ${JSON.stringify(value)} ${String(value)}`
}

/** A server that gives away whatever it was sent. */
const echo =
  (status: number, type: string): Handler =>
  (request, response) => {
    const { authorization } = request.headers
    const said = `The header ${authorization} is not welcome. ${'x'.repeat(170)} ${authorization}`
    const body =
      type === 'text/html'
        ? `<h1>${said}</h1>`
        : JSON.stringify({ error: { code: `NO_${authorization}`, message: said, param: authorization } })
    response.writeHead(status, { 'Content-Type': `${type}; was=${authorization}` }).end(body)
  }

test('the key does go out', async () => {
  const { client, seen } = await clientOf(echo(500, 'text/html'), {})
  await client.me().catch(() => {})
  expect(seen[0]?.headers.authorization).toBe(`Api-Key ${KEY}`)
})

describe('the key is not in', () => {
  test.each<[string, Handler]>([
    ['a gateway page', echo(502, 'text/html')],
    ['a refusal', echo(400, 'application/json')],
    ['a refused key', echo(401, 'application/json')],
    ['a refused scope', echo(403, 'application/json')],
    ['a 429', echo(429, 'application/json')],
    ['a page instead of JSON', echo(200, 'text/html')],
    ['JSON of another form', echo(200, 'application/json')],
    ['a cut connection', (_, response) => response.destroy()],
    ['a silence', () => {}],
    [
      'a redirect',
      (request, response) =>
        response.writeHead(302, { Location: `https://x/?k=${request.headers.authorization}` }).end(),
    ],
  ])('anything thrown or logged after %s', async (_, handler) => {
    const { client, url, events } = await clientOf(handler, { timeoutMs: 50, totalTimeoutMs: 2000 })
    const thrown = await Promise.all([
      rejection(client.outbound({ date: DATE })),
      rejection(client.item('cll-1')),
      rejection(client.sendSms({ from: '+14155550100', to: '+14155551234', message: 'Hi' })),
      rejection(client.recording(`${url}/x`)),
    ])
    expect(events.length).toBeGreaterThanOrEqual(4)
    for (const error of thrown) {
      expect(traces(error)).not.toContain(KEY)
      expect(traces(toErrorBody(toCallboardError(error)))).not.toContain(KEY)
      expect(toCallboardError(error).requestId).toMatch(/^req_/)
    }
    expect(traces(events)).not.toContain(KEY)
  })

  test('an answer that gives it away', async () => {
    const { client } = await clientOf((request, response) =>
      json(response, 200, { data: { api_key_id: request.headers.authorization, scopes: [] } }),
    )
    expect(await client.me()).toMatchObject({ apiKeyId: 'Api-Key [key]' })
  })

  test('the client itself', async () => {
    const { client } = await clientOf(echo(200, 'text/html'))
    expect(traces(client)).not.toContain(KEY)
    expect(traces(Object.values(client).map(String))).not.toContain(KEY)
  })

  test.each(['ak_live_canary\n', 'ak_live_canaré', ' ak_live_canary', ''])(
    'the complaint about a key that cannot be one',
    apiKey => {
      let thrown: unknown
      try {
        createAlloClient({ apiKey, baseUrl: 'http://127.0.0.1:1' })
      } catch (error) {
        thrown = error
      }
      expect(thrown).toMatchObject({ code: 'ALLO_KEY_INVALID' })
      expect(traces(thrown)).not.toContain('ak_live')
    },
  )
})
