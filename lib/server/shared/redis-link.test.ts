import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startRedis } from '@/scripts/services/redis.mjs'
import { IMPATIENT, openLink, ownPrefix, Road, until } from './test-kit'

const redis = await startRedis({ own: true })
const open: { close(): Promise<void> }[] = []

async function side(url: string) {
  const one = await openLink(url, ownPrefix(), url === redis?.url ? undefined : IMPATIENT)
  open.push(one)
  return one
}

describe.skipIf(redis === null)('the connection to Redis', () => {
  const server = redis ?? { url: '', start: async () => {}, stop: async () => {} }
  beforeAll(() => server.start())
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()))
    await server.start()
  })
  afterAll(() => server.stop())

  it('passes on what Redis answers, null included', async () => {
    const { link, prefix } = await side(server.url)
    expect(await link.attempt(client => client.set(`${prefix}a`, '1', 'PX', 60_000))).toEqual({ value: 'OK' })
    expect(await link.attempt(client => client.get(`${prefix}a`))).toEqual({ value: '1' })
    expect(await link.attempt(client => client.get(`${prefix}b`))).toEqual({ value: null })
    expect(link.statistics()).toMatchObject({ connected: true, failures: 0, outages: 0 })
  })

  it('goes on without a Redis that was never there, and says so once', async () => {
    await server.stop()
    const { link, news } = await side(server.url)
    expect(await link.attempt(client => client.ping())).toBeNull()
    expect(news).toEqual(['away'])
    expect(link.statistics().connected).toBe(false)
    await server.start()
    await until(() => link.isUp())
    expect(news).toEqual(['away', 'back'])
  })

  it('notices that Redis has stopped and started, and says each once, however many ask', async () => {
    const { link, news } = await side(server.url)
    const changes: boolean[] = []
    link.onChange(up => changes.push(up))
    await server.stop()
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => link.attempt(client => client.ping())))
    expect(outcomes.every(outcome => outcome === null)).toBe(true)
    await server.start()
    await until(() => link.isUp())
    expect(await link.attempt(client => client.ping())).toEqual({ value: 'PONG' })
    expect(news).toEqual(['away', 'back'])
    expect(changes).toEqual([false, true])
    expect(link.statistics().outages).toBe(1)
  })

  it('lets a slow Redis cost one wait and not one for each request', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const { link, news } = await side(road.url)
    road.delay = 60_000
    const before = link.statistics().commands
    expect(await link.attempt(client => client.ping())).toBeNull()
    for (let request = 0; request < 500; request += 1) expect(await link.attempt(client => client.ping())).toBeNull()
    // The one that took too long; nobody else was sent at all.
    expect(link.statistics().commands).toBe(before + 1)
    road.delay = 0
    await until(() => link.isUp())
    expect(news).toEqual(['away', 'back'])
  })

  it('lets everybody go at once who waits for a Redis that has gone silent', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const { link } = await side(road.url)
    road.delay = Number.POSITIVE_INFINITY
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => link.attempt(client => client.ping())))
    expect(outcomes.every(outcome => outcome === null)).toBe(true)
    expect(link.statistics().outages).toBe(1)
    road.delay = 0
    await until(() => link.isUp())
    expect(await link.attempt(client => client.ping())).toEqual({ value: 'PONG' })
  })

  it('does not take its own standing still for a slow Redis', async () => {
    const { link, news, prefix } = await side(server.url)
    const asked = link.attempt(client => client.get(`${prefix}none`))
    const until = performance.now() + 600
    while (performance.now() < until);
    expect(await asked).toEqual({ value: null })
    expect(news).toEqual([])
  })

  it('stays away from a Redis that takes no writes', async () => {
    const { link } = await side(server.url)
    await link.attempt(client => client.config('SET', 'maxmemory', '1'))
    expect(await link.attempt(client => client.set('a', 'b'))).toBeNull()
    expect(link.isUp()).toBe(false)
    expect(link.statistics().outages).toBe(1)
    await server.stop()
  })
})
