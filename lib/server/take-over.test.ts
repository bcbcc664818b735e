import { once } from 'node:events'
import { request as ask, type ServerResponse } from 'node:http'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eachRequest } from './each-request'
import { takeOver, watchTakeovers } from './take-over'
import { serveAsNext } from './take-over-kit'
import { eventually } from './test-kit'

let counted: string[]
let closing: () => void

beforeAll(() => {
  // As our own counts of requests, which are there before.
  eachRequest(({ response }) => response.once('close', () => counted.push('ours')))
  watchTakeovers('/stream')
})
afterEach(() => closing())

/** A server whose handler takes answers over, where it may, and says what it was handed. */
async function serve() {
  counted = []
  const taken: ServerResponse[] = []
  const { url, server } = await serveAsNext(
    headers => {
      takeOver(headers, response => void taken.push(response))
      return new Response('the beginning, ', { status: 200, headers: { 'x-own': 'yes' } })
    },
    () => counted.push('theirs'),
  )
  closing = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, taken }
}

describe('an answer that is taken over', () => {
  it('goes on after what the handler answered, and ends when we end it', async () => {
    const { url, taken } = await serve()
    const response = await fetch(`${url}/stream?last=1`)
    expect([response.status, response.headers.get('x-own')]).toEqual([200, 'yes'])
    await eventually(() => taken.length === 1)
    taken[0]?.write('the middle, ')
    taken[0]?.end('the end')
    expect(await response.text()).toBe('the beginning, the middle, the end')
    // The connection is not used again: nobody keeps count of what else came by it.
    expect(response.headers.get('connection')).toBe('close')
    await eventually(() => counted.length > 0)
    expect(counted).toEqual(['ours'])
  })

  it('is rid of all that was put onto it', async () => {
    const { url, taken } = await serve()
    await fetch(`${url}/stream`)
    await eventually(() => taken.length === 1)
    const [response] = taken
    expect(response?.listenerCount('finish')).toBe(1)
    expect(response?.listenerCount('close')).toBe(1)
    expect(Object.hasOwn(response ?? {}, 'setHeader')).toBe(false)
    expect(Object.hasOwn(response ?? {}, 'end')).toBe(false)
  })

  it('tells us when the client leaves, and nobody else', async () => {
    const { url, taken } = await serve()
    const leaving = new AbortController()
    await fetch(`${url}/stream`, { signal: leaving.signal })
    await eventually(() => taken.length === 1)
    leaving.abort()
    await eventually(() => counted.length > 0)
    expect(counted).toEqual(['ours'])
    expect(taken[0]?.writableFinished).toBe(false)
  })
})

describe('an answer that cannot be taken over', () => {
  it.each([
    ['another path', '/streams', 'GET'],
    ['a write', '/stream', 'POST'],
  ])('is what the handler answers: %s', async (_name, path, method) => {
    const { url, taken } = await serve()
    const response = await fetch(url + path, { method, headers: { 'x-callboard-response': '1' } })
    expect(await response.text()).toBe('the beginning, ')
    expect(taken).toEqual([])
  })

  it('is one whose client has left before it begins', async () => {
    const taken: ServerResponse[] = []
    let finish = () => {}
    const { url, server } = await serveAsNext(headers => {
      takeOver(headers, response => void taken.push(response))
      const body = new ReadableStream({
        start(controller) {
          finish = () => controller.close()
        },
      })
      return new Response(body)
    })
    counted = []
    closing = () => server.close()
    const leaving = new AbortController()
    await fetch(`${url}/stream`, { signal: leaving.signal })
    leaving.abort()
    await eventually(() => counted.length > 0)
    finish()
    await new Promise(setImmediate)
    expect(taken).toEqual([])
  })

  it('is that of another request, whatever a client calls itself', async () => {
    const { url, taken } = await serve()
    await fetch(`${url}/stream`)
    await eventually(() => taken.length === 1)
    for (const id of ['1', '2', '3', '4', '5']) {
      const forged = await fetch(`${url}/other`, { headers: { 'x-callboard-response': id } })
      expect(await forged.text()).toBe('the beginning, ')
    }
    expect(taken).toHaveLength(1)
  })

  it('is one for which only the headers were asked', async () => {
    const { url, taken } = await serve()
    const request = ask(`${url}/stream`, { method: 'HEAD' }).end()
    const [answer] = await once(request, 'response')
    expect(answer.headers['x-own']).toBe('yes')
    answer.resume()
    await once(answer, 'end')
    expect(taken).toEqual([])
  })
})
