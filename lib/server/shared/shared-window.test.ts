import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Budget, createBudget } from '@/lib/server/budget'
import { startRedis } from '@/scripts/services/redis.mjs'
import { SharedWindow } from './shared-window'
import { IMPATIENT, openSide, ownPrefix, Road, type Side, until } from './test-kit'

const redis = await startRedis({ own: true })
const LIMITS = { get: 18, other: 4 }
/** Nearly a second, which is Allo's window: on a busy machine a request may start a little after it was let in. */
const WINDOW = 900

interface Instance extends Side {
  budget: Budget
  windows: Map<string, SharedWindow>
}

/** The most starts that any window holds, by trying every window that begins at a start. */
function busiest(starts: number[]): number {
  return Math.max(0, ...starts.map(from => starts.filter(at => at >= from && at < from + WINDOW).length))
}

describe.skipIf(redis === null)('the rate budget of several instances', () => {
  const server = redis ?? { url: '', start: async () => {}, stop: async () => {} }
  const open: { close(): Promise<void> }[] = []
  let prefix = ''

  async function instance(url = server.url, known = 2): Promise<Instance> {
    const side = await openSide(url, prefix, known, url === server.url ? undefined : IMPATIENT)
    open.push(side)
    const windows = new Map<string, SharedWindow>()
    const windowOf = (lane: string) => {
      const window = new SharedWindow(side.link, side.instances, prefix, lane)
      windows.set(lane, window)
      return window
    }
    return { ...side, windows, budget: createBudget(LIMITS, windowOf) }
  }

  /** Keeps every instance as busy as it may be, until told to stop; answers when each request started. */
  function press(instances: Instance[], lane: 'get' | 'other') {
    const starts = instances.map(() => [] as number[])
    let going = true
    const workers = instances.flatMap(({ budget }, index) =>
      Array.from({ length: 4 }, async () => {
        while (going) {
          await budget.enter(lane, { priority: 'interactive' })
          starts[index]?.push(performance.now())
        }
      }),
    )
    const finish = async () => {
      going = false
      await Promise.all(workers)
      return starts
    }
    return { starts, finish }
  }

  beforeAll(() => server.start())
  beforeEach(() => {
    prefix = ownPrefix()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()))
    await server.start()
  })
  afterAll(() => server.stop())

  it('holds summed over three instances, wastes none, and leaves nobody out', async () => {
    const instances = await Promise.all([instance(), instance(), instance()])
    const { starts, finish } = press(instances, 'get')
    await until(() => starts.flat().length >= 80)
    const each = await finish()
    const all = each.flat()
    expect(busiest(all)).toBeLessThanOrEqual(LIMITS.get)
    expect(busiest(all)).toBeGreaterThan(LIMITS.get / 2)
    expect(Math.min(...each.map(own => own.length))).toBeGreaterThan(5)
  })

  it('counts lanes apart', async () => {
    const [a, b] = [await instance(), await instance()]
    await Promise.all(Array.from({ length: LIMITS.get }, () => a.budget.enter('get', { priority: 'screen' })))
    await b.budget.enter('other', { priority: 'screen' })
    expect(b.budget.statistics().other.waiting).toBe(0)
  })

  it('lets every instance stand still after a 429 to one', async () => {
    const [a, b] = [await instance(), await instance()]
    await Promise.all([a, b].map(({ budget }) => budget.enter('other', { priority: 'interactive' })))
    a.budget.pause('other', 60_000)
    await a.link.attempt(client => client.ping())
    const leaving = new AbortController()
    let entered = false
    const waiting = b.budget.enter('other', { priority: 'interactive', signal: leaving.signal }).then(
      () => {
        entered = true
      },
      () => {},
    )
    // A shorter pause does not end the longer one.
    b.budget.pause('other', 1)
    await b.link.attempt(client => client.ping())
    await wait(50)
    leaving.abort()
    await waiting
    expect(entered).toBe(false)
    await b.budget.enter('get', { priority: 'interactive' })
  })

  it('never holds more through an outage: Redis stops, stays away, and comes back', async () => {
    const instances = await Promise.all([instance(), instance()])
    const { starts, finish } = press(instances, 'get')
    const count = () => starts.flat().length
    const more = async (requests: number) => {
      const before = count()
      await until(() => count() >= before + requests)
    }
    await more(30)
    await server.stop()
    await more(40)
    await server.start()
    await more(60)
    const all = (await finish()).flat()
    expect(busiest(all)).toBeLessThanOrEqual(LIMITS.get)
    expect(instances.map(({ news }) => news)).toEqual([
      ['away', 'back'],
      ['away', 'back'],
    ])
  }, 30_000)

  it('never holds more while one instance alone is cut off', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const instances = [await instance(), await instance(road.url)]
    const [here, there] = instances
    const { starts, finish } = press(instances, 'get')
    await until(() => starts.every(own => own.length > 10))
    road.delay = Number.POSITIVE_INFINITY
    await until(() => there?.link.isUp() === false)
    const [before, cut] = starts.map(own => own.length)
    await until(() => (starts[1]?.length ?? 0) > (cut ?? 0) + 25)
    expect(starts[0]?.length).toBeGreaterThan(before ?? 0)
    road.delay = 0
    await until(() => there?.link.isUp() === true)
    const back = starts[1]?.length ?? 0
    await until(() => (starts[1]?.length ?? 0) > back + 20)
    expect(busiest((await finish()).flat())).toBeLessThanOrEqual(LIMITS.get)
    expect(here?.news).toEqual([])
  }, 30_000)

  it('leaves each its share while nothing was ever shared, at least one', async () => {
    await server.stop()
    const [four, many] = [await instance(server.url, 4), await instance(server.url, 100)]
    expect(four.budget.statistics()).toMatchObject({ get: { perSecond: 4 }, other: { perSecond: 1 } })
    expect(many.budget.statistics()).toMatchObject({ get: { perSecond: 1 }, other: { perSecond: 1 } })
    // By the turns it noted: by when requests started, a stalled machine would look like a fifth.
    const held: number[] = []
    for (let turn = 0; turn < 9; turn += 1) {
      await four.budget.enter('get', { priority: 'interactive' })
      held.push(four.windows.get('get')?.recent().length ?? 0)
    }
    expect(Math.max(...held)).toBe(4)
  })

  it('knows how many instances there are, and learns at once of one that leaves', async () => {
    const [a, b] = [await instance(), await instance()]
    await until(() => a.instances.alive() === 2 && b.instances.alive() === 2)
    await b.close()
    await until(() => a.instances.alive() === 1)
  })

  it('counts a slow turn from when it was used', async () => {
    const road = await Road.to(server.url)
    open.push(road)
    const [near, far] = [await instance(), await instance(road.url)]
    road.delay = 400
    const slow = press([far], 'other')
    await until(() => slow.starts.flat().length > 6)
    road.delay = 0
    const both = press([near], 'other')
    await until(() => both.starts.flat().length > 6)
    const all = (await Promise.all([slow.finish(), both.finish()])).flat(2)
    expect(busiest(all)).toBeLessThanOrEqual(LIMITS.other)
    expect(far.news).toEqual([])
  }, 30_000)
})
