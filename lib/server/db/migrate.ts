import 'server-only'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database } from './database'
import { MIGRATIONS } from './migrations-folder'
import type { Ask } from './plain-sql'

/** Names the advisory lock under which migrations run: any constant of our own. */
const LOCK = 4_207_001

/** drizzle's own table, so that its tools read it too. `created_at` is the moment that the migration was written. */
const TABLE = 'drizzle.__drizzle_migrations'

/** The moments of the migrations that this version knows, in epoch milliseconds, oldest first. */
export function knownMigrations(): number[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis)
}

async function appliedMigrations(ask: Ask): Promise<number[]> {
  await ask('create schema if not exists drizzle')
  await ask(`create table if not exists ${TABLE} (id serial primary key, hash text not null, created_at bigint)`)
  const rows = await ask<{ moment: number }>(`select created_at::float8 as moment from ${TABLE} order by created_at`)
  return rows.map(({ moment }) => moment)
}

/**
 * Runs the migrations that are missing, in the transaction of `ask`: all of them or none. Instances that start together
 * wait here for one another, and all but the first find nothing to do.
 *
 * @param upTo the moment of the last one to run, for a backup of an older version; without it, all
 * @throws Error in words when the database was brought up to date by a newer version
 */
export async function migrateWith(ask: Ask, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  await ask('select pg_advisory_xact_lock($1)', [LOCK])
  const applied = new Set(await appliedMigrations(ask))
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS })
  const known = new Set(migrations.map(({ folderMillis }) => folderMillis))
  if ([...applied].some(moment => !known.has(moment))) {
    throw new Error(
      'The database was brought up to date by a newer version of Callboard. Start that version, or restore a backup made by this one.',
    )
  }
  for (const { folderMillis, sql, hash } of migrations) {
    if (applied.has(folderMillis) || folderMillis > upTo) continue
    for (const statement of sql) if (statement.trim() !== '') await ask(statement)
    await ask(`insert into ${TABLE} (hash, created_at) values ($1, $2)`, [hash, folderMillis])
  }
}

/** Forgets which migrations ran; for a restore, which drops the tables and makes them anew. */
export async function forgetMigrations(ask: Ask): Promise<void> {
  await appliedMigrations(ask)
  await ask(`delete from ${TABLE}`)
}

/** Brings an open database up to date. Throws as migrateWith. */
export function migrate(database: Database): Promise<void> {
  return database.alone(ask => migrateWith(ask))
}
