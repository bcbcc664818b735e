import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium as findChromium } from '@/scripts/chromium.mjs'
import { ROOT } from '@/scripts/processes.mjs'
import { difference, type Shrunk, shrink } from './shrink'
import { documentsIn, SCREENS, type Setting } from './wall-documents'

/*
 * Pictures of fixed numbers at a fixed time, compared in cells of a hundred-and-eightieth of the screen's shorter side: with one another
 * over all sizes of screens, and with those kept in ./pictures. To keep another one, delete the file and run this twice.
 */

/** In cells. 720, 1080 and 2160 are whole multiples of it. */
const SHORT = 180
/**
 * Shares of a picture. The same document differs by up to 0.0012 between sizes, because lines and letters stand on whole pixels, and by up
 * to 0.0002 when the browser places and smooths its letters in another way, as one of another version might. A title that is a
 * twentieth larger makes 0.0007.
 */
const BETWEEN_SIZES = 0.002
const FROM_KEPT = 0.0005

const KEPT = join(import.meta.dirname, 'pictures')
const REPORT = join(ROOT, 'test-results/pictures')

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  page = await browser.newPage()
}, 300_000)
afterAll(() => browser?.close())

async function draw(html: string, size: { width: number; height: number }): Promise<Shrunk> {
  await page.setViewportSize(size)
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const png = (await page.screenshot()).toString('base64')
  return page.evaluate(shrink, { png, short: SHORT })
}

function documentOf(name: string, setting: Setting): string {
  const found = documentsIn(setting).find(([other]) => other === name)
  if (!found) throw new Error(`no document ${name}`)
  return found[1]
}

/** The document with one more rule, as somebody might write it by mistake. */
const withRule = (html: string, rule: string) => html.replace('</head>', `<style>${rule}</style></head>`)

const { upright } = SCREENS
const WIDE = [SCREENS['1080p'], SCREENS['4K']]
const TALL = [upright, { width: 2160, height: 3840 }]

describe('one picture at all sizes', () => {
  test.each(['a scoreboard of 10 with goals', 'a scoreboard, and when people pick up', 'a day', 'a long message'])(
    '%s',
    async name => {
      const html = documentOf(name, { language: 'fr' })
      const differences: number[] = []
      for (const [small, larger] of [
        [SCREENS['720p'], WIDE],
        [{ width: 720, height: 1280 }, TALL],
      ] as const) {
        const first = await draw(html, small)
        for (const size of larger) differences.push(difference(first, await draw(html, size)))
      }
      expect(Math.max(...differences), differences.join(' ')).toBeLessThanOrEqual(BETWEEN_SIZES)
    },
    60_000,
  )

  test('a size in pixels is seen', async () => {
    const html = withRule(documentOf('a day', { language: 'en' }), '.measure .label b { font-size: 23px }')
    const [small, large] = [await draw(html, SCREENS['720p']), await draw(html, SCREENS['1080p'])]
    expect(difference(small, large)).toBeGreaterThan(BETWEEN_SIZES)
  })
})

describe.each(Object.entries({ wide: SCREENS['1080p'], upright }))('the picture that was kept, %s', (screen, size) => {
  test.each<[string, Setting]>([
    ['a scoreboard of 6', { language: 'en' }],
    ['a scoreboard, and when people pick up', { language: 'fr' }],
    ['when people pick up', { language: 'en', theme: 'light' }],
    ['a day', { language: 'fr', theme: 'light' }],
    ['a long message', { language: 'en' }],
    ['no answer', { language: 'fr' }],
    ['a celebration', { language: 'en', theme: 'light' }],
  ])('%s', async (name, setting) => {
    const drawn = await draw(documentOf(name, setting), size)
    const file = `${name.replace(/\W+/g, '-')}-${screen}.png`
    const kept = join(KEPT, file)
    const isKept = existsSync(kept)
    const folder = isKept ? REPORT : KEPT
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, file), Buffer.from(drawn.png, 'base64'))
    expect(isKept, `${file} is new: look at it, and run this again`).toBe(true)
    const before = await page.evaluate(shrink, { png: readFileSync(kept).toString('base64'), short: SHORT })
    const changed = difference(before, drawn)
    expect(changed, `compare test-results/pictures/${file} with the kept one`).toBeLessThanOrEqual(FROM_KEPT)
  })

  test('is not the one with a larger title', async () => {
    const html = documentOf('a scoreboard, and when people pick up', { language: 'en' })
    const large = withRule(html, `.scene > header b { font-size: ${screen === 'wide' ? 4.2 : 3}vh }`)
    const [before, after] = [await draw(html, size), await draw(large, size)]
    expect(difference(before, after)).toBeGreaterThan(FROM_KEPT)
  })
})
