import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { giveUp, ROOT } from '../processes.mjs'
import { build, checkNode, deps } from '../ready.mjs'

/*
 npm run bench                            every section
 npm run bench -- load wire               only these: load wire calls interact upstream burst throughput memory
                                          settled instances redis-outage durability sync transcript screens
                                          celebrations recording reviews
   --runs 5  --seconds 60  --soak-minutes 2
*/
checkNode()
deps()
if (!build()) giveUp('The build failed; the reason is above.')

// Only now are the packages there that the sections import.
const SECTIONS = {
  load: (await import('./load.mjs')).measureLoad,
  wire: (await import('./wire.mjs')).measureWire,
  calls: (await import('./calls.mjs')).measureCalls,
  interact: (await import('./interact.mjs')).measureInteractions,
  upstream: (await import('./upstream.mjs')).measureUpstream,
  burst: (await import('./burst.mjs')).measureBurst,
  throughput: (await import('./throughput.mjs')).measureThroughput,
  memory: (await import('./memory.mjs')).measureMemory,
  settled: (await import('./settled.mjs')).measureSettled,
  instances: (await import('./instances.mjs')).measureInstances,
  'redis-outage': (await import('./redis-outage.mjs')).measureRedisOutage,
  durability: (await import('./durability.mjs')).measureDurability,
  sync: (await import('./sync.mjs')).measureSync,
  transcript: (await import('./transcript.mjs')).measureTranscript,
  screens: (await import('./screens.mjs')).measureScreens,
  celebrations: (await import('./celebrations.mjs')).measureCelebrations,
  recording: (await import('./recording.mjs')).measureRecording,
  reviews: (await import('./reviews.mjs')).measureReviews,
}
const { openWorld } = await import('./world.mjs')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    'soak-minutes': { type: 'string', default: '2' },
  },
})
const options = {
  runs: Number(values.runs),
  seconds: Number(values.seconds),
  soakMinutes: Number(values['soak-minutes']),
}
const chosen = positionals.length > 0 ? positionals : Object.keys(SECTIONS)
const unknown = chosen.filter(name => !(name in SECTIONS))
if (unknown.length > 0)
  giveUp(`There is no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}.`)

function verdict({ value, goal }) {
  if (!goal) return ''
  const met = goal.atMost === undefined ? value >= goal.atLeast : value <= goal.atMost
  return met ? 'met' : 'MISSED'
}

const number = value => (Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 0))
const wording = goal => (goal ? (goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`) : '')

function print(rows) {
  for (const row of rows) {
    const figure = `${number(row.value)} ${row.unit}`.trim()
    console.log(`${row.what.padEnd(78)} ${figure.padStart(14)}  ${wording(row.goal).padEnd(8)} ${verdict(row)}`)
  }
}

const results = {}
const failures = {}
for (const name of chosen) {
  console.log(`\n── ${name}`)
  // Each section meets a server that has seen nothing of the others.
  const world = await openWorld()
  try {
    results[name] = await SECTIONS[name](world, options)
    print(results[name])
  } catch (error) {
    failures[name] = error.message
    console.error(`${name} could not be measured: ${error.message}`)
  } finally {
    await world.close()
  }
}

const machine = { node: process.version, processors: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
mkdirSync(join(ROOT, 'bench-results'), { recursive: true })
writeFileSync(
  join(ROOT, 'bench-results/latest.json'),
  `${JSON.stringify({ date: new Date().toISOString(), machine, options, results, failures }, null, 2)}\n`,
)
const missed = Object.values(results)
  .flat()
  .filter(row => verdict(row) === 'MISSED').length
console.log(
  `\n${missed} goals missed, ${Object.keys(failures).length} sections failed. Written to bench-results/latest.json.`,
)
process.exitCode = missed > 0 || Object.keys(failures).length > 0 ? 1 : 0
