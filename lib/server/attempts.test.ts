import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startRedis } from '@/scripts/services/redis.mjs'
import { type Attempts, clearAttempts, countAttempt, createAttempts } from './attempts'
import { forgetAll } from './remember'
import { openLink, ownPrefix, until } from './shared/test-kit'
import { setTestEnv } from './test-kit'

const redis = await startRedis({ own: true })
const MINUTE = 60_000

describe('attempts to sign in', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-04-22T10:00:00Z') })
    setTestEnv()
  })
  afterEach(() => {
    vi.useRealTimers()
    forgetAll()
  })

  it('are five in a quarter of an hour for an account, wherever they come from', async () => {
    for (let n = 0; n < 5; n += 1) expect(await countAttempt('ana@example.com', `203.0.113.${n}`)).toBe(0)
    expect(await countAttempt('ana@example.com', '203.0.113.9')).toBe(900)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(await countAttempt('ana@example.com', null)).toBe(300)
    expect(await countAttempt('ben@example.com', null)).toBe(0)
    await vi.advanceTimersByTimeAsync(5 * MINUTE + 1)
    expect(await countAttempt('ana@example.com', null)).toBe(0)
  })

  it('start anew for an account that was opened', async () => {
    for (let n = 0; n < 5; n += 1) await countAttempt('ana@example.com', null)
    await clearAttempts('ana@example.com')
    expect(await countAttempt('ana@example.com', null)).toBe(0)
  })

  it.each([
    ['of the internet', '203.0.113.7', '0', 30],
    ['of the internet, IPv6', '2001:db8::7', '0', 30],
    ['that a trusted proxy names', '10.0.0.7', '1', 30],
    ['of this machine', '127.0.0.1', '0', 300],
    ['of this machine, IPv6', '::1', '0', 300],
    ['of this machine, IPv4 in IPv6', '::ffff:127.0.0.1', '0', 300],
    ['of a private network', '10.1.2.3', '0', 300],
    ['of a container network', '172.18.0.5', '0', 300],
    ['of a container network, IPv4 in IPv6', '::ffff:172.18.0.5', '0', 300],
    ['just beside a private network', '172.32.0.5', '0', 30],
    ['of a private network, IPv6', 'fd12:3456::1', '0', 300],
    ['unknown', null, '0', 300],
    ['empty', '', '0', 300],
    ['that is none', 'unknown', '1', 300],
  ] as const)('from an address %s (%s, trust %s) are %i', async (_name, address, trust, most) => {
    setTestEnv({ CALLBOARD_TRUST_PROXY: trust })
    let allowed = 0
    for (let n = 0; n < 310; n += 1) if ((await countAttempt(`a${n}@example.com`, address)) === 0) allowed += 1
    expect(allowed).toBe(most)
  })

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 30],
    ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:9', 30],
    ['2001:db8::1', '2001:db8:0:0:1::', 30],
    ['203.0.113.7', '::ffff:203.0.113.7', 30],
    ['203.0.113.7', '::FFFF:cb00:7107', 30],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 60],
    ['2001:db8:1:2::1', '2001:db8::2:0:0:1', 60],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8', 60],
  ])('from %s and %s are %i together', async (one, other, most) => {
    let allowed = 0
    for (let n = 0; n < 100; n += 1)
      if ((await countAttempt(`a${n}@example.com`, n % 2 ? one : other)) === 0) allowed += 1
    expect(allowed).toBe(most)
  })

  it.each([
    ['one after the other', false],
    ['at once', true],
  ])('that are refused to an address leave nothing behind (%s)', async (_name, atOnce) => {
    const tries = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => () => countAttempt(`a${from + n}@example.com`, '203.0.113.7'))
    if (atOnce) await Promise.all(tries(0, 500).map(one => one()))
    else for (const one of tries(0, 500)) await one()
    // A timer for each of 30 accounts, and one for the address.
    expect(vi.getTimerCount()).toBe(31)
  })

  it('on one account do not use up what others behind the same address need', async () => {
    await Promise.all(Array.from({ length: 1000 }, () => countAttempt('ana@example.com', '10.0.0.1')))
    expect(await countAttempt('ben@example.com', '10.0.0.1')).toBe(0)
  })

  it('from an address that may not try any more do not lock an account', async () => {
    for (let n = 0; n < 30; n += 1) await countAttempt(`a${n}@example.com`, '203.0.113.7')
    for (let n = 0; n < 20; n += 1) expect(await countAttempt('ana@example.com', '203.0.113.7')).toBe(900)
    expect(await countAttempt('ana@example.com', '203.0.113.8')).toBe(0)
  })
})

describe.skipIf(redis === null)('attempts at two instances with one Redis', () => {
  const server = redis ?? { url: '', start: async () => {}, stop: async () => {} }
  const open: { close(): Promise<void> }[] = []
  let prefix = ''

  async function instance(): Promise<Attempts & { isUp(): boolean }> {
    const { link, close } = await openLink(server.url, prefix)
    open.push({ close })
    return { ...createAttempts({ link, prefix }), isUp: () => link.isUp() }
  }
  const allowed = (waits: number[]) => waits.filter(wait => wait === 0).length

  beforeAll(() => server.start())
  beforeEach(() => {
    setTestEnv()
    prefix = ownPrefix()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()))
    forgetAll()
  })
  afterAll(() => server.stop())

  it('let no more than five of a thousand at one account through, while others sign in', async () => {
    const both = [await instance(), await instance()]
    const at = (n: number) => both[n % 2]?.count('ana@example.com', `203.0.113.${n % 250}`) ?? Promise.resolve(1)
    const burst = Promise.all(Array.from({ length: 1000 }, (_, n) => at(n)))
    const others = Promise.all(both.map((one, n) => one.count(`other${n}@example.com`, '198.51.100.1')))
    expect(allowed(await others)).toBe(2)
    const waits = await burst
    expect(allowed(waits)).toBe(5)
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(900)
  })

  it('count the address together, and clear together', async () => {
    const [a, b] = [await instance(), await instance()]
    for (let n = 0; n < 15; n += 1) {
      expect(await a.count(`a${n}@example.com`, '203.0.113.7')).toBe(0)
      expect(await b.count(`b${n}@example.com`, '203.0.113.7')).toBe(0)
    }
    expect(await a.count('ana@example.com', '203.0.113.7')).toBeGreaterThan(890)
    for (let n = 0; n < 5; n += 1) await b.count('ana@example.com', '203.0.113.8')
    expect(await a.count('ana@example.com', '203.0.113.8')).toBeGreaterThan(890)
    await a.clear('ana@example.com')
    expect(await b.count('ana@example.com', '203.0.113.8')).toBe(0)
  })

  it('are kept under short keys that name nobody', async () => {
    const { link, close } = await openLink(server.url, prefix)
    open.push({ close })
    await createAttempts({ link, prefix }).count(`${'x'.repeat(200)}@example.com`, '203.0.113.7')
    const keys = await link.client.keys(`${prefix}a*`)
    expect(keys).toHaveLength(2)
    for (const key of keys) expect(key.slice(prefix.length)).toMatch(/^[\w:.-]{1,40}$/)
  })

  it('keep to the limit of each while Redis is away, and fail nobody', async () => {
    const [a, b] = [await instance(), await instance()]
    const burst = (one: Attempts, account: string) =>
      Promise.all(Array.from({ length: 100 }, () => one.count(account, '203.0.113.7')))
    expect(allowed(await burst(a, 'ben@example.com'))).toBe(5)
    await server.stop()
    for (const one of [a, b]) expect(allowed(await burst(one, 'ana@example.com'))).toBe(5)
    // What was tried before is not forgotten with Redis.
    expect(allowed(await burst(a, 'ben@example.com'))).toBe(0)
    await server.start()
    await until(() => a.isUp() && b.isUp())
    await a.clear('ana@example.com')
    expect(await b.count('ana@example.com', '203.0.113.7')).toBe(0)
  })
})
