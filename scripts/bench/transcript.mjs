import { openBrowser } from './browser.mjs'
import { wait } from './world.mjs'

/** Two hours, two thousand turns. */
const CALL = 'cll-long-120'
const FOLLOWED_SECONDS = 15

/** Runs in the page, before its own scripts. */
function probe() {
  window.longTasks = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration)
  }).observe({ type: 'longtask' })
}

/** The longest task since the last look; 0 when none was over 50 ms. */
function longest(page) {
  return page.evaluate(() => Math.max(0, ...window.longTasks.splice(0)))
}

/** A long transcript in a drawer over the list of calls, with the processor slowed to a quarter. */
export async function measureTranscript(world) {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await context.addCookies(world.cookies)
    const page = await context.newPage()
    await page.addInitScript(probe)
    await page.goto(`${world.origin}/calls`, { waitUntil: 'networkidle' })
    // The first opening brings what the browser has to compile; what is measured is the second.
    const rows = []
    const devtools = await context.newCDPSession(page)
    for (const warm of [false, true]) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: warm ? 4 : 1 })
      await wait(1000)
      await longest(page)
      await page.evaluate(call => history.pushState({ callboardCall: true }, '', `?call=${call}`), CALL)
      const dialog = page.getByRole('dialog')
      await dialog.getByText('(3)').waitFor()
      await wait(1000)
      const opened = await longest(page)
      const inDocument = await dialog.locator('[data-line]').count()
      await dialog.getByRole('button', { name: 'Play (K)' }).click()
      await dialog.getByRole('button', { name: 'Pause (K)' }).waitFor()
      await dialog.getByRole('slider', { name: 'Position' }).fill('3600')
      await wait(warm ? FOLLOWED_SECONDS * 1000 : 1000)
      const followed = await longest(page)
      if (warm) {
        const at = { atMost: 50 }
        rows.push(
          { what: 'two-hour transcript opens, longest task, CPU ×4', value: opened, unit: 'ms', goal: at },
          { what: '  lines in the document of 2,000', value: inDocument, unit: '' },
          { what: `  followed for ${FOLLOWED_SECONDS} s, longest task`, value: followed, unit: 'ms', goal: at },
        )
        await dialog.getByRole('searchbox').fill('numbers')
        await dialog.getByRole('status').filter({ hasText: 'of' }).waitFor()
        await wait(500)
        rows.push({ what: '  searched in, longest task', value: await longest(page), unit: 'ms', goal: at })
      }
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await context.close()
    return rows
  } finally {
    await browser.close()
  }
}
