import { load, openBrowser, PROFILES } from './browser.mjs'
import { median } from './stats.mjs'

/** Cold loads: from navigation to the frame in which the numbers, the heatmap and the leaderboard are readable. */
export async function measureLoad(world, { runs }) {
  const browser = await openBrowser()
  const rows = []
  try {
    // One unmeasured load fills the server's cache, so that the page is measured and not Allo.
    await (await load(browser, world)).context.close()
    for (const [profile, goal] of [
      [PROFILES.none, 500],
      [PROFILES.slow, 2000],
    ]) {
      const loads = []
      for (let run = 0; run < runs; run++) {
        const { context, ready, shift, blocking } = await load(browser, world, profile)
        loads.push({ ready, shift, blocking })
        await context.close()
      }
      const of = key => median(loads.map(one => one[key]))
      rows.push({
        what: `/outbound cold, ${profile.name}: readable`,
        value: of('ready'),
        unit: 'ms',
        goal: { atMost: goal },
      })
      rows.push({ what: `  layout shift, ${profile.name}`, value: of('shift'), unit: '', goal: { atMost: 0 } })
      const blocking = { what: `  total blocking time, ${profile.name}`, value: of('blocking'), unit: 'ms' }
      rows.push(profile.cpu ? { ...blocking, goal: { atMost: 600 } } : blocking)
    }
    return rows
  } finally {
    await browser.close()
  }
}
