import { load, openBrowser, PROFILES } from './browser.mjs'
import { median } from './stats.mjs'

/** Clicks for real and answers the milliseconds to the frame that shows the result. */
async function timed(page, name, target) {
  await target.scrollIntoViewIfNeeded()
  await page.evaluate(condition => window.callboardBench.arm(condition), name)
  await target.click()
  await page.waitForFunction(() => window.callboardBench.result !== null, null, { timeout: 30_000 })
  return page.evaluate(() => window.callboardBench.result)
}

/** Steps a period back and forth; both are in the cache after the first round. */
async function filterChanges(page, runs) {
  const earlier = page.getByRole('link', { name: 'Earlier' })
  const later = page.getByRole('link', { name: 'Later' })
  const times = []
  for (let run = 0; run <= runs; run++) {
    const back = await timed(page, 'dialsChanged', earlier)
    const forth = await timed(page, 'dialsChanged', later)
    if (run > 0) times.push(back, forth)
  }
  return times
}

/** Opens the connected calls, closes them, and so on; the first opening fills the cache. */
async function drilldowns(page, runs) {
  const door = page.locator('a[href*="stage=connected"]').first()
  const times = []
  for (let run = 0; run <= runs; run++) {
    const time = await timed(page, 'list', door)
    if (run > 0) times.push(time)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  return times
}

/** From a trusted click to paint, from warm caches, at full speed and with the processor slowed to a quarter. */
export async function measureInteractions(world, { runs }) {
  const browser = await openBrowser()
  const rows = []
  try {
    for (const [profile, filterGoal, drillGoal] of [
      [PROFILES.none, 60, 80],
      [PROFILES.cpu, 200, 250],
    ]) {
      const { context, page } = await load(browser, world, profile)
      const filter = median(await filterChanges(page, runs))
      rows.push({
        what: `filter change in the cache, ${profile.name}`,
        value: filter,
        unit: 'ms',
        goal: { atMost: filterGoal },
      })
      const drill = median(await drilldowns(page, runs))
      rows.push({
        what: `drilldown from a warm cache, ${profile.name}`,
        value: drill,
        unit: 'ms',
        goal: { atMost: drillGoal },
      })
      await context.close()
    }
    return rows
  } finally {
    await browser.close()
  }
}
