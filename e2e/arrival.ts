import { expect, type Page } from '@playwright/test'
import { panel, takenOver } from './outbound'

interface LayoutShiftSource {
  node: Node | null
  previousRect: DOMRectReadOnly
  currentRect: DOMRectReadOnly
}

/** From the next page on, notes what moves without anybody’s doing. The answer reads it: each node with its way. */
export async function watchShifts(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const shifts: string[] = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        if (!('hadRecentInput' in entry) || entry.hadRecentInput || !('sources' in entry)) continue
        for (const { node, previousRect, currentRect } of entry.sources as LayoutShiftSource[]) {
          shifts.push(`${node?.textContent}: ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`)
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
  return () => page.evaluate(() => 'shifts' in window && window.shifts)
}

/** Everything of the page is there, also what comes last. */
export async function expectDrawn(page: Page): Promise<void> {
  await takenOver(page)
  // The chart library comes last and takes the place of the sketch.
  await expect(panel(page, 'series').locator('.recharts-surface').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** A slow line: the page comes in pieces. */
export async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 40_000,
    uploadThroughput: 40_000,
  })
}
