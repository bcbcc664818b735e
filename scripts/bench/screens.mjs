import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../processes.mjs'
import { benchShow, makeScreen, openScreen } from '../screens.mjs'
import { temporaryFolder } from '../servers.mjs'
import { openBrowser } from './browser.mjs'
import { counts, openWorld, resetCounts, wait } from './world.mjs'

const SCREENS = 200
const VIEWS = ['today', 'this-week', 'last-7-days', 'this-month', 'last-4-weeks'].map(period => `?period=${period}`)
/** For caches to fill and memory to settle, in milliseconds. */
const SETTLE = 25_000
/** Clock ticks of a processor's second, as Linux counts them in /proc. */
const TICKS = 100

/** Seconds of processor time that a process has used so far. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** What the server holds after a collection of garbage, and its resident memory then; in KiB. */
async function memoryOf(world, file) {
  rmSync(file, { force: true })
  process.kill(world.pid, 'SIGUSR2')
  while (!existsSync(file)) await wait(100)
  await wait(200)
  const { held, rss } = JSON.parse(readFileSync(file, 'utf8'))
  return { held: held / 1024, rss: rss / 1024 }
}

/** A stream that is read and thrown away. Counts what comes. */
async function listen(world, { secret }, tally) {
  const abort = new AbortController()
  const headers = { authorization: `Bearer ${secret}` }
  const response = await fetch(`${world.origin}/api/tv/stream`, { headers, signal: abort.signal })
  if (response.status !== 200) throw new Error(`a stream was answered ${response.status}`)
  const read = async () => {
    for await (const chunk of response.body) tally.bytes += chunk.length
  }
  read().catch(() => {})
  return () => abort.abort()
}

/** What some screens cost while they listen: questions to Allo a minute, and the share of a core. */
async function during(world, seconds) {
  await resetCounts(world)
  const [began, used] = [performance.now(), processorTime(world.pid)]
  await wait(seconds * 1000)
  const passed = (performance.now() - began) / 1000
  const { analytics } = await counts(world)
  return { analytics: (analytics / passed) * 60, share: ((processorTime(world.pid) - used) / passed) * 100 }
}

/** Share of a core that a screen at rest takes at CPU ×6, in percent. */
async function atRest(world, screen, seconds) {
  const browser = await openBrowser()
  try {
    const { page, devtools } = await openScreen(browser, world, screen)
    await page.goto(`${world.origin}/tv`)
    await page.waitForSelector('#show', { state: 'attached' })
    await wait(8000)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    await devtools.send('Performance.enable')
    const task = async () =>
      (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
    const before = await task()
    await wait(seconds * 1000)
    return (((await task()) - before) / seconds) * 100
  } finally {
    await browser.close()
  }
}

/** Many screens on few views: what they cost us and Allo, and what one costs its device. */
export async function measureScreens(_world, { seconds }) {
  const file = join(temporaryFolder({ isEmpty: true }), 'memory.json')
  const probe = new URL('./memory-probe.mjs', import.meta.url).href
  const world = await openWorld({ env: { NODE_OPTIONS: `--import=${probe}`, BENCH_MEMORY: file } })
  try {
    return await measure(world, file, seconds)
  } finally {
    await world.close()
  }
}

async function measure(world, file, seconds) {
  const screens = []
  for (let index = 0; index < SCREENS; index += 1) {
    screens.push(await makeScreen(world, `Screen ${index}`, benchShow(VIEWS[index % VIEWS.length])))
  }
  const tally = { bytes: 0 }
  const tune = some => Promise.all(some.map(screen => listen(world, screen, tally)))
  // Once for nothing, so that what the server's heap grows by at its first crowd is not taken for the screens' own.
  for (const end of await tune(screens)) end()
  await wait(SETTLE)
  const ends = await tune(screens.slice(0, VIEWS.length))
  await wait(SETTLE)
  const five = await during(world, seconds)
  const before = await memoryOf(world, file)
  ends.push(...(await tune(screens.slice(VIEWS.length))))
  await wait(SETTLE)
  const all = await during(world, seconds)
  const after = await memoryOf(world, file)
  const each = what => (after[what] - before[what]) / (SCREENS - VIEWS.length)
  const heard = tally.bytes
  for (const end of ends) end()
  const rest = await atRest(world, screens[0], seconds)
  const script = gzipSync(readFileSync(join(ROOT, 'public/tv/tv.js'))).length / 1024
  return [
    {
      what: `${VIEWS.length} screens on ${VIEWS.length} views: questions to Allo a minute`,
      value: five.analytics,
      unit: '',
    },
    {
      what: `${SCREENS} screens on ${VIEWS.length} views: questions to Allo a minute`,
      value: all.analytics,
      unit: '',
      goal: { atMost: Math.ceil(five.analytics * 1.1) + 1 },
    },
    { what: '  share of a core, the server', value: all.share, unit: '%', goal: { atMost: 10 } },
    { what: `  with ${VIEWS.length} screens`, value: five.share, unit: '%' },
    { what: '  memory held for each screen more', value: each('held'), unit: 'KiB', goal: { atMost: 50 } },
    { what: '  resident memory for each screen more', value: each('rss'), unit: 'KiB' },
    { what: '  sent in all', value: heard / 1024, unit: 'KiB' },
    { what: 'script of /tv, gzipped', value: script, unit: 'KiB', goal: { atMost: 150 } },
    { what: 'a screen at rest, CPU ×6: share of a core', value: rest, unit: '%', goal: { atMost: 3 } },
  ]
}
