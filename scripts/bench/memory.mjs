import { residentMemory, slope } from './stats.mjs'
import { ask, wait } from './world.mjs'

const CLIENTS = 20
/** Share of the run that counts as warm-up. */
const WARM_UP = 0.4
const OTHER_VIEWS = 30
const DAY = 86_400_000

/** Mostly two views; now and then one of others, few enough that the cache holds them all before the warm-up ends. */
function nextSearch(count) {
  if (count % 500 !== 0) return count % 2 ? '' : '?period=this-month'
  const iso = date => new Date(date).toISOString().slice(0, 10)
  const from = Date.now() - (30 + ((count / 500) % OTHER_VIEWS)) * DAY
  return `?period=${iso(from)}..${iso(from + 6 * DAY)}&compare=none`
}

/** Memory of the server under steady load: its slope after the warm-up, in MiB a minute. */
export async function measureMemory(world, { soakMinutes }) {
  const started = Date.now()
  const until = started + soakMinutes * 60_000
  let count = 0
  const client = async () => {
    while (Date.now() < until) await ask(world, nextSearch(count++))
  }
  const samples = []
  const watch = async () => {
    while (Date.now() < until) {
      samples.push([(Date.now() - started) / 60_000, residentMemory(world.pid)])
      await wait(Math.min(2000, soakMinutes * 1000))
    }
  }
  await Promise.all([watch(), ...Array.from({ length: CLIENTS }, client)])
  const settled = samples.filter(([minute]) => minute >= soakMinutes * WARM_UP)
  return [
    { what: `memory after ${soakMinutes} min of load (${count} requests)`, value: settled.at(-1)[1], unit: 'MiB' },
    { what: '  slope after the warm-up', value: slope(settled), unit: 'MiB/min', goal: { atMost: 2 } },
  ]
}
