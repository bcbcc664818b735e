import { openBrowser } from './browser.mjs'
import { residentMemory } from './stats.mjs'
import { wait } from './world.mjs'

const BYTES_A_SECOND = 8000
const MiB = 1024 * 1024

/** Reads a recording of so many minutes as fast as it comes. Answers its bytes and the most memory the server took, in MiB. */
async function readWhole(world, minutes) {
  const path = `${world.origin}/api/calls/cll-long-${minutes}/recording`
  const response = await fetch(path, { headers: { cookie: world.cookie } })
  let bytes = 0
  let most = 0
  let looked = 0
  for await (const part of response.body) {
    bytes += part.length
    if (bytes - looked < 2 * MiB) continue
    looked = bytes
    most = Math.max(most, residentMemory(world.pid))
    // A reader in no hurry: whoever held the whole would hold it now.
    await wait(5)
  }
  return { bytes, most }
}

/** What the browser has received when an hour's recording plays from its beginning, and after a jump near its end. */
async function playAndSeek(world) {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await context.addCookies(world.cookies)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    const media = new Set()
    let bytes = 0
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.endsWith('/recording')) media.add(requestId)
    })
    devtools.on('Network.dataReceived', ({ requestId, dataLength }) => {
      if (media.has(requestId)) bytes += dataLength
    })
    await page.goto(`${world.origin}/calls/cll-long-60`, { waitUntil: 'networkidle' })
    const unplayed = bytes
    const moved = from =>
      page.waitForFunction(second => document.querySelector('audio').currentTime > second, from, { timeout: 30_000 })
    let started = performance.now()
    await page.getByRole('button', { name: 'Play (K)' }).click()
    await moved(0)
    const begin = { milliseconds: performance.now() - started, bytes }
    started = performance.now()
    await page.getByRole('slider', { name: 'Position' }).fill('3300')
    await moved(3300)
    const jump = { milliseconds: performance.now() - started, bytes }
    await wait(3000)
    await context.close()
    return { unplayed, begin, jump, afterwards: bytes }
  } finally {
    await browser.close()
  }
}

/** A recording of an hour: how it starts and seeks, and what its length costs our server. */
export async function measureRecording(world) {
  const { unplayed, begin, jump, afterwards } = await playAndSeek(world)
  await readWhole(world, 60)
  const hour = await readWhole(world, 60)
  const ten = await readWhole(world, 600)
  const whole = (3600 * BYTES_A_SECOND) / MiB
  return [
    {
      what: 'recording of 60 min, fetched before it is played',
      value: unplayed / MiB,
      unit: 'MiB',
      goal: { atMost: 0 },
    },
    { what: '  plays after', value: begin.milliseconds, unit: 'ms' },
    { what: '  plays 5 min before its end after', value: jump.milliseconds, unit: 'ms' },
    {
      what: `  fetched by then, of ${whole.toFixed(1)} MiB`,
      value: jump.bytes / MiB,
      unit: 'MiB',
      goal: { atMost: whole / 2 },
    },
    { what: '  fetched 3 s later', value: afterwards / MiB, unit: 'MiB', goal: { atMost: whole / 2 } },
    { what: '  server memory while it is read whole', value: hour.most, unit: 'MiB' },
    { what: `  and one ten times as long (${(ten.bytes / MiB).toFixed(0)} MiB)`, value: ten.most, unit: 'MiB' },
    { what: '  growth', value: ten.most - hour.most, unit: 'MiB', goal: { atMost: 32 } },
  ]
}
