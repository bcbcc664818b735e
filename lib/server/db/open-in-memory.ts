import 'server-only'
import { PGlite } from '@electric-sql/pglite'
import type { Database } from './database'
import { embedded } from './embedded'

/**
 * Opens a Postgres in memory that is gone with the process.
 *
 * @param dump a data directory as a tar file to start from, which is much faster than making one
 */
export async function openInMemory(dump?: Blob): Promise<Database> {
  const client = await PGlite.create({
    loadDataDir: dump,
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  })
  return embedded(client, { check() {}, close: () => client.close() })
}
