import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '@/lib/server/db/restore'
import { command, openData, whereDataIs } from './open-data'

/*
 npm run restore -- file              into an empty database: the one that the environment names, as for npm start
 npm run restore -- file --replace    also into one that is not empty, which loses what it holds
*/

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } })
  const [name] = positionals
  if (name === undefined) throw new Error('Say which file: npm run restore -- callboard-2026-11-22T0900.jsonl.gz')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  const database = await openData(whereDataIs(), 'restore')
  try {
    const { rows, madeAt } = await restoreBackup(database, file, values.replace ?? false)
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`Restored ${total} rows as of ${madeAt}. Servers that run on this database have to be started anew.`)
  } finally {
    await database.close()
  }
})
