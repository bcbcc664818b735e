import { awaitPostgres } from '@/lib/server/db/await-postgres'
import type { Database } from '@/lib/server/db/database'
import { openEmbedded } from '@/lib/server/db/open-embedded'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { readEnvironment } from './environment.mjs'

/** A server that is being started beside us may take a moment. */
const PATIENCE = 10_000

/** Which database the environment means: as `npm start` reads it. */
export function whereDataIs(): { url: string } | { folder: string } {
  readEnvironment()
  const { DATABASE_URL, CALLBOARD_DATA_DIR } = process.env
  return DATABASE_URL ? { url: DATABASE_URL } : { folder: String(CALLBOARD_DATA_DIR) }
}

/**
 * Opens that database for a command. It is not brought up to date.
 *
 * @throws Error in words; DataHeld when another process uses the data directory
 */
export async function openData(where: { url: string } | { folder: string }, purpose: string): Promise<Database> {
  if ('url' in where) {
    const database = openPostgres(where.url)
    const once = () => database.alone(async ask => void (await ask('select 1')))
    await awaitPostgres(where.url, once, PATIENCE, reason => console.error(`Waiting for Postgres: ${reason}`))
    return database
  }
  return openEmbedded(where.folder, {
    purpose,
    onLost(reason) {
      console.error(`Stopped: the data directory was lost (${reason}).`)
      process.exit(1)
    },
    onWait: ({ pid, host }) =>
      console.error(`Looking whether process ${pid} on ${host} still uses the data directory…`),
  })
}

/** Runs a command; what it throws is told in one sentence, and the process ends with 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown))
    process.exitCode = 1
  }
}
