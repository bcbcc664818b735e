import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { isDown, sqlState } from './storage-error'

const TRY_EVERY = 1000

/** Which server and database an address means, without who signs in or how. */
export function serverIn(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'this machine'}${pathname}`
}

/** SQLSTATE classes of a server that answers and says no: 28 who signs in, 3D which database. Waiting does not help. */
const refused = (thrown: unknown) => /^(28|3D)/.test(sqlState(thrown) ?? '')

/**
 * Does the first work with a Postgres server, which may still be starting.
 *
 * @param work done anew until the server answers
 * @param patience how long to wait for the server, in milliseconds
 * @param onWait called once, with why
 * @throws Error in words, without the password, when the server refuses or does not answer in time
 */
export async function awaitPostgres(
  url: string,
  work: () => Promise<void>,
  patience: number,
  onWait: (reason: string) => void,
): Promise<void> {
  const end = performance.now() + patience
  for (let told = false; ; told = true) {
    try {
      return await work()
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message || String(sqlState(thrown)) : String(thrown)
      if (refused(thrown)) throw new Error(`The Postgres server of ${serverIn(url)} refuses: ${reason}.`)
      if (!isDown(thrown)) throw thrown
      if (performance.now() + TRY_EVERY > end) {
        const seconds = Math.round(patience / 1000)
        throw new Error(
          `The Postgres server of ${serverIn(url)} did not answer within ${seconds} seconds: ${reason}. Start it, or correct DATABASE_URL.`,
        )
      }
      if (!told) onWait(reason)
      await wait(TRY_EVERY)
    }
  }
}
