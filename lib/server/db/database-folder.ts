import 'server-only'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Lies beside the server's working directory, in development as in the standalone build. */
const SCRIPT = join(process.cwd(), 'lib/server/db/make-database.mjs')
const UNFINISHED = 'database.new-'

/**
 * Makes sure that a data directory holds a complete database: one that was begun and not finished is thrown away and made
 * anew. The memory that this takes belongs to a process that has ended when we return.
 *
 * @param folder the data directory; exists and is locked by us
 * @returns the folder of the database
 * @throws Error in words when it cannot be made
 */
export async function ensureDatabaseFolder(folder: string): Promise<string> {
  const database = join(folder, 'database')
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
  }
  if (existsSync(join(database, 'PG_VERSION'))) return database
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`)
  try {
    await promisify(execFile)(process.execPath, [SCRIPT, unfinished])
  } catch (thrown) {
    const said = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr).trim() : String(thrown)
    throw new Error(`The embedded database could not be made in ${folder}. ${said.split('\n').at(-1)}`)
  }
  await rename(unfinished, database)
  if (process.platform === 'win32') return database
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
  return database
}
