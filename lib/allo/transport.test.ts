import { createServer } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { DATE, OUTBOUND } from './examples'
import type { Gate } from './gate'
import { clientOf, type Handler, inTurn, json, rejection } from './test-server'

const ok: Handler = (_, response) => json(response, 200, { data: OUTBOUND })
const reset: Handler = (_, response) => response.destroy()
const silence: Handler = () => {}
const broken: Handler = (_, response) =>
  json(response, 500, { error: { code: 'INTERNAL_SERVER_ERROR', retryable: true } })
const limited =
  (headers: Record<string, string> = {}, seconds?: number): Handler =>
  (_, response) =>
    json(
      response,
      429,
      { error: { code: 'RATE_LIMIT_EXCEEDED', retryable: true, retry_after_seconds: seconds } },
      headers,
    )
const html =
  (status: number): Handler =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<html><h1>Not what you asked for</h1></html>')

const SMS = { from: '+14155550100', to: '+14155551234', message: 'Hi' }

describe('repeats a read', () => {
  test.each<[string, Handler[], number[], number]>([
    ['after 5xx, with half the backoff drawn', [broken, broken, ok], [500, 1000], 200],
    ['after cut connections', [reset, reset, ok], [500, 1000], 200],
    ['after a gateway page', [html(502), ok], [500], 200],
    ['after 429 as Retry-After says', [limited({ 'Retry-After': '2' }, 9), ok], [2000], 200],
    ['after 429 as the body says', [limited({}, 3), ok], [3000], 200],
    ['after 429 without a word', [limited(), limited(), limited(), limited(), ok], [500, 1000, 2000, 4000], 200],
    ['counting 429 and 5xx apart', [broken, limited({ 'Retry-After': '1' }), broken, ok], [500, 1000, 1000], 200],
    ['but not after a third 5xx', [broken, broken, broken, ok], [500, 1000], 500],
    ['nor after 403', [html(403), ok], [], 403],
    [
      'nor when Allo says not to',
      [(_, response) => json(response, 500, { error: { code: 'X', retryable: false } }), ok],
      [],
      500,
    ],
  ])('%s', async (_, handlers, waits, status) => {
    const { client, slept, seen, events } = await clientOf(inTurn(...handlers))
    const outcome = await client.outbound({ date: DATE }).catch((error: unknown) => error)
    expect(outcome instanceof CallboardError).toBe(status !== 200)
    expect(slept).toEqual(waits)
    expect(seen).toHaveLength(waits.length + 1)
    expect(events.map(event => event.attempt)).toEqual(seen.map((_, index) => index + 1))
    expect(events.at(-1)?.status).toBe(status)
    const ids = new Set([
      ...seen.map(request => request.headers['x-request-id']),
      ...events.map(event => event.requestId),
    ])
    expect(ids.size).toBe(1)
    if (outcome instanceof CallboardError) expect(ids).toContain(outcome.requestId)
  })

  test('at most within the total time, and says how long Allo wants to be left alone', async () => {
    const { client, slept, seen } = await clientOf(limited({ 'Retry-After': '60' }))
    const error = await rejection(client.me())
    expect(error).toMatchObject({ code: 'ALLO_RATE_LIMITED', retryAfterSeconds: 60 })
    expect([slept, seen.length]).toEqual([[], 1])
  })

  test('by an injected clock until the total time is over', async () => {
    let clock = 0
    const sleep = async (milliseconds: number) => {
      clock += milliseconds
    }
    const { client, seen } = await clientOf(limited({ 'Retry-After': '10' }), { now: () => clock, sleep })
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_RATE_LIMITED' })
    expect(seen).toHaveLength(5) // at 0, 10, 20, 30, 40 s; the next would be past 45 s
  })

  test('never when the quota of the day is spent', async () => {
    const details = [{ message: 'limit=1000;type=DAILY;reset_in=3600', field: 'DAILY' }]
    const { client, seen } = await clientOf((_, response) =>
      json(response, 429, { code: 'API_KEY_QUOTA_EXCEEDED', details }, { 'Retry-After': '1' }),
    )
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_QUOTA_EXCEEDED', retryAfterSeconds: 3600 })
    expect(seen).toHaveLength(1)
  })
})

describe('repeats a write', () => {
  test.each<[string, Handler, { idempotencyKey?: string }, number]>([
    ['after 429 under a key', limited({ 'Retry-After': '1' }), { idempotencyKey: 'k1' }, 2],
    ['but not after 429 without one', limited({ 'Retry-After': '1' }), {}, 1],
    ['nor after 5xx, even under a key', broken, { idempotencyKey: 'k1' }, 1],
    ['nor after a cut connection', reset, { idempotencyKey: 'k1' }, 1],
  ])('%s', async (_, first, key, attempts) => {
    const sent: Handler = (_, response) => json(response, 200, { data: { to_number: SMS.to } })
    const { client, seen } = await clientOf(inTurn(first, sent))
    await client.sendSms(SMS, key).catch(() => {})
    expect(seen).toHaveLength(attempts)
    expect(new Set(seen.map(request => request.headers['idempotency-key']))).toEqual(new Set([key.idempotencyKey]))
  })

  test('of a tag under one key of our own', async () => {
    const done: Handler = (_, response) => response.writeHead(200).end()
    const { client, seen } = await clientOf(inTurn(limited({ 'Retry-After': '1' }), done))
    await client.addTags('cll-1', ['interested'])
    const keys = seen.map(request => request.headers['idempotency-key'])
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]])
  })
})

describe('time', () => {
  test('an attempt without answer ends, is repeated, and is named', async () => {
    const { client, seen } = await clientOf(silence, { timeoutMs: 200 })
    expect(await rejection(client.me())).toMatchObject({
      code: 'ALLO_TIMEOUT',
      requestId: seen[0]?.headers['x-request-id'],
    })
    expect(seen).toHaveLength(3)
  })

  test('an answer that stops in the middle counts as none', async () => {
    const { client, events } = await clientOf(
      (_, response) =>
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"data":'),
      { timeoutMs: 40 },
    )
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_TIMEOUT' })
    expect(events.map(event => event.code)).toEqual(['ALLO_TIMEOUT', 'ALLO_TIMEOUT', 'ALLO_TIMEOUT'])
  })

  test('the total time cuts an attempt short', async () => {
    const { client, seen } = await clientOf(silence, { totalTimeoutMs: 400 })
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_TIMEOUT' })
    expect(seen).toHaveLength(1)
  })

  test('the total time cuts a wait short, and the last failure is told', async () => {
    const sleep = (_: number, signal: AbortSignal) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const { client, seen } = await clientOf(broken, { totalTimeoutMs: 400, random: () => 0.001, sleep })
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_FAILED' })
    expect(seen).toHaveLength(1)
  })
})

describe('an abort', () => {
  const waitForAbort = (signal?: AbortSignal) =>
    new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

  test.each<[string, Handler, object]>([
    ['before anything', ok, {}],
    [
      'in the gate',
      ok,
      { gate: { enter: (_: unknown, { signal }: { signal?: AbortSignal }) => waitForAbort(signal), pause: () => {} } },
    ],
    ['while Allo thinks', silence, {}],
    ['between two attempts', limited({ 'Retry-After': '30' }), { sleep: undefined }],
  ])('%s is passed on as it is', async (when, handler, options) => {
    const controller = new AbortController()
    const { client, seen, events } = await clientOf(handler, options)
    if (when === 'before anything') controller.abort()
    const call = rejection(client.outbound({ date: DATE }, { signal: controller.signal }))
    if (when === 'while Allo thinks') await vi.waitFor(() => expect(seen).toHaveLength(1))
    if (when === 'between two attempts') await vi.waitFor(() => expect(events).toHaveLength(1))
    controller.abort()
    const thrown = await call
    expect(thrown).toBeInstanceOf(DOMException)
    expect(thrown).toMatchObject({ name: 'AbortError' })
    if (when === 'while Allo thinks') expect(events).toMatchObject([{ status: null, code: 'ABORTED' }])
  })

  test('with a reason of its own keeps it', async () => {
    const controller = new AbortController()
    const reason = new Error('closed the drawer')
    controller.abort(reason)
    const { client } = await clientOf(ok)
    expect(await rejection(client.me({ signal: controller.signal }))).toBe(reason)
  })
})

describe('the gate', () => {
  test('is asked before every attempt, told of every 429, by kind of request', async () => {
    const said: unknown[] = []
    const gate: Gate = {
      enter: async (kind, { priority }) => void said.push([kind, priority]),
      pause: (kind, milliseconds) => void said.push([kind, milliseconds]),
    }
    const { client } = await clientOf(inTurn(limited({ 'Retry-After': '2' }), broken, ok), { gate })
    await client.outbound({ date: DATE }, { priority: 'prefetch' })
    await client.me().catch(() => {})
    expect(said).toEqual([
      ['other', 'prefetch'],
      ['other', 2000],
      ['other', 'prefetch'],
      ['other', 'prefetch'],
      ['get', 'interactive'],
    ])
  })

  test('that gives up ends the call with its own error, before Allo hears of it', async () => {
    const busy = new CallboardError('BUSY', 'full')
    const { client, seen } = await clientOf(ok, { gate: { enter: () => Promise.reject(busy), pause: () => {} } })
    expect(await rejection(client.outbound({ date: DATE }))).toBe(busy)
    expect(seen).toEqual([])
  })

  test('that lets nothing through in time means BUSY', async () => {
    const enter: Gate['enter'] = (_, { signal }) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const { client } = await clientOf(ok, { gate: { enter, pause: () => {} }, totalTimeoutMs: 30 })
    expect(await rejection(client.me())).toMatchObject({
      code: 'BUSY',
      requestId: expect.stringMatching(/^req_\w{12}$/),
    })
  })
})

describe('an answer that cannot be read', () => {
  const raw =
    (type: string, body: string): Handler =>
    (_, response) =>
      response.writeHead(200, type ? { 'Content-Type': type } : {}).end(body)
  test.each<[string, Handler, string, string | undefined]>([
    ['an HTML page', html(200), 'BAD_RESPONSE', undefined],
    ['an empty body', raw('application/json', ''), 'BAD_RESPONSE', undefined],
    ['JSON cut short', raw('application/json', '{"data": {"funnel": {"di'), 'BAD_RESPONSE', undefined],
    ['JSON announced as text', raw('text/plain', JSON.stringify({ data: OUTBOUND })), 'BAD_RESPONSE', undefined],
    ['no envelope', raw('application/json', JSON.stringify(OUTBOUND)), 'BAD_RESPONSE', 'data'],
    [
      'a wrong type deep inside',
      raw('application/json', JSON.stringify({ data: { ...OUTBOUND, leaderboard: [{ connected: '7' }] } })),
      'BAD_RESPONSE',
      'data.leaderboard.0.connected',
    ],
    ['a page of the edge', html(403), 'ALLO_FAILED', undefined],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { Location: 'https://example.com/' }).end(),
      'ALLO_FAILED',
      undefined,
    ],
  ])('%s', async (_, handler, code, field) => {
    const { client, seen } = await clientOf(handler)
    const error = await rejection(client.outbound({ date: DATE }))
    expect(error).toMatchObject({ code, field, requestId: seen[0]?.headers['x-request-id'] })
    expect(seen).toHaveLength(1)
  })

  test('JSON without a content type is read', async () => {
    const { client } = await clientOf(raw('', JSON.stringify({ data: OUTBOUND })))
    expect((await client.outbound({ date: DATE })).funnel.dials.count.value).toBe(2141)
  })

  test('a body shorter than announced is a broken connection', async () => {
    const { client, seen } = await clientOf((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
      response.write('{"data":', () => response.destroy())
    })
    expect(await rejection(client.me())).toMatchObject({ code: 'ALLO_UNREACHABLE' })
    expect(seen).toHaveLength(3)
  })

  test('nobody listening', async () => {
    const port = await new Promise<number>(resolve => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
    })
    const { client, slept } = await clientOf(ok, { baseUrl: `http://127.0.0.1:${port}` })
    const error = await rejection(client.me())
    expect(error).toMatchObject({ code: 'ALLO_UNREACHABLE', requestId: expect.any(String) })
    expect(String(error)).toContain('ECONNREFUSED')
    expect(slept).toEqual([500, 1000])
  })
})
