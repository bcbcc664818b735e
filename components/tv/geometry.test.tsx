import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ageText } from '@/lib/tv/age'
import type { BoardAnswer } from '@/lib/tv/boards'
import type { Place } from '@/lib/tv/render'
import type { Scene } from '@/lib/tv/show'
import type { Panel, ShowMessage } from '@/lib/tv/wire'
import { chromium as findChromium } from '@/scripts/chromium.mjs'
import { inPackage } from '@/scripts/processes.mjs'
import { Celebration, Ticker } from './celebration'
import { TvDocument } from './document'
import { faultsOf } from './geometry-of'
import { Pairing } from './pairing'
import { PanelView } from './panel'
import { Stage } from './stage'
import { answer, DAY, leaders, measures, NOW, PICKUP, scene, wallIn } from './wall-fixture'

/* Every scene on every screen, drawn by a real browser: nothing too small, at the edge, cut, or over something else. */

const SCREENS = {
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
  upright: { width: 1080, height: 1920 },
}
const LANGUAGES = ['en', 'fr'] as const
type Language = (typeof LANGUAGES)[number]

const FONT = readFileSync(inPackage('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const STYLES = readFileSync(join(import.meta.dirname, 'tv.css'), 'utf8').replace(
  'url(inter.woff2)',
  `url(data:font/woff2;base64,${FONT.toString('base64')})`,
)

const TEXT = 'Pizza at noon in the big kitchen, and bring the best story of the week with you. '

const SCENES: Record<string, [BoardAnswer, Scene]> = {
  'a scoreboard of 6': [answer({ kind: 'scoreboard', measures: measures(), leaders: leaders(6) }), scene('scoreboard')],
  'a scoreboard of 10 with goals': [
    answer({ kind: 'scoreboard', measures: measures(true), leaders: leaders(10) }),
    scene('scoreboard'),
  ],
  'a scoreboard of 60 with goals': [
    answer({ kind: 'scoreboard', measures: measures(true), leaders: leaders(60) }),
    scene('scoreboard'),
  ],
  'one person': [answer({ kind: 'leaderboard', leaders: leaders(1) }), scene('leaderboard')],
  '10 people': [answer({ kind: 'leaderboard', leaders: leaders(10) }), scene('leaderboard')],
  '60 people': [answer({ kind: 'leaderboard', leaders: leaders(60) }), scene('leaderboard')],
  'when people pick up': [answer(PICKUP), scene('pickup')],
  'a day': [answer(DAY), scene('day')],
  'a board of one': [answer({ kind: 'subject', names: ['Inès Caron'], measures: measures(true) }), scene('subject')],
  'a short message': [
    answer({ kind: 'message', text: 'Cake at four', image: null }, { period: null }),
    scene('message'),
  ],
  'a long message': [
    answer({ kind: 'message', text: TEXT.repeat(4).slice(0, 280), image: null }, { period: null }),
    scene('message'),
  ],
  'no calls': [answer({ kind: 'leaderboard', leaders: leaders(0) }), scene('leaderboard')],
  'no answer': [answer(null, { failure: { code: 'ALLO_UNREACHABLE' }, fetchedAt: null }), scene('scoreboard')],
  'old numbers': [
    answer(
      { kind: 'scoreboard', measures: measures(), leaders: leaders(10) },
      { failure: { code: 'ALLO_TIMEOUT' }, fetchedAt: '2026-04-21T12:02:00Z' },
    ),
    scene('scoreboard'),
  ],
}
/** What hangs beside the scoreboard in its turn. */
const BESIDE = [
  '10 people',
  '60 people',
  'when people pick up',
  'a day',
  'a short message',
  'a long message',
  'no calls',
]

const conversion = { person: 'Inès Caron', company: 'Acme Corp', contact: null, at: '2026-04-23T12:30:00Z' }

function panelOf(name: string, place: Place, language: Language): Panel {
  const [content, of] = SCENES[name] ?? []
  if (!content || !of) throw new Error(`no scene ${name}`)
  const wall = wallIn(language, place)
  return { id: name, seconds: 20, html: renderToStaticMarkup(<PanelView answer={content} scene={of} wall={wall} />) }
}

function documentOf(language: Language, children: ReactNode): string {
  return renderToStaticMarkup(
    <TvDocument language={language} theme="dark" title="" styles="tv.css" script={null} refresh={null} data={[]}>
      {children}
    </TvDocument>,
  ).replace(/<link rel="stylesheet"[^>]*>/, `<style>${STYLES}</style>`)
}

function stageOf(language: Language, pinned: Panel | null, panel: Panel, isFailing = false): string {
  const { words, zone } = wallIn(language)
  const message: ShowMessage = {
    version: '',
    revision: '',
    now: NOW.getTime(),
    zone,
    language,
    theme: 'dark',
    isOff: false,
    pinned,
    panels: [panel, { id: 'next', seconds: 20, html: '' }, { id: 'last', seconds: 20, html: '' }],
    fetchedAt: NOW.getTime() - (isFailing ? 3_600_000 : 20_000),
    isFailing,
    ticker: renderToStaticMarkup(<Ticker conversion={conversion} zone={zone} words={words} />),
    reloadAt: null,
    blinkAt: null,
  }
  const sentences = {
    updated: words('age.updated'),
    failing: words('age.failing'),
    failingNever: '',
    offline: '',
    offlineNever: '',
    never: '',
  }
  const age = ageText(message, message.now, false, sentences)
  return documentOf(language, <Stage message={message} shown={0} clock="14:32" age={age} travel={null} />)
}

function documentsIn(language: Language): [string, string][] {
  const { words } = wallIn(language)
  const celebration = (
    <div id="celebration" data-on="1">
      <Celebration conversion={conversion} words={words} />
    </div>
  )
  const pinned = panelOf('a scoreboard of 10 with goals', 'pinned', language)
  const address = 'https://callboard.example.com/screens'
  return [
    ...Object.keys(SCENES).map((name): [string, string] => [
      name,
      stageOf(language, null, panelOf(name, 'whole', language), name === 'old numbers'),
    ]),
    ...BESIDE.map((name): [string, string] => [
      `a scoreboard, and ${name}`,
      stageOf(language, pinned, panelOf(name, 'side', language)),
    ]),
    ['a celebration', documentOf(language, celebration)],
    ['a code', documentOf(language, <Pairing code="WWMQ8X" address={address} qr="<svg></svg>" words={words} />)],
  ]
}

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
  test.each(LANGUAGES)('everything stands as it should, in %s', async language => {
    const page = await browser.newPage({ viewport })
    const faults: Record<string, string[]> = {}
    for (const [name, html] of documentsIn(language)) {
      await open(page, html)
      const found = await page.evaluate(faultsOf)
      if (found.length > 0) faults[name] = found
    }
    await page.close()
    expect(faults).toEqual({})
  })
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
  await open(page, documentOf('en', faulty))
  expect(await page.evaluate(faultsOf)).toEqual(['"tiny" is only 2.08 % high', '"tiny" lies over "over"'])
  await page.close()
})
