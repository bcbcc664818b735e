import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT, startNode } from '../processes.mjs'
import { temporaryFolder } from '../servers.mjs'
import { startPostgres } from '../services/postgres.mjs'

const WRITES = 1000
/** A writer is killed somewhere within so many of its writes. */
const KILLED_WITHIN = 100

function writer(...args) {
  const script = join(ROOT, 'scripts/bench/durability-writer.ts')
  const node = ['--conditions=react-server', '--import', 'tsx', script]
  return startNode([...node, ...args.map(String)], { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** The numbers that a writer printed; it is killed with -9 a random moment after its `fatal`th. */
async function numbers(child, fatal = Number.POSITIVE_INFINITY) {
  const printed = []
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(Number(line))
    if (printed.length === fatal) setTimeout(() => child.kill('SIGKILL'), Math.random() * 5)
  }
  return printed
}

/** Writes until there are enough acknowledged rows, through many violent ends. `kill` also ends a database server. */
async function survive(place, kill) {
  const acknowledged = new Set()
  let kills = 0
  let next = 1
  while (acknowledged.size < WRITES) {
    const last = next + WRITES - acknowledged.size - 1
    const fatal = 1 + Math.floor(Math.random() * KILLED_WITHIN)
    for (const number of await numbers(writer(place, next, last), fatal)) acknowledged.add(number)
    // One that was under way may be there without having been acknowledged.
    next = Math.max(...acknowledged, next) + 2
    kills += 1
    await kill?.()
  }
  const there = new Set(await numbers(writer(place, 'count')))
  return { kills, acknowledged: acknowledged.size, lost: [...acknowledged].filter(number => !there.has(number)).length }
}

const rows = (engine, { kills, acknowledged, lost }) => [
  {
    what: `${engine}: acknowledged writes lost, of ${acknowledged} through ${kills} times kill -9`,
    value: lost,
    unit: '',
    goal: { atMost: 0 },
  },
]

/** Acknowledged writes that are gone after `kill -9`: of the embedded server, and of a writer together with its Postgres. */
export async function measureDurability() {
  const embedded = rows('embedded', await survive(temporaryFolder()))
  const postgres = await startPostgres({ fsync: true })
  if (!postgres) return embedded
  try {
    const crash = async () => {
      await postgres.stop('SIGQUIT')
      await postgres.start()
    }
    return [...embedded, ...rows('Postgres', await survive(postgres.url, crash))]
  } finally {
    await postgres.end()
  }
}
