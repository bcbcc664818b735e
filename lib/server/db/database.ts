import 'server-only'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { CallboardError } from '@/lib/errors'
import { remember, replace } from '@/lib/server/remember'
import type { Ask } from './plain-sql'
import type * as schema from './schema'
import { toStorageError } from './storage-error'

/** What queries are written against; the same for both engines. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

/** An open database. */
export interface Database {
  db: Db
  engine: 'embedded' | 'postgres'
  /** What `transaction` below calls; drizzle's own loses connections of a pool. */
  transaction<T>(run: (tx: Db) => Promise<T>): Promise<T>
  /** Runs plain SQL as one transaction, without the limits on time that requests have: migrations, backup, restore. */
  alone<T>(run: (ask: Ask) => Promise<T>): Promise<T>
  /** Throws STORAGE_DOWN when the data directory is no longer ours to write to; costs next to nothing. */
  check(): void
  /**
   * How many statements that may have changed something this process has begun; null where others write as well. What was
   * read while the number stood at its present value still holds.
   */
  writes(): number | null
  /** Asks for nothing; rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

interface Holder {
  database: Database | null
}

const holder = () => remember<Holder>('database', () => ({ database: null }))

/** Makes an open database the one that everything asks. */
export function installDatabase(database: Database | null): void {
  replace('database', { database })
}

/** The open database; null before the start has opened it, and in tests that need none. */
export function findDatabase(): Database | null {
  return holder().database
}

async function ask<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const database = findDatabase()
  if (!database) throw new CallboardError('STORAGE_DOWN', 'the database is not open')
  try {
    database.check()
    return await run(database)
  } catch (thrown) {
    throw toStorageError(thrown)
  }
}

/**
 * The one door to the database: runs queries against it.
 *
 * @throws CallboardError STORAGE_DOWN when it is not open or does not answer; anything else that the queries throw
 */
export function query<T>(run: (db: Db) => Promise<T>): Promise<T> {
  return ask(database => run(database.db))
}

/** As query, all or nothing. */
export function transaction<T>(run: (tx: Db) => Promise<T>): Promise<T> {
  return ask(database => database.transaction(run))
}
