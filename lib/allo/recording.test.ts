import { describe, expect, test, vi } from 'vitest'
import { clientOf, type Handler, json, rejection, serve } from './test-server'

const TONE = 'RIFF....WAVE'
const audio: Handler = (request, response) => {
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '')
  if (!range) return response.writeHead(200, { 'Content-Type': 'audio/wav' }).end(TONE)
  const from = Number(range[1])
  const to = range[2] ? Number(range[2]) : TONE.length - 1
  const headers = { 'Content-Type': 'audio/wav', 'Content-Range': `bytes ${from}-${to}/${TONE.length}` }
  return response.writeHead(206, headers).end(TONE.slice(from, to + 1))
}
const redirect =
  (location: string): Handler =>
  (request, response, index) =>
    request.path === '/start' ? response.writeHead(302, { Location: location }).end() : audio(request, response, index)

test('all of it, with the key, uncompressed', async () => {
  const { client, url, seen, events } = await clientOf(audio)
  const response = await client.recording(`${url}/recordings/cll-1.wav`, {}, { requestId: 'req_AAAAAAAAAAAA' })
  expect([response.status, await response.text()]).toEqual([200, TONE])
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Api-Key ak_live_canary',
    'accept-encoding': 'identity',
    'x-request-id': 'req_AAAAAAAAAAAA',
  })
  expect(seen[0]?.headers.range).toBeUndefined()
  expect(events).toMatchObject([{ operation: 'recording', path: 'recording', status: 200, code: null }])
})

test.each([
  ['bytes=4-7', 206, '....'],
  ['bytes=4-', 206, '....WAVE'],
  ['bytes=0-1,4-5', 200, TONE],
  ['lines=1-2', 200, TONE],
])('range %s', async (range, status, body) => {
  const { client, url } = await clientOf(audio)
  const response = await client.recording(`${url}/x`, { range })
  expect([response.status, await response.text()]).toEqual([status, body])
})

test('a range past the end is passed on', async () => {
  const { client, url } = await clientOf((_, response) =>
    response.writeHead(416, { 'Content-Range': 'bytes */12' }).end(),
  )
  expect((await client.recording(`${url}/x`, { range: 'bytes=99-' })).status).toBe(416)
})

describe('redirects', () => {
  test('within the API, relative, are followed with the range', async () => {
    const { client, url, seen } = await clientOf(redirect('/there'))
    const response = await client.recording(`${url}/start`, { range: 'bytes=8-' })
    expect(await response.text()).toBe('WAVE')
    expect(seen.map(request => [request.path, request.headers.range, request.headers.authorization])).toEqual([
      ['/start', 'bytes=8-', 'Api-Key ak_live_canary'],
      ['/there', 'bytes=8-', 'Api-Key ak_live_canary'],
    ])
  })

  test('to a neighbour are refused, and the neighbour hears nothing', async () => {
    const neighbour = await serve(audio)
    const { client, url } = await clientOf(redirect(`${neighbour.url}/secret`))
    expect(await rejection(client.recording(`${url}/start`))).toMatchObject({ code: 'RECORDING_UNAVAILABLE' })
    expect(neighbour.seen).toEqual([])
  })

  test('without end stop after three', async () => {
    const { client, url, seen } = await clientOf((_, response) => response.writeHead(307, { Location: '/again' }).end())
    expect(await rejection(client.recording(`${url}/start`))).toMatchObject({ code: 'RECORDING_UNAVAILABLE' })
    expect(seen).toHaveLength(4)
  })
})

describe('is unavailable', () => {
  test.each<[string, Handler, number | null, { code: string; retryAfterSeconds?: number }]>([
    [
      'when it is gone',
      (_, response) => json(response, 404, { error: { code: 'CALL_NOT_FOUND' } }),
      404,
      { code: 'RECORDING_UNAVAILABLE' },
    ],
    ['when storage refuses', (_, response) => response.writeHead(403).end(), 403, { code: 'RECORDING_UNAVAILABLE' }],
    [
      'when it is a page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>'),
      200,
      { code: 'RECORDING_UNAVAILABLE' },
    ],
    [
      'when Allo is busy',
      (_, response) => response.writeHead(429, { 'Retry-After': '3' }).end(),
      429,
      { code: 'ALLO_RATE_LIMITED', retryAfterSeconds: 3 },
    ],
    ['when Allo fails', (_, response) => response.writeHead(503).end(), 503, { code: 'ALLO_FAILED' }],
    ['when the line is cut', (_, response) => response.destroy(), null, { code: 'ALLO_UNREACHABLE' }],
    ['when nothing comes', () => {}, null, { code: 'ALLO_TIMEOUT' }],
  ])('%s', async (_, handler, status, error) => {
    const { client, url, seen, events } = await clientOf(handler, { timeoutMs: 400 })
    const thrown = await rejection(client.recording(`${url}/x`))
    expect(thrown).toMatchObject({ ...error, requestId: seen[0]?.headers['x-request-id'] })
    expect(events).toMatchObject([{ status, code: error.code }])
  })

  test('at an address that may not be fetched', async () => {
    const neighbour = await serve(audio)
    const { client } = await clientOf(audio)
    expect(await rejection(client.recording(`${neighbour.url}/x`))).toMatchObject({ code: 'RECORDING_UNAVAILABLE' })
    expect(neighbour.seen).toEqual([])
  })
})

describe('the time limit and the signal', () => {
  const slowly: Handler = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'audio/wav' })
    response.write(TONE)
  }

  test('a body may take longer than the way to its first byte', async () => {
    const { client, url } = await clientOf(
      (_, response) => {
        slowly({ method: '', path: '', headers: {}, body: '' }, response, 0)
        setTimeout(() => response.end('!'), 600)
      },
      { timeoutMs: 400 },
    )
    expect(await (await client.recording(`${url}/x`)).text()).toBe(`${TONE}!`)
  })

  test('an abort ends the body', async () => {
    const controller = new AbortController()
    const { client, url } = await clientOf(slowly)
    const response = await client.recording(`${url}/x`, {}, { signal: controller.signal })
    controller.abort()
    expect(await rejection(response.text())).toMatchObject({ name: 'AbortError' })
  })

  test('an abort before the first byte is passed on as it is', async () => {
    const controller = new AbortController()
    const { client, url, seen, events } = await clientOf(() => {})
    const opening = rejection(client.recording(`${url}/x`, {}, { signal: controller.signal }))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    controller.abort()
    expect(await opening).toMatchObject({ name: 'AbortError' })
    expect(events).toMatchObject([{ code: 'ABORTED' }])
  })
})
