import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/*
 * Runs as a short process of its own: making a database takes some 500 MB, which a process never gives back.
 * The one argument is the folder to make it in; it is complete and on disk when this ends with 0.
 */

function toDisk(path, isFolder) {
  // Windows cannot open a folder to bring it to disk, and need not.
  if (isFolder && process.platform === 'win32') return
  const file = openSync(path, isFolder ? 'r' : 'r+')
  fsyncSync(file)
  closeSync(file)
}

function allToDisk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) allToDisk(path)
    else if (entry.isFile()) toDisk(path, false)
  }
  toDisk(folder, true)
}

const folder = process.argv[2]
const startParams = PGlite.defaultStartParams.filter(parameter => parameter !== '-F')
const client = await PGlite.create({ dataDir: folder, startParams })
await client.query('checkpoint')
await client.close()
allToDisk(folder)
