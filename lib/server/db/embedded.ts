import 'server-only'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database } from './database'
import * as schema from './schema'

/** What everything asks, on top of a Postgres inside this process. */
export function embedded(client: PGlite, { check, close }: Pick<Database, 'check' | 'close'>): Database {
  let writes = 0
  const logger = {
    logQuery(text: string) {
      if (!text.startsWith('select')) writes += 1
    },
  }
  const db = drizzle(client, { schema, logger })
  return {
    db,
    engine: 'embedded',
    transaction: run => db.transaction(run),
    alone(run) {
      writes += 1
      return client.transaction(tx => run(async (text, values) => (await tx.query<never>(text, values)).rows))
    },
    check,
    writes: () => writes,
    async ping() {
      check()
      await client.query('select 1')
    },
    close,
  }
}
