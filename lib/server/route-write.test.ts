import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startSimulator } from '@/lib/simulator/server'
import { toReply } from './reply'
import { openRoute, route } from './route'
import { withRoutes } from './route-kit'

const { ask } = withRoutes(() => startSimulator({ scale: 0.1 }))

describe('a write', () => {
  const SCHEMA = z.object({
    name: z.string('required').trim().min(1, 'required').max(5, 'long'),
    days: z.array(z.int('number')),
  })
  const done: string[] = []
  const write = route('write', 'account.own', async ({ body }) => {
    const { name } = await body(SCHEMA)
    done.push(name)
    return name === 'none' ? null : toReply({ name })
  })
  const open = openRoute('open', async ({ body }) => toReply(await body(SCHEMA)))
  const OWN = { origin: 'http://localhost:3000', 'content-type': 'application/json' }
  const send = (body: unknown, headers: Record<string, string> = OWN, method = 'POST') =>
    ask(write, {}, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

  it('is taken from our own pages, and its answer kept nowhere', async () => {
    const answer = await send({ name: ' Ann ', days: [1] })
    expect([answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([
      200,
      { name: 'Ann' },
      'no-store',
    ])
    expect(answer.headers.get('etag')).toBeNull()
    const nothing = await send({ name: 'none', days: [] })
    expect([nothing.status, await nothing.text()]).toEqual([204, ''])
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', {}],
  ])('from %s is refused before anything is read', async (_, from: Record<string, string>) => {
    done.length = 0
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { 'content-type': 'application/json', ...from }
      const refused = await send({ name: 'Ann', days: [] }, headers, method)
      expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'CROSS_SITE'])
      const without = await ask(open, {}, { method, headers, body: '{}', session: null })
      expect((await without.json()).error.code).toBe('CROSS_SITE')
    }
    expect(done).toEqual([])
  })

  it('names each field at fault, by the key of its sentence', async () => {
    const refused = await send({ name: 'Annemarie', days: [1, 2.5, 'x'] })
    expect(refused.status).toBe(422)
    expect((await refused.json()).error).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { name: 'long', 'days.1': 'number', 'days.2': 'number' },
    })
    expect((await (await send({ name: ' ' })).json()).error.fields).toEqual({ name: 'required', days: 'invalid' })
  })

  it.each<[string, string, string]>([
    ['no JSON', 'application/json', '{'],
    ['nothing', 'application/json', ''],
    ['a form', 'application/x-www-form-urlencoded', 'name=Ann'],
    ['text that only looks like JSON', 'text/plain', '{"name":"Ann","days":[]}'],
    ['more than a form holds', 'application/json', JSON.stringify({ name: 'a'.repeat(70_000), days: [] })],
  ])('with %s is refused as a whole', async (_, type, body) => {
    done.length = 0
    const refused = await send(body, { ...OWN, 'content-type': type })
    expect(refused.status).toBe(422)
    expect((await refused.json()).error).not.toHaveProperty('fields')
    expect(done).toEqual([])
  })
})
