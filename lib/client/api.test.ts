import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getJson } from './api'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const HTML = { 'content-type': 'text/html' }
const JSON_TYPE = { 'content-type': 'application/json' }
const plain =
  (status: number, headers: Record<string, string>, body: string): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

const failure = JSON.stringify({ error: { code: 'BUSY', requestId: 'req_body', retryAfterSeconds: 4 } })

const HANDLERS: Record<string, Handler> = {
  '/ok': plain(200, JSON_TYPE, '{"calls":3}'),
  '/busy': plain(503, { ...JSON_TYPE, 'x-request-id': 'req_header' }, failure),
  '/unknown-code': plain(500, { 'x-request-id': 'req_header' }, '{"error":{"code":"toString"}}'),
  '/signed-out': plain(401, HTML, 'no'),
  '/redirect': plain(307, { location: '/html' }, ''),
  '/html': plain(200, { ...HTML, 'x-request-id': 'req_html' }, '<!doctype html>'),
  '/gateway': plain(502, HTML, '<h1>Bad gateway</h1>'),
  '/crash': plain(500, HTML, 'oops'),
  '/missing': plain(404, HTML, 'nothing'),
  '/cut': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' })
    response.write('{"calls":', () => response.destroy())
  },
  '/echo': (request, response) => {
    response.writeHead(200, JSON_TYPE).end(
      JSON.stringify({
        priority: request.headers['x-callboard-priority'] ?? null,
        requestId: request.headers['x-request-id'] ?? null,
      }),
    )
  },
  '/slow': () => undefined,
}

const server = createServer((request, response) => HANDLERS[request.url ?? '']?.(request, response))
let base = ''

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  base = `http://127.0.0.1:${address.port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('getJson', () => {
  it('gives the body', async () => {
    await expect(getJson(`${base}/ok`)).resolves.toEqual({ calls: 3 })
  })

  it.each([
    ['/busy', { code: 'BUSY', requestId: 'req_body', retryAfterSeconds: 4 }],
    ['/unknown-code', { code: 'INTERNAL', requestId: 'req_header' }],
    ['/signed-out', { code: 'NOT_SIGNED_IN' }],
    ['/redirect', { code: 'NOT_SIGNED_IN' }],
    ['/html', { code: 'INTERNAL', requestId: 'req_html' }],
    ['/gateway', { code: 'OFFLINE' }],
    ['/crash', { code: 'INTERNAL' }],
    ['/missing', { code: 'NOT_FOUND' }],
    ['/cut', { code: 'OFFLINE' }],
  ])('%s', async (path, error) => {
    await expect(getJson(base + path)).rejects.toMatchObject({ name: 'CallboardError', ...error })
  })

  it('is offline when nobody listens', async () => {
    // Port 9 (discard) is reserved and closed.
    await expect(getJson('http://127.0.0.1:9/ok')).rejects.toMatchObject({ code: 'OFFLINE' })
  })

  it('says that a prefetch can wait', async () => {
    await expect(getJson(`${base}/echo`, { priority: 'prefetch' })).resolves.toMatchObject({
      priority: 'prefetch',
    })
    await expect(getJson(`${base}/echo`)).resolves.toMatchObject({ priority: null })
  })

  it('names each request anew, in the form of Allo’s ids', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await getJson<{ requestId: string }>(`${base}/echo`)).requestId),
    )
    for (const id of ids) expect(id).toMatch(/^req_[A-Za-z0-9]{12}$/)
    expect(new Set(ids).size).toBe(3)
  })

  it('is given up with the reason of the signal', async () => {
    const given = new AbortController()
    const answer = getJson(`${base}/slow`, { signal: given.signal })
    given.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
  })
})
