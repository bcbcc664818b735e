import { temporaryFolder } from '../servers.mjs'
import { startPostgres } from '../services/postgres.mjs'
import { residentMemory } from './stats.mjs'
import { openWorld, wait } from './world.mjs'

const PAGES = 200
/** Seconds of quiet after which memory counts as settled. */
const QUIET = 60

/** Memory of a server in MiB after a number of whole pages, one after the other, and a while of quiet. */
async function settle(world) {
  for (let page = 0; page < PAGES; page++) {
    const path = page % 2 ? '/outbound' : '/outbound?period=last-month'
    const response = await fetch(world.origin + path, { headers: { cookie: world.cookie } })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
    await response.text()
  }
  const busy = residentMemory(world.pid)
  await wait(QUIET * 1000)
  return [
    { value: residentMemory(world.pid), unit: 'MiB' },
    { value: busy, unit: 'MiB' },
  ]
}

async function inWorldOf(options) {
  const world = await openWorld(options)
  try {
    return await settle(world)
  } finally {
    await world.close()
  }
}

/** Memory of one server that has settled: with the embedded database, after its very first start and a later one, and without. */
export async function measureSettled(world) {
  const postgres = await startPostgres()
  try {
    const kinds = [
      ['embedded database, first start', 450, await inWorldOf({ dataDir: temporaryFolder({ isEmpty: true }) })],
      ['embedded database, later start', 450, await settle(world)],
    ]
    if (postgres) kinds.push(['Postgres', 250, await inWorldOf({ env: { DATABASE_URL: postgres.url } })])
    return kinds.flatMap(([name, atMost, [settled, busy]]) => [
      { what: `memory, ${name}: ${PAGES} pages and ${QUIET} s of quiet`, ...settled, goal: { atMost } },
      { what: `  right after the pages`, ...busy },
    ])
  } finally {
    await postgres?.end()
  }
}
