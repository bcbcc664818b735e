import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import { Bus } from './bus'
import { Instances } from './instances'
import { RedisLink } from './redis-link'

/** One instance's side of what is shared, with the news it would have logged. */
export interface Side {
  link: RedisLink
  bus: Bus
  instances: Instances
  prefix: string
  news: string[]
  close(): Promise<void>
}

/** A prefix that no other test uses, so that a Redis given from outside can serve many. */
export const ownPrefix = () => `callboard-test:${crypto.randomUUID()}:`

/** Milliseconds; more than in the product, because tests share a machine with each other. */
const PATIENT = 10_000
/** For a link that is to be disappointed. */
export const IMPATIENT = 1_500

/** Nothing but the connection. */
export async function openLink(url: string, prefix: string, patience = PATIENT) {
  const news: string[] = []
  const link = new RedisLink({ url, probeKey: `${prefix}probe`, patience, tell: one => news.push(one.state) })
  await link.known()
  return { link, prefix, news, close: async () => link.close() }
}

/** Connects as one more instance. `known` is how many instances it believes in before Redis tells. */
export async function openSide(url: string, prefix: string, known = 1, patience = PATIENT): Promise<Side> {
  const { link, news } = await openLink(url, prefix, patience)
  const bus = new Bus(link, prefix)
  const instances = new Instances(link, prefix, known)
  return {
    link,
    bus,
    instances,
    prefix,
    news,
    async close() {
      await instances.close()
      bus.close()
      link.close()
    },
  }
}

/** Polls until something holds; for what comes behind, such as a new connection. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000, interval: 10 })
}

/** A way to Redis that can be made slow, silent, or cut. As on a real network, what was sent arrives in order or not at all. */
export class Road {
  private milliseconds = 0
  private heal = () => {}
  private healed = this.nextHealing()
  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(redisUrl: string): Promise<Road> {
    const { hostname, port } = new URL(redisUrl)
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address() as AddressInfo
    const road = new Road(server, `redis://127.0.0.1:${address.port}`)
    server.on('connection', near => road.join(near, connect({ host: hostname, port: Number(port) })))
    return road
  }

  /** Milliseconds that every answer takes longer; Infinity holds them until this is set again. */
  set delay(milliseconds: number) {
    this.milliseconds = milliseconds
    this.heal()
    this.healed = this.nextHealing()
  }

  private nextHealing(): Promise<void> {
    return new Promise(resolve => {
      this.heal = resolve
    })
  }

  private async way(): Promise<void> {
    if (this.milliseconds === 0) return
    const late = Number.isFinite(this.milliseconds) ? [wait(this.milliseconds)] : []
    await Promise.race([...late, this.healed])
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        this.sockets.delete(one)
        other.destroy()
      })
    }
    near.on('data', data => far.write(data))
    let before = Promise.resolve()
    far.on('data', data => {
      const way = this.way()
      before = before
        .then(() => way)
        .then(() => {
          near.write(data)
        })
    })
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise(resolve => this.server.close(resolve))
  }
}
