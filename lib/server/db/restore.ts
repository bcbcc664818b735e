import 'server-only'
import { type BackupHeader, rowsOf, verifyBackupFile } from './backup-file'
import type { Database } from './database'
import { forgetMigrations, knownMigrations, migrateWith } from './migrate'
import { type Ask, quoted } from './plain-sql'
import { tablesThere } from './tables'

/** Rows written by one statement. */
const AT_ONCE = 500

async function makeRoom(ask: Ask, isToBeReplaced: boolean): Promise<void> {
  const tables = await tablesThere(ask)
  for (const table of isToBeReplaced ? [] : tables) {
    const [row] = await ask(`select 1 from ${quoted(table)} limit 1`)
    if (row === undefined) continue
    throw new Error(
      `The database is not empty: there are rows in ${table}. Restore into an empty one, or add --replace to give up what it holds. Nothing was changed.`,
    )
  }
  if (tables.length > 0) await ask(`drop table ${tables.map(quoted).join(', ')}`)
  await forgetMigrations(ask)
}

async function insert(ask: Ask, table: string, rows: string[]): Promise<void> {
  const name = quoted(table)
  await ask(
    `insert into ${name} overriding system value select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  )
}

async function load(ask: Ask, file: string): Promise<void> {
  let table = ''
  let rows: string[] = []
  for await (const next of rowsOf(file)) {
    if (next.table !== table || rows.length >= AT_ONCE) {
      if (rows.length > 0) await insert(ask, table, rows)
      table = next.table
      rows = []
    }
    rows.push(next.row)
  }
  if (rows.length > 0) await insert(ask, table, rows)
}

/** Numbers that the database gives out go on after the highest that was restored. */
async function setSequences(ask: Ask): Promise<void> {
  const columns = await ask<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`,
  )
  const ours = new Set(await tablesThere(ask))
  for (const { table, column } of columns.filter(each => ours.has(each.table))) {
    await ask(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(column)}), 0) + 1, false) from ${quoted(table)}`,
      [quoted(table), column],
    )
  }
}

/**
 * Puts a backup into a database, all or nothing, and brings it up to date: the tables are made as they were at the time
 * of the backup, filled, and then migrated like those of an installation that is upgraded.
 *
 * @param isToBeReplaced whether what the database holds may go; without it, it has to be empty
 * @throws Error in words when the file is damaged or of a newer version, or when the database is not empty
 */
export async function restoreBackup(database: Database, file: string, isToBeReplaced: boolean): Promise<BackupHeader> {
  const header = await verifyBackupFile(file)
  if (!knownMigrations().includes(header.schema)) {
    throw new Error(
      `${file} holds the tables of a newer version of Callboard. Restore it with that one. Nothing was changed.`,
    )
  }
  await database.alone(async ask => {
    await makeRoom(ask, isToBeReplaced)
    await migrateWith(ask, header.schema)
    await load(ask, file)
    await setSequences(ask)
    await migrateWith(ask)
  })
  return header
}
