import 'server-only'
import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { lockFolder } from './data-lock'
import type { Database } from './database'
import { ensureDatabaseFolder } from './database-folder'
import { embedded } from './embedded'

/** Without -F an acknowledged write is on disk, and survives a power cut too. The usual 128 MB of buffers would all be resident. */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  '-c',
  'shared_buffers=16MB',
]

/**
 * Opens the Postgres that lives in a data directory, inside this process and for it alone; makes it if there is none.
 * Migrations are the caller's.
 *
 * @param folder the data directory; made, with the folders above it, if it is not there
 * @param wish as of lockFolder
 * @throws DataHeld when another process uses it; Error in words when it cannot be made
 */
export async function openEmbedded(folder: string, wish: Parameters<typeof lockFolder>[1]): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder, wish)
  try {
    const client = await PGlite.create({
      dataDir: await ensureDatabaseFolder(folder),
      startParams: START_PARAMETERS,
    })
    return embedded(client, {
      check: lock.check,
      async close() {
        await client.close()
        await lock.release()
      },
    })
  } catch (thrown) {
    await lock.release()
    throw thrown
  }
}
