import { syncState } from '@/lib/server/db/allo-schema'
import { migrate } from '@/lib/server/db/migrate'
import { openEmbedded } from '@/lib/server/db/open-embedded'
import { openPostgres } from '@/lib/server/db/open-postgres'

/*
 Writes one row after another, from `first` to `last`, and prints each number once it is acknowledged. With `count`, only
 prints the numbers that are there.
   durability-writer.ts <data folder or postgres URL> <first> <last>
   durability-writer.ts <data folder or postgres URL> count
*/
const [place = '', first = '', last = ''] = process.argv.slice(2)
const wish = { purpose: 'bench', onLost: () => process.exit(1) }
const database = place.startsWith('postgres:') ? openPostgres(place) : await openEmbedded(place, wish)
await migrate(database)
if (first === 'count') {
  for (const { source } of await database.db.select().from(syncState)) console.log(source)
} else {
  for (let number = Number(first); number <= Number(last); number += 1) {
    await database.transaction(tx => tx.insert(syncState).values({ source: String(number), state: { number } }))
    // Straight to the pipe: what was printed is out, even if the next instruction is the last.
    process.stdout.write(`${number}\n`)
  }
}
await database.close()
