import 'server-only'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { awaitPostgres } from './await-postgres'
import { grantBackupWishes, removeOldWishes } from './backup-wish'
import type { Database } from './database'
import { migrate } from './migrate'
import { openEmbedded } from './open-embedded'
import { openPostgres } from './open-postgres'

/** How long a Postgres server may take to come up, in milliseconds. */
const PATIENCE = 60_000

/** The data directory is somebody else's now: nothing more may be written, not even by what is under way. */
function giveUp(reason: string): never {
  process.stderr.write(`Callboard lost its data directory and stops, so as not to spoil it: ${reason}.\n`)
  process.exit(1)
}

async function openServer(url: string): Promise<Database> {
  const database = openPostgres(url, ({ message }) => log().warn({ event: 'database connection lost', message }))
  try {
    await awaitPostgres(
      url,
      () => migrate(database),
      PATIENCE,
      reason => log().warn({ event: 'waiting for the database', reason }),
    )
    return database
  } catch (thrown) {
    await database.close()
    throw thrown
  }
}

async function openFolder(folder: string, address: string): Promise<Database> {
  const database = await openEmbedded(folder, {
    purpose: 'server',
    address,
    onLost: giveUp,
    onWait: ({ pid, host, since }) =>
      log().warn({ event: 'the data directory has a holder; watching whether it lives', pid, host, since }),
  })
  try {
    await migrate(database)
    await removeOldWishes(folder)
  } catch (thrown) {
    await database.close()
    throw thrown
  }
  const stopGranting = grantBackupWishes(folder, database)
  return {
    ...database,
    async close() {
      await stopGranting()
      await database.close()
    },
  }
}

/**
 * Opens the database that the environment names, a Postgres server or the embedded one, and brings it up to date.
 *
 * @throws Error with a sentence for whoever starts the server
 */
export function openDatabase(): Promise<Database> {
  const { DATABASE_URL, CALLBOARD_DATA_DIR, NEXTAUTH_URL } = env()
  if (DATABASE_URL !== undefined) return openServer(DATABASE_URL)
  if (CALLBOARD_DATA_DIR === undefined) throw new Error('Neither DATABASE_URL nor CALLBOARD_DATA_DIR is set.')
  return openFolder(CALLBOARD_DATA_DIR, NEXTAUTH_URL)
}
