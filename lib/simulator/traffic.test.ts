import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RateLimiter } from './rate-limiter'
import { TestSimulator } from './testing'

let sim: TestSimulator
beforeEach(async () => {
  sim = await TestSimulator.start({ scale: 0.1, enforceLimits: true })
})
afterEach(() => sim.stop())

const date = { from: '2026-04-20', to: '2026-04-20' }

describe('rate limit', () => {
  test('a sliding second: 5 others and 20 GETs for each key', () => {
    let now = 0
    const limiter = new RateLimiter({ readPerSecond: 20, writePerSecond: 5 }, true, () => now)
    const taken = (method: string, key = 'a') => limiter.take(key, method).problem === null
    expect(Array.from({ length: 6 }, () => taken('POST'))).toEqual([true, true, true, true, true, false])
    expect(Array.from({ length: 21 }, () => taken('GET')).filter(Boolean)).toHaveLength(20)
    expect(taken('POST', 'b')).toBe(true)
    now = 999
    expect(taken('DELETE')).toBe(false)
    now = 1000
    expect(taken('PUT')).toBe(true)
  })

  test('headers count down, and the refusal says when to come back', async () => {
    const answers = []
    for (let k = 0; k < 6; k++)
      answers.push(await sim.ask('POST', '/v2/api/conversations/items/batch', { ids: ['cll-x'] }))
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers.map(answer => answer.headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0'])
    const refused = answers[5]
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect(Number(refused?.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_000_000_000)
    expect(refused?.body.error).toMatchObject({
      type: 'rate_limit_error',
      code: 'RATE_LIMIT_EXCEEDED',
      retryable: true,
      retry_after_seconds: 1,
    })
    const { body } = await sim.ask('GET', '/simulator/requests')
    expect(body.operations.itemsBatch).toEqual({ 200: 5, 429: 1 })
    expect(body.most_other_than_get_in_one_second).toBe(6)
  })
})

describe('recording', () => {
  const authorization = 'Api-Key ak_sim_callboard'
  async function recording(): Promise<{ url: string; total: number }> {
    const { items } = (await sim.outbound({ date, extend: 'items', stage: 'CONVERSATION', size: 1 })).body.data
    const { data } = (await sim.ask('GET', `/v2/api/conversations/items/${items.data[0].id}`)).body
    return { url: data.recording_url, total: 44 + 8000 * data.duration }
  }

  test('needs the key', async () => {
    const { url } = await recording()
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url.replace('cll-', 'cll-0'), { headers: { authorization } })).status).toBe(404)
  })

  test('whole, by HEAD, and in ranges that fit together', async () => {
    const { url, total } = await recording()
    const whole = await fetch(url, { headers: { authorization } })
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect([whole.status, whole.headers.get('content-type'), bytes.length]).toEqual([200, 'audio/wav', total])
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
    expect(bytes.readUInt32LE(40)).toBe(total - 44)
    const head = await fetch(url, { method: 'HEAD', headers: { authorization } })
    expect(head.headers.get('content-length')).toBe(String(total))
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      [`bytes=30-${70_000}`, 30, 70_000],
      [`bytes=${total - 10}-`, total - 10, total - 1],
      ['bytes=-5', total - 5, total - 1],
      [`bytes=100-${total * 2}`, 100, total - 1],
    ] as const) {
      const part = await fetch(url, { headers: { authorization, range } })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${total}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true)
    }
    const outside = await fetch(url, { headers: { authorization, range: `bytes=${total}-` } })
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${total}`])
  })
})

describe('faults', () => {
  const fault = (rule: object) => sim.ask('POST', '/simulator/faults', rule)
  const users = () =>
    fetch(`${sim.simulator.url}/v2/api/users`, {
      headers: { authorization: 'ak_sim_callboard' },
      signal: AbortSignal.timeout(2000),
    })

  test('strike where they match, as often as said, and can be cleared', async () => {
    await fault({ match: { operation: 'users' }, kind: 'status', status: 503, times: 1 })
    expect((await sim.ask('GET', '/v2/api/tags')).status).toBe(200)
    expect((await users()).status).toBe(503)
    expect((await users()).status).toBe(200)
    await fault({ kind: 'rate_limit', retryAfterSeconds: 7 })
    expect((await users()).headers.get('retry-after')).toBe('7')
    await sim.ask('DELETE', '/simulator/faults')
    expect((await users()).status).toBe(200)
  })

  test.each(['html', 'empty', 'truncated'])('%s is no JSON', async kind => {
    await fault({ kind, times: 1 })
    await expect(users().then(response => response.json())).rejects.toThrow()
  })

  test('reset cuts the connection, wrong_type turns numbers into words', async () => {
    await fault({ kind: 'reset', times: 1 })
    await expect(users()).rejects.toThrow()
    await fault({ kind: 'wrong_type', times: 1 })
    expect((await sim.outbound({ date })).body.data.funnel.dials.count.value).toBe('many')
    expect((await sim.ask('POST', '/simulator/faults', { kind: 'nonsense' })).status).toBe(400)
  })

  test('a timeout never answers, and does not hold up the end', async () => {
    await fault({ kind: 'timeout', times: 1 })
    const silent = users().then(
      () => 'answered',
      () => 'cut',
    )
    while ((await sim.ask('GET', '/simulator/faults')).body.rules[0].times > 0);
    await sim.stop()
    expect(await silent).toBe('cut')
    sim = await TestSimulator.start({ scale: 0 })
  })
})

test('an address that is none does not bring the server down', async () => {
  const { port } = sim.simulator
  const closed = await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET // HTTP/1.1\r\nHost: [\r\n\r\n'))
    socket.on('close', () => resolve('closed')).resume()
  })
  expect(closed).toBe('closed')
  expect((await sim.ask('GET', '/v2/api/me')).status).toBe(200)
})
