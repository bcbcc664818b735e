import { startMiddlebox } from './middlebox'
import { startWallServer } from './wall'
import { test } from './world'

/** A server of its own for the tests of a file, and what lies between it and its screens, which spoils what it is told to. */
export interface SpoiledNetwork {
  server: Awaited<ReturnType<typeof startWallServer>>
  network: Awaited<ReturnType<typeof startMiddlebox>>
}

/** Starts both before the tests of the file that calls it, lets all through at the beginning of each, and stops them at the end. */
export function spoiledNetwork(): SpoiledNetwork {
  let started: SpoiledNetwork | undefined
  const get = () => {
    if (!started) throw new Error('Only within tests: nothing is started yet.')
    return started
  }
  test.beforeAll(async ({ allo }) => {
    const server = await startWallServer(allo.port)
    started = { server, network: await startMiddlebox(Number(new URL(server.url).port)) }
  })
  test.beforeEach(() => get().network.turn('pass'))
  test.afterAll(async () => {
    get().network.stop()
    await get().server.stop()
  })
  return {
    get server() {
      return get().server
    },
    get network() {
      return get().network
    },
  }
}
