import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeBackup } from '@/lib/server/db/backup'
import { wishForBackup } from '@/lib/server/db/backup-wish'
import { DataHeld } from '@/lib/server/db/data-lock-holder'
import { migrate } from '@/lib/server/db/migrate'
import { command, openData, whereDataIs } from './open-data'

/*
 npm run backup                 to callboard-<date>.jsonl.gz in the current folder
 npm run backup -- some/file    to that file, which must not exist
*/

type Place = ReturnType<typeof whereDataIs>

async function back(where: Place, file: string): Promise<void> {
  const database = await openData(where, 'backup')
  try {
    await migrate(database)
    await writeBackup(database, file)
  } finally {
    await database.close()
  }
}

/** An embedded database in use is written by the server that uses it. */
async function backFromServer(folder: string, file: string, held: DataHeld): Promise<void> {
  if (held.holder.purpose !== 'server') throw held
  console.log(`Asking the running server (process ${held.holder.pid} on ${held.holder.host}) for the backup…`)
  await wishForBackup(folder, file)
}

await command(async () => {
  const date = new Date().toISOString().slice(0, 16).replaceAll(':', '')
  // npm runs us in the project's folder and says where it was called.
  const file = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? `callboard-${date}.jsonl.gz`)
  if (existsSync(file)) throw new Error(`${file} is there already. Name another file.`)
  const where = whereDataIs()
  if ('folder' in where && !existsSync(join(where.folder, 'database')))
    throw new Error(`There is no database in ${where.folder}.`)
  try {
    await back(where, file)
  } catch (thrown) {
    if (!(thrown instanceof DataHeld && 'folder' in where)) throw thrown
    await backFromServer(where.folder, file, thrown)
  }
  console.log(`Written to ${file}. It holds hashes of passwords and tokens: keep it as safe as the database.`)
})
