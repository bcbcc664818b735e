import { parseArgs } from 'node:util'
import { giveUp } from './processes.mjs'
import { build, checkNode, deps } from './ready.mjs'

/*
 npm run soak                        two hours, or at least 2,000 updates
 npm run soak -- --minutes 5         shorter
 npm run soak -- --updates 300
*/
checkNode()
deps()
if (!build()) giveUp('The build failed; the reason is above.')
const { openBrowser } = await import('./bench/browser.mjs')
const { linear } = await import('./bench/stats.mjs')
const { openWorld, wait } = await import('./bench/world.mjs')
const { benchShow, changeScreen, makeScreen, openScreen } = await import('./screens.mjs')

const { values } = parseArgs({ options: { minutes: { type: 'string' }, updates: { type: 'string' } } })
/** Whichever comes first ends the run; without either, two hours with at least 2,000 updates. */
const minutes = Number(values.minutes ?? (values.updates ? Number.POSITIVE_INFINITY : 120))
const updates = Number(values.updates ?? Number.POSITIVE_INFINITY)
const ENOUGH = values.minutes || values.updates ? 0 : 2000
/** How often the desk changes the show, and how often memory is looked at; in milliseconds. */
const CHANGE_EVERY = 300
const SAMPLE_EVERY = 10_000
/** Share of the run in which the page may still be warming up. */
const WARM_UP = 0.25
const HEAP_AT_MOST = 40

/** Heap after garbage collection in MiB, and the numbers of DOM nodes and listeners. */
async function sample(devtools) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const value = name => metrics.find(metric => metric.name === name).value
  return { heap: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

/** Prints how one figure went; answers whether it grew. */
function judge(name, unit, points, perMinute) {
  const { slope, margin, mean } = linear(points.map(point => [point.minute, point[name]]))
  const grows = slope - margin > 0 && slope * 60 > mean * perMinute
  const digits = unit ? 4 : 3
  console.log(
    `${name.padEnd(10)} mean ${mean.toFixed(2)} ${unit}, slope ${slope.toFixed(digits)} ± ${margin.toFixed(digits)} ${unit} a minute (95 %)${grows ? '  GROWS' : ''}`,
  )
  return grows
}

const world = await openWorld()
const browser = await openBrowser()
try {
  const view = '?period=this-week'
  const screen = await makeScreen(world, 'Soak', benchShow(view))
  const { page, devtools } = await openScreen(browser, world, screen)
  await devtools.send('Performance.enable')
  await devtools.send('Network.enable')
  let shows = 0
  devtools.on('Network.eventSourceMessageReceived', ({ eventName }) => {
    if (eventName === 'show') shows += 1
  })
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.goto(`${world.origin}/tv`)
  await page.waitForSelector('#show', { state: 'attached' })

  const began = Date.now()
  const isOver = () => {
    const passed = (Date.now() - began) / 60_000
    return (passed >= minutes && shows >= ENOUGH) || shows >= updates
  }
  const points = []
  let nextSample = began
  for (let count = 1; !isOver(); count += 1) {
    const next = Date.now() + CHANGE_EVERY
    await changeScreen(world, screen.id, benchShow(view, `Change ${count} of the day`))
    if (Date.now() >= nextSample) {
      nextSample = Date.now() + SAMPLE_EVERY
      points.push({ minute: (Date.now() - began) / 60_000, ...(await sample(devtools)) })
    }
    await wait(Math.max(0, next - Date.now()))
  }
  const passed = (Date.now() - began) / 60_000
  const settled = points.filter(({ minute }) => minute >= passed * WARM_UP)
  const most = Math.max(...points.map(({ heap }) => heap))
  console.log(`${passed.toFixed(1)} minutes, ${shows} updates, ${points.length} samples, ${loads} loads of the page`)
  console.log(`heap at most ${most.toFixed(1)} MiB (goal ≤ ${HEAP_AT_MOST})`)
  // A slope counts as growth when it is surely above zero and would add more than a hundredth in an hour.
  const grown = [
    judge('heap', 'MiB', settled, 0.01),
    judge('nodes', '', settled, 0.01),
    judge('listeners', '', settled, 0.01),
  ]
  if (grown.includes(true) || most > HEAP_AT_MOST || loads !== 1 || shows === 0) process.exitCode = 1
} finally {
  await browser.close()
  await world.close()
}
