import type { Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onStop } from '@/lib/server/stop'
import { watchTakeovers } from '@/lib/server/take-over'
import { serveAsNext } from '@/lib/server/take-over-kit'
import { eventually, setTestEnv } from '@/lib/server/test-kit'
import { eventStream, type Line } from './stream'
import { beatEvent, readResume } from './stream-events'

let server: Server | null = null

beforeAll(() => watchTakeovers('/'))
beforeEach(() => {
  setTestEnv()
})
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Serves one stream; answers its writing end, once somebody reads, and how often it was closed. */
async function serve() {
  const state: { line: Line | null; closed: number } = { line: null, closed: 0 }
  const served = await serveAsNext(headers =>
    eventStream(headers, line => {
      state.line = line
      return () => {
        state.closed += 1
      }
    }),
  )
  server = served.server
  return { state, url: served.url }
}

/** Opens a stream that reads. */
async function opened() {
  const { state, url } = await serve()
  const leaving = new AbortController()
  const response = await fetch(url, { signal: leaving.signal })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('a stream without a body')
  await eventually(() => state.line !== null)
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { state, response, leave: () => leaving.abort(), next }
}

describe('a stream of events', () => {
  it('says what it is, and lets nobody hold it back', async () => {
    const { response, next, state } = await opened()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await next()).toBe('retry: 3000\n\n')
    state.line?.send(beatEvent(17))
    expect(await next()).toBe('event: beat\ndata: {"now":17}\n\n')
    state.line?.end()
    expect(await next()).toBeNull()
    expect(state.closed).toBe(1)
  })

  it('ends once when the client leaves, and sends nothing more', async () => {
    const { state, leave } = await opened()
    leave()
    await eventually(() => state.closed === 1)
    state.line?.end()
    state.line?.send(beatEvent(1))
    expect(state.closed).toBe(1)
  })

  it('never begins for who asks for the headers alone', async () => {
    const { state, url } = await serve()
    const response = await fetch(url, { method: 'HEAD' })
    expect([response.status, await response.text(), state.line]).toEqual([200, '', null])
  })

  it('drops a client that does not read before much waits for it', async () => {
    const { state, url } = await serve()
    const client = connect(Number(new URL(url).port), '127.0.0.1')
    client.pause()
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await eventually(() => state.line !== null)
    const chunk = new Uint8Array(100_000)
    let sent = 0
    // What the system itself holds back for a slow client is some megabytes.
    while (state.closed === 0 && sent < 1000) {
      state.line?.send(chunk)
      sent += 1
    }
    expect(sent).toBeGreaterThan(10)
    expect(sent).toBeLessThan(1000)
    client.destroy()
  })

  it('leaves nothing behind with those who wait for the end of the server', async () => {
    const before = stepsOf()
    const { state } = await opened()
    expect(stepsOf()).toBe(before + 1)
    state.line?.end()
    expect(stepsOf()).toBe(before)
  })
})

/** How many steps the end of the server has. */
function stepsOf(): number {
  const kept: typeof globalThis & { __callboard?: Map<string, unknown> } = globalThis
  onStop(() => {})()
  const life = kept.__callboard?.get('life')
  return typeof life === 'object' && life !== null && 'first' in life && life.first instanceof Set
    ? life.first.size
    : -1
}

describe('where a screen goes on', () => {
  it.each([
    ['abc_-.1.0~17', { revision: 'abc_-.1.0', seq: 17 }],
    ['~17', { revision: null, seq: 17 }],
    ['abc~', { revision: 'abc', seq: null }],
    ['~', { revision: null, seq: null }],
    ['', { revision: null, seq: null }],
    [null, { revision: null, seq: null }],
    ['abc', { revision: null, seq: null }],
    ['a\nb~1', { revision: null, seq: null }],
    ['abc~-1', { revision: null, seq: null }],
  ])('is read from %o', (id, resume) => {
    expect(readResume(id)).toEqual(resume)
  })
})
