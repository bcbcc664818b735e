import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { ROOT } from '../processes.mjs'

// Runs as a process of its own, since it takes half a gigabyte. The one argument is the file to write.
const client = await PGlite.create()
await migrate(drizzle(client), { migrationsFolder: join(ROOT, 'lib/server/db/migrations') })
const dump = await client.dumpDataDir('none')
writeFileSync(process.argv[2], Buffer.from(await dump.arrayBuffer()))
await client.close()
