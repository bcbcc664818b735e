import { chromium as playwright } from '@playwright/test'
import { chromium } from '../chromium.mjs'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--no-first-run',
]

/** Latency in milliseconds, throughput in bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

export const PROFILES = {
  none: { name: 'unthrottled' },
  cpu: { name: 'CPU ×4', cpu: 4 },
  slow: { name: 'CPU ×4, slow 4G', cpu: 4, network: SLOW_4G },
}

export async function openBrowser() {
  const executablePath = await chromium()
  if (!executablePath) throw new Error('The bench needs a Chromium.')
  return playwright.launch({ executablePath, args: ARGUMENTS })
}

/** Runs in the page, before its own scripts: notes layout shifts, long tasks, and the frames in which conditions first hold. */
function probe() {
  if (window.top !== window) return
  const shows = (selector, text = /\d/) =>
    [...document.querySelectorAll(selector)].some(one => one.getClientRects().length > 0 && text.test(one.textContent))
  const dials = () => document.querySelector('a[href*="stage=dials"]')?.textContent
  const conditions = {
    // The funnel's first figure, the heatmap and the leaderboard, by the doors they are.
    ready: () =>
      shows('a[href*="stage=dials"]') && shows('table a[href*="cell="]') && shows('li a[href*="person="]', /\S/),
    dialsChanged: before => dials() !== undefined && dials() !== before,
    list: () => shows('dialog[open] a[href*="call="]', /\S/),
  }
  const after = (name, before, done) => {
    const frame = () => {
      if (!conditions[name](before)) return requestAnimationFrame(frame)
      // A message posted in a frame is delivered once that frame has been painted.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => done(performance.now())
      channel.port2.postMessage(null)
    }
    requestAnimationFrame(frame)
  }
  const bench = { ready: null, shift: 0, long: [], result: null }
  window.callboardBench = bench
  bench.arm = name => {
    bench.result = null
    const before = dials()
    const start = event => {
      if (!event.isTrusted) return
      removeEventListener('pointerdown', start, true)
      after(name, before, now => {
        bench.result = now - event.timeStamp
      })
    }
    addEventListener('pointerdown', start, true)
  }
  after('ready', null, now => {
    bench.ready = now
  })
  const observe = (type, note) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('layout-shift', entry => {
    if (!entry.hadRecentInput) bench.shift += entry.value
  })
  observe('longtask', entry => bench.long.push(entry.duration))
}

/**
 * A fresh browser profile, signed in, with /outbound loaded under the given conditions until the numbers are readable
 * and the network has been quiet for a while. The caller closes `context`.
 */
export async function load(browser, world, profile = PROFILES.none) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  await context.addCookies(world.cookies)
  const page = await context.newPage()
  await page.addInitScript(probe)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (profile.network) await devtools.send('Network.emulateNetworkConditions', profile.network)
  if (profile.cpu) await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
  const requests = new Map()
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) =>
    requests.set(requestId, { url: request.url, type, bytes: 0 }),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId)
    if (request) request.bytes = encodedDataLength
  })
  const response = await page.goto(`${world.origin}/outbound`, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.callboardBench?.ready !== null, null, { timeout: 60_000 })
  const html = await response.text()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  const { ready, shift, long } = await page.evaluate(() => window.callboardBench)
  const blocking = long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)
  return { context, page, html, requests: [...requests.values()], ready, shift, blocking }
}
