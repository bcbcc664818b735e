import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inPackage, ROOT, run } from '../processes.mjs'

/*
 * Making an embedded database takes seconds and half a gigabyte. Tests start from one that is made once and kept until the
 * engine or the migrations change.
 */

const CACHE = join(ROOT, 'node_modules/.cache/callboard')
const MIGRATIONS = join(ROOT, 'lib/server/db/migrations')

function stamp() {
  const hash = createHash('sha256').update(readFileSync(inPackage('@electric-sql/pglite/package.json')))
  for (const name of readdirSync(MIGRATIONS).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(MIGRATIONS, name)))
  }
  return hash
    .update(readFileSync(join(MIGRATIONS, 'meta/_journal.json')))
    .digest('hex')
    .slice(0, 16)
}

/** The path of what `script` makes; made if it is not there, whole or not at all. Older ones are removed. */
function kept(kind, script) {
  const name = `${kind}-${stamp()}`
  const path = join(CACHE, name)
  if (existsSync(path)) return path
  mkdirSync(CACHE, { recursive: true })
  const part = `${path}.${process.pid}`
  if (run(process.execPath, [join(ROOT, script), part]) !== 0)
    throw new Error('The database that tests start from could not be made; the reason is above.')
  // Somebody else may have been faster; theirs is as good.
  if (existsSync(path)) rmSync(part, { recursive: true })
  else renameSync(part, path)
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith(`${kind}-`) && !old.startsWith(name)) rmSync(join(CACHE, old), { recursive: true, force: true })
  }
  return path
}

/** A migrated database as an uncompressed tar file, for PGlite's `loadDataDir`. Answers its path. */
export function databaseDump() {
  return kept('dump', 'scripts/services/make-dump.mjs')
}

/** Gives a data directory a database that was made before, unless it has one. */
export function prepareDataDir(dataDir) {
  const target = join(dataDir, 'database')
  if (existsSync(target)) return
  mkdirSync(dataDir, { recursive: true })
  cpSync(kept('database', 'lib/server/db/make-database.mjs'), target, { recursive: true })
}
