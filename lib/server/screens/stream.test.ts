import { beforeEach, describe, expect, it } from 'vitest'
import { onStop } from '@/lib/server/stop'
import { setTestEnv } from '@/lib/server/test-kit'
import { eventStream, type Line } from './stream'
import { beatEvent, readResume } from './stream-events'

beforeEach(() => {
  setTestEnv()
})

/** Opens a stream; answers its two ends and how often it was closed. */
function opened(signal?: AbortSignal) {
  const state: { line: Line | null; closed: number } = { line: null, closed: 0 }
  const response = eventStream(signal, line => {
    state.line = line
    return () => {
      state.closed += 1
    }
  })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('a stream without a body')
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { state, response, reader, next }
}

describe('a stream of events', () => {
  it('says what it is, and lets nobody hold it back', async () => {
    const { response, next, state } = opened()
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await next()).toBe('retry: 3000\n\n')
    state.line?.send(beatEvent(17))
    expect(await next()).toBe('event: beat\ndata: {"now":17}\n\n')
    state.line?.end()
    expect(await next()).toBeNull()
  })

  it('ends once when the client leaves, whichever way we hear of it, and sends nothing more', async () => {
    const controller = new AbortController()
    const { state, reader } = opened(controller.signal)
    controller.abort()
    await reader.cancel()
    state.line?.end()
    state.line?.send(beatEvent(1))
    expect(state.closed).toBe(1)
  })

  it('ends at once for a client that has left already', () => {
    expect(opened(AbortSignal.abort()).state.closed).toBe(1)
  })

  it('drops a client that does not read before much waits for it', () => {
    const { state } = opened()
    const chunk = new Uint8Array(100_000)
    let sent = 0
    while (state.closed === 0 && sent < 1000) {
      state.line?.send(chunk)
      sent += 1
    }
    expect(sent).toBeGreaterThan(5)
    expect(sent).toBeLessThan(20)
  })

  it('leaves nothing behind with those who wait for the end of the server', () => {
    const before = stepsOf()
    const { state } = opened()
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
