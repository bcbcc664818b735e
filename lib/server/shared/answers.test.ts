import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { type AnswerCache, createCache, GRACE } from '@/lib/server/cache'
import { startRedis } from '@/scripts/services/redis.mjs'
import { RedisAnswers } from './answers'
import { IMPATIENT, openSide, ownPrefix, Road, type Side, until } from './test-kit'

const redis = await startRedis({ own: true })
const MINUTE = 60_000

interface Instance extends Side {
  cache: AnswerCache
}

/** What Allo would be asked: counts, can be held open, and can fail. Shared by all instances. */
function upstream() {
  const source = {
    calls: 0,
    failure: null as CallboardError | null,
    held: null as { promise: Promise<void>; release: () => void } | null,
    hold() {
      let release = () => {}
      const promise = new Promise<void>(resolve => {
        release = resolve
      })
      source.held = { promise, release }
      return () => {
        source.held = null
        release()
      }
    },
    async fetch(signal: AbortSignal): Promise<{ call: number }> {
      source.calls += 1
      const call = source.calls
      const gone = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
      await Promise.race([source.held?.promise, gone])
      if (source.failure) throw source.failure
      return { call }
    },
  }
  return source
}

describe.skipIf(redis === null)('answers that instances share', () => {
  const server = redis ?? { url: '', start: async () => {}, stop: async () => {} }
  const open: { close(): Promise<void> }[] = []
  let prefix = ''
  let source = upstream()

  async function instance(url = server.url): Promise<Instance> {
    const side = await openSide(url, prefix, 1, url === server.url ? undefined : IMPATIENT)
    open.push(side)
    const shared = new RedisAnswers(side.link, side.bus, prefix, 'answers', GRACE)
    return { ...side, cache: createCache({ maxItems: 50, shared }) }
  }
  const ask = ({ cache }: Instance, freshFor = MINUTE, key = 'q', signal?: AbortSignal) =>
    cache.ask(key, { freshFor, signal }, source.fetch)

  beforeAll(() => server.start())
  beforeEach(() => {
    prefix = ownPrefix()
    source = upstream()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()))
    await server.start()
  })
  afterAll(() => server.stop())

  it('asks once for 100 readers of each of three instances', async () => {
    const instances = await Promise.all([instance(), instance(), instance()])
    const release = source.hold()
    const asked = instances.flatMap(one => Array.from({ length: 100 }, () => ask(one)))
    await until(() => source.calls === 1)
    release()
    const answers = await Promise.all(asked)
    expect(source.calls).toBe(1)
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toHaveLength(1)
    expect(answers[0]).toMatchObject({ value: { call: 1 }, freshness: { state: 'fresh' } })
  })

  it('takes a fresh answer with its own age, and asks anew when it is old', async () => {
    const [a, b] = [await instance(), await instance()]
    const first = await ask(a, 400)
    expect(await ask(b, 400)).toEqual(first)
    expect(b.cache.statistics()).toEqual({ asked: 1, fetched: 0, shared: 1, failed: 0 })
    await until(() => Date.now() - first.fetchedAt >= 400)
    // Fresh only as long as the answer itself, not from when it was taken over.
    expect((await ask(b, 400)).freshness).toEqual({ state: 'refreshing' })
    await until(() => source.calls === 2)
  })

  it('gives a new instance what is there at once, and the refresh behind it to all', async () => {
    const a = await instance()
    const first = await ask(a, 1)
    const release = source.hold()
    const restarted = await instance()
    await until(() => Date.now() > first.fetchedAt + 1)
    const served = await ask(restarted, 1)
    expect(served).toMatchObject({ value: { call: 1 }, fetchedAt: first.fetchedAt })
    expect(served.freshness.state).toBe('refreshing')
    await until(() => source.calls === 2)
    release()
    await until(() => restarted.cache.statistics().fetched === 1)
    await expect.poll(async () => (await ask(restarted)).value.call).toBe(2)
    expect((await ask(await instance())).value.call).toBe(2)
    expect(source.calls).toBe(2)
  })

  it('shares a failure and its pause, so that two instances ask no more often than one', async () => {
    const [a, b] = [await instance(), await instance()]
    source.failure = new CallboardError('ALLO_FAILED', 'down', { requestId: 'req_7', retryAfterSeconds: 9 })
    await expect(ask(a)).rejects.toMatchObject({ code: 'ALLO_FAILED' })
    for (let n = 0; n < 20; n += 1) {
      const failed = expect(ask(b)).rejects
      await failed.toMatchObject({ code: 'ALLO_FAILED', requestId: 'req_7', retryAfterSeconds: 9, message: 'down' })
    }
    expect(source.calls).toBe(1)
    source.failure = null
    // The pause after a first failure is two seconds, wherever it was met.
    await expect
      .poll(
        () =>
          ask(b).then(
            answer => answer.value.call,
            () => 0,
          ),
        { timeout: 5_000 },
      )
      .toBe(2)
    expect((await ask(a)).value.call).toBe(2)
    expect(source.calls).toBe(2)
  })

  it('takes over from an instance that died while it asked', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const [dying, other] = [await instance(road.url), await instance()]
    source.hold()
    const lost = ask(dying).catch(() => null)
    await until(() => source.calls === 1)
    const waiting = ask(other)
    await road.close()
    source.held = null
    expect((await waiting).value).toEqual({ call: 2 })
    void lost
  }, 15_000)

  it('lets another instance ask when the reader here has left, and holds it against nobody', async () => {
    const [a, b] = [await instance(), await instance()]
    source.hold()
    const leaving = new AbortController()
    const left = expect(ask(a, MINUTE, 'q', leaving.signal)).rejects.toThrow()
    await until(() => source.calls === 1)
    const waiting = ask(b)
    source.held = null
    leaving.abort()
    await left
    expect(await waiting).toMatchObject({ value: { call: 2 }, freshness: { state: 'fresh' } })
  })

  it('does not share what is too long, and answers all the same', async () => {
    const [a, b] = [await instance(), await instance()]
    const long = async () => 'x'.repeat(1_000_001)
    const answers = await Promise.all([a, b].map(({ cache }) => cache.ask('long', { freshFor: MINUTE }, long)))
    expect(answers.map(answer => answer.value.length)).toEqual([1_000_001, 1_000_001])
    expect((await a.link.attempt(client => client.keys(`${prefix}*long`)))?.value).toEqual([])
  })

  it('keeps workspaces apart', async () => {
    const a = await instance()
    prefix = ownPrefix()
    const b = await instance()
    await ask(a)
    expect((await ask(b)).value.call).toBe(2)
  })

  it.each([
    ['one key', { key: 'item a*' }, ['item a*'], ['item ab', 'items a*']],
    ['all that start so', { prefix: 'item ' }, ['item a*', 'item ab'], ['items a*']],
    ['signs that patterns know', { prefix: 'item a*' }, ['item a*'], ['item ab', 'items a*']],
  ])('forgets in every instance and in Redis: %s', async (_name, what, gone, kept) => {
    const [a, b] = [await instance(), await instance()]
    const first = new Map<string, number>()
    for (const key of [...gone, ...kept]) {
      first.set(key, (await ask(a, MINUTE, key)).value.call)
      await ask(b, MINUTE, key)
    }
    await a.cache.forget(what)
    const third = await instance()
    for (const key of kept) expect((await ask(third, MINUTE, key)).value.call).toBe(first.get(key))
    for (const key of gone) {
      const anew = (await ask(a, MINUTE, key)).value.call
      expect(anew).toBeGreaterThan(first.get(key) ?? 0)
      await expect.poll(async () => (await ask(b, MINUTE, key)).value.call).toBe(anew)
    }
  })

  it('fetches once more what was forgotten while it was fetched elsewhere', async () => {
    const [a, b] = [await instance(), await instance()]
    const release = source.hold()
    const asked = ask(a)
    await until(() => source.calls === 1)
    await b.cache.forget({ key: 'q' })
    await until(() => source.calls === 1)
    const later = ask(b)
    await until(() => source.calls === 2)
    release()
    expect((await later).value.call).toBe(2)
    expect((await asked).value.call).toBe(3)
  })

  it('tells those who were cut off what was forgotten meanwhile', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const [a, b] = [await instance(), await instance(road.url)]
    await ask(a)
    await ask(b)
    road.delay = Number.POSITIVE_INFINITY
    await b.link.attempt(client => client.ping())
    expect(b.link.isUp()).toBe(false)
    await a.cache.forget({ prefix: '' })
    expect((await ask(b)).value.call).toBe(1)
    road.delay = 0
    await expect.poll(async () => (await ask(b)).value.call, { timeout: 10_000 }).toBe(2)
  }, 15_000)

  it('says later what was forgotten while Redis was away', async () => {
    const [a, b] = [await instance(), await instance()]
    await ask(a)
    await ask(b)
    await server.stop()
    await a.cache.forget({ key: 'q' })
    expect((await ask(a)).value.call).toBe(2)
    expect((await ask(b)).value.call).toBe(1)
    await server.start()
    await expect.poll(async () => (await ask(b)).value.call, { timeout: 10_000 }).toBeGreaterThan(1)
  }, 15_000)

  it('answers from own memory while Redis is away, slow, or just gone, and fails nobody', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const [a, b] = [await instance(road.url), await instance(road.url)]
    await ask(a)
    const asks: Promise<unknown>[] = []
    const round = (name: string) => {
      for (let n = 0; n < 50; n += 1) asks.push(ask(a, MINUTE, `${name} ${n}`), ask(b, MINUTE, `${name} ${n}`))
    }
    round('up')
    road.delay = 60_000
    round('slow')
    await until(() => !a.link.isUp())
    road.delay = Number.POSITIVE_INFINITY
    round('silent')
    await server.stop()
    round('stopped')
    await Promise.all(asks)
    road.delay = 0
    await server.start()
    await until(() => a.link.isUp() && b.link.isUp())
    const before = source.calls
    await Promise.all([ask(a, MINUTE, 'back'), ask(b, MINUTE, 'back')])
    expect(source.calls).toBe(before + 1)
    expect([a.news, b.news]).toEqual([
      ['away', 'back'],
      ['away', 'back'],
    ])
  }, 20_000)
})
