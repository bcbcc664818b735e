import 'server-only'
import { type BackupHeader, FORMAT, toLine, writeBackupFile } from './backup-file'
import type { Database } from './database'
import { knownMigrations } from './migrate'
import { type Ask, quoted } from './plain-sql'
import { tablesInOrder } from './tables'

/** Rows held in memory at a time. */
const AT_ONCE = 500

async function headerFor(ask: Ask): Promise<BackupHeader> {
  const rows: BackupHeader['rows'] = {}
  for (const table of tablesInOrder()) {
    const [counted] = await ask<{ rows: number }>(`select count(*)::float8 as rows from ${quoted(table)}`)
    rows[table] = counted?.rows ?? 0
  }
  const schema = knownMigrations().at(-1) ?? 0
  return { callboard: 'backup', format: FORMAT, schema, madeAt: new Date().toISOString(), rows }
}

async function* lines(ask: Ask, header: BackupHeader): AsyncGenerator<string> {
  yield JSON.stringify(header)
  for (const table of Object.keys(header.rows)) {
    await ask(`declare reading no scroll cursor for select to_jsonb(t)::text as row from ${quoted(table)} t`)
    for (;;) {
      const rows = await ask<{ row: string }>(`fetch ${AT_ONCE} from reading`)
      for (const { row } of rows) yield toLine(table, row)
      if (rows.length < AT_ONCE) break
    }
    await ask('close reading')
  }
}

/**
 * Writes everything that the database holds, as of one moment, to a file; the database is up to date and stays in use. (An
 * embedded one answers others only afterwards: some 20,000 rows a second.)
 *
 * @returns the header that was written
 * @throws what the database or the disk throws; there is then no file
 */
export function writeBackup(database: Database, file: string): Promise<BackupHeader> {
  return database.alone(async ask => {
    await ask('set transaction isolation level repeatable read, read only')
    await ask("set local time zone 'UTC'")
    const header = await headerFor(ask)
    await writeBackupFile(file, lines(ask, header))
    return header
  })
}
