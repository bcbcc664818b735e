import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium as findChromium } from '@/scripts/chromium.mjs'
import { faultsOf } from './geometry-of'
import { shrink } from './shrink'
import { documentOf, documentsIn, SCREENS } from './wall-documents'

/* Every scene on every screen, drawn by a real browser: nothing too small, at the edge, cut, or over something else. */

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
}, 300_000)
afterAll(() => browser?.close())

async function open(page: Page, html: string): Promise<void> {
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
}

describe.each(Object.entries(SCREENS))('on a screen of %s', (_, viewport) => {
  test.each(['en', 'fr'] as const)('everything stands as it should, in %s', async language => {
    const page = await browser.newPage({ viewport })
    const faults: Record<string, string[]> = {}
    for (const [name, html] of documentsIn({ language })) {
      await open(page, html)
      const found = await page.evaluate(faultsOf)
      if (found.length > 0) faults[name] = found
    }
    await page.close()
    expect(faults).toEqual({})
  })
})

/** What colour a point of a page has: red, green and blue, 0 to 255. */
async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const png = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString('base64')
  return (await page.evaluate(shrink, { png, short: 1 })).means
}

test.each([
  ['dark', [0xf1, 0xf4, 0xf7]],
  ['light', [0x16, 0x1d, 0x29]],
] as const)('the current hour has its ring over the colour of its cell, %s', async (theme, ink) => {
  const page = await browser.newPage({ viewport: SCREENS['720p'] })
  const [, html = ''] = documentsIn({ language: 'en', theme }).find(([name]) => name === 'when people pick up') ?? []
  await open(page, html)
  const cell = await page.locator('.cell.now').boundingBox()
  if (!cell) throw new Error('no current hour')
  expect(await colourAt(page, Math.round(cell.x) + 1, Math.round(cell.y + cell.height / 2))).toEqual(ink)
  await page.close()
})

test('a fault is seen', async () => {
  const page = await browser.newPage({ viewport: SCREENS['720p'] })
  const at = { position: 'absolute', top: '50%', left: '50%' } as const
  const faulty = (
    <div>
      <b style={{ ...at, fontSize: 15 }}>tiny</b>
      <b style={{ ...at, fontSize: 40 }}>over</b>
    </div>
  )
  await open(page, documentOf({ language: 'en' }, faulty))
  expect(await page.evaluate(faultsOf)).toEqual(['"tiny" is only 2.08 % high', '"tiny" lies over "over"'])
  await page.close()
})
