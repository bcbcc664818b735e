import { openBrowser } from './browser.mjs'
import { median, quantile } from './stats.mjs'

/** Pixels of a row of the list, and of one turn of the wheel. */
const ROW = 88
const TURN = 400
const ROWS = 5000

/** Runs in the page, before its own scripts: notes long tasks and layout shifts, and the most rows there were at once. */
function probe() {
  const bench = { long: [], shift: 0, rows: 0 }
  window.callsBench = bench
  const observe = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type })
  observe('longtask', entry => bench.long.push(entry.duration))
  observe('layout-shift', entry => {
    if (!entry.hadRecentInput) bench.shift += entry.value
  })
  const count = () => {
    bench.rows = Math.max(bench.rows, document.querySelectorAll('[data-place]').length)
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** Runs in the page: from the press to the frame in which the call's drawer shows its row's summary. Milliseconds. */
function armOpening() {
  window.callsBench.opened = null
  addEventListener(
    'pointerdown',
    event => {
      const summary = event.target.closest('[data-call]')?.querySelector('p[dir=auto]')?.textContent
      const look = now => {
        const drawer = document.querySelector('dialog[open]')
        if (summary && drawer?.textContent.includes(summary)) window.callsBench.opened = now - event.timeStamp
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    { capture: true, once: true },
  )
}

async function openList(browser, world, search, rate) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  await context.addCookies(world.cookies)
  const page = await context.newPage()
  await page.addInitScript(probe)
  await page.goto(`${world.origin}/calls${search}`, { waitUntil: 'networkidle' })
  await page.locator('[data-call]').first().waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  return { context, page }
}

/** Turns the wheel once a frame, as a hand does that wants to get far: some 270 rows a second. */
async function scroll(page) {
  await page.mouse.move(700, 600)
  await page.evaluate(() => {
    window.callsBench.long.length = 0
    window.callsBench.shift = 0
  })
  for (let gone = 0; gone < ROWS * ROW; gone += TURN) {
    await page.mouse.wheel(0, TURN)
    await page.waitForTimeout(16)
  }
  await page.waitForTimeout(1500)
  return page.evaluate(() => ({ ...window.callsBench, at: window.scrollY }))
}

/** Opens a call whose row rested under the pointer, closes it, and takes the next. */
async function openings(page, runs) {
  // Rows whose words are all in the summary: it then stands there alone.
  const rows = page.locator('[data-call]:has(p[dir=auto]:not(:has(bdi)))')
  const times = []
  for (let run = 0; run <= runs; run++) {
    const row = rows.nth(run)
    await row.hover()
    await page.waitForTimeout(600)
    await page.evaluate(armOpening)
    await row.click()
    await page.waitForFunction(() => window.callsBench.opened !== null, null, { timeout: 30_000 })
    if (run > 0) times.push(await page.evaluate(() => window.callsBench.opened))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  return times
}

/** The list of all calls: rows in the document and long tasks while 5,000 rows pass, and how soon a call opens. */
export async function measureCalls(world, { runs }) {
  const browser = await openBrowser()
  try {
    const far = await openList(browser, world, '', 4)
    const { rows, long, shift, at } = await scroll(far.page)
    await far.context.close()
    if (at < ROWS * ROW * 0.98) throw new Error(`The list scrolled to ${at} only.`)
    const tooLong = long.filter(duration => duration > 50)
    const near = await openList(browser, world, '?q=call', 1)
    const times = await openings(near.page, Math.min(runs, 6))
    await near.context.close()
    return [
      { what: '/calls, most rows in the document', value: rows, unit: '', goal: { atMost: 60 } },
      {
        what: 'scroll of 5,000 rows, long tasks over 50 ms, CPU ×4',
        value: tooLong.length,
        unit: '',
        goal: { atMost: 0 },
      },
      { what: 'scroll of 5,000 rows, longest task, CPU ×4', value: Math.max(0, ...long), unit: 'ms' },
      { what: 'scroll of 5,000 rows, layout shift', value: shift, unit: '', goal: { atMost: 0.001 } },
      {
        what: 'opening a call from the list, warm, to its summary',
        value: median(times),
        unit: 'ms',
        goal: { atMost: 100 },
      },
      { what: 'the slowest of these', value: quantile(times, 1), unit: 'ms' },
    ]
  } finally {
    await browser.close()
  }
}
