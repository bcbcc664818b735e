import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type AgeWords, ageText } from '@/lib/tv/age'
import type { BoardAnswer } from '@/lib/tv/boards'
import type { Place } from '@/lib/tv/render'
import type { Scene } from '@/lib/tv/show'
import type { Panel, ShowMessage } from '@/lib/tv/wire'
import { inPackage } from '@/scripts/processes.mjs'
import { tvStyles } from '@/scripts/tv-styles.mjs'
import { Away } from './away'
import { Celebration, Ticker } from './celebration'
import { TvDocument } from './document'
import { Pairing } from './pairing'
import { PanelView } from './panel'
import { Stage } from './stage'
import {
  answer,
  DAY,
  DAY_AND_NIGHT,
  leaders,
  manyCalls,
  measures,
  NOW,
  PICKUP,
  PICKUP_DAY_AND_NIGHT,
  scene,
  wallIn,
} from './wall-fixture'

/* Whole documents of the tests of this folder, by name, with styles and typeface in them: what a real browser draws of fixed numbers. */

export const SCREENS = {
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
  upright: { width: 1080, height: 1920 },
}
type Language = ShowMessage['language']
/** Everything about a document but its scene. */
export interface Setting {
  language: Language
  theme?: ShowMessage['theme']
  /** Since when there are no new numbers: Allo has not answered for an hour, or the screen is offline for two days. */
  away?: 'allo' | 'network'
}

const FONT = readFileSync(inPackage('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const STYLES = tvStyles().replace('url(inter.woff2)', `url(data:font/woff2;base64,${FONT.toString('base64')})`)
const TEXT = 'Pizza at noon in the big kitchen, and bring the best story of the week with you. '

/** Milliseconds. */
const HOUR = 3_600_000
const AGES = { allo: HOUR, network: 48 * HOUR }

const noPeriod = { period: null }
const OLD = { failure: { code: 'ALLO_TIMEOUT' }, fetchedAt: '2026-04-21T12:02:00Z' }
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
  'a scoreboard of 12,345 dials': [
    answer({ kind: 'scoreboard', measures: manyCalls(), leaders: { ...leaders(10), unattributed: 123 } }),
    scene('scoreboard'),
  ],
  'a scoreboard with a long title': [
    answer({ kind: 'scoreboard', measures: measures(true), leaders: leaders(10) }),
    scene('scoreboard', 'Our best week so far, and it goes on and on'),
  ],
  'one person': [answer({ kind: 'leaderboard', leaders: leaders(1) }), scene('leaderboard')],
  '10 people': [answer({ kind: 'leaderboard', leaders: leaders(10) }), scene('leaderboard')],
  '60 people': [answer({ kind: 'leaderboard', leaders: leaders(60) }), scene('leaderboard')],
  'when people pick up': [answer(PICKUP), scene('pickup')],
  'a day': [answer(DAY), scene('day')],
  'when people pick up, day and night': [answer(PICKUP_DAY_AND_NIGHT), scene('pickup')],
  'a day and a night': [answer(DAY_AND_NIGHT), scene('day')],
  'a board of many calls': [
    answer({ kind: 'subject', names: ['Inès Caron'], measures: manyCalls() }),
    scene('subject'),
  ],
  'a board of one': [answer({ kind: 'subject', names: ['Inès Caron'], measures: measures(true) }), scene('subject')],
  'a short message': [answer({ kind: 'message', text: 'Cake at four', image: null }, noPeriod), scene('message')],
  'a long message': [
    answer({ kind: 'message', text: TEXT.repeat(4).slice(0, 280), image: null }, noPeriod),
    scene('message'),
  ],
  'no calls': [answer({ kind: 'leaderboard', leaders: leaders(0) }), scene('leaderboard')],
  'no answer': [answer(null, { failure: { code: 'ALLO_UNREACHABLE' }, fetchedAt: null }), scene('scoreboard')],
  'old numbers': [answer({ kind: 'scoreboard', measures: measures(), leaders: leaders(10) }, OLD), scene('scoreboard')],
}
/** What hangs beside the scoreboard in its turn. */
const BESIDE = [
  '10 people',
  '60 people',
  'when people pick up',
  'when people pick up, day and night',
  'a day',
  'a day and a night',
  'a board of one',
  'a board of many calls',
  'a scoreboard with a long title',
  'a short message',
  'a long message',
  'no calls',
]
const conversion = { person: 'Inès Caron', company: 'Acme Corp', contact: null, at: '2026-04-23T12:30:00Z' }

function panelOf(name: string, place: Place, language: Language): Panel {
  const [content, of] = SCENES[name] ?? []
  if (!content || !of) throw new Error(`no scene ${name}`)
  const wall = { ...wallIn(language, place), lately: 'usr-0' }
  return { id: name, seconds: 20, html: renderToStaticMarkup(<PanelView answer={content} scene={of} wall={wall} />) }
}

/** A document of a screen with this in it. */
export function documentOf({ language, theme = 'dark' }: Setting, children: ReactNode): string {
  return renderToStaticMarkup(
    <TvDocument language={language} theme={theme} title="" styles="tv.css" script={null} refresh={null} data={[]}>
      {children}
    </TvDocument>,
  ).replace(/<link rel="stylesheet"[^>]*>/, `<style>${STYLES}</style>`)
}

function stageOf(setting: Setting, pinned: Panel | null, panel: Panel): string {
  const { language, theme = 'dark', away } = setting
  const { words, zone } = wallIn(language)
  const message: ShowMessage = {
    version: '',
    revision: '',
    now: NOW.getTime(),
    zone,
    language,
    theme,
    isOff: false,
    pinned,
    panels: [panel, { id: 'next', seconds: 20, html: '' }, { id: 'last', seconds: 20, html: '' }],
    fetchedAt: NOW.getTime() - (away ? AGES[away] : 20_000),
    isFailing: away === 'allo',
    ticker: renderToStaticMarkup(<Ticker conversion={conversion} zone={zone} words={words} />),
    reloadAt: null,
    blinkAt: null,
  }
  const sentences: AgeWords = {
    updated: words('age.updated'),
    failing: words('age.failing'),
    failingNever: words('age.failingNever'),
    refused: words('age.refused'),
    refusedNever: words('age.refusedNever'),
    offline: words('age.offline'),
    offlineNever: words('age.offlineNever'),
    never: words('age.never'),
  }
  const age = ageText(message, message.now, away === 'network', sentences)
  return documentOf(setting, <Stage message={message} shown={0} clock="14:32" age={age} travel={null} />)
}

/** Every document, HTML by name. */
export function documentsIn(setting: Setting): [string, string][] {
  const { language } = setting
  const { words } = wallIn(language)
  const celebration = (
    <div id="celebration" data-on="1">
      <Celebration conversion={conversion} words={words} />
    </div>
  )
  const pinned = panelOf('a scoreboard of 10 with goals', 'pinned', language)
  const large = panelOf('a scoreboard of 12,345 dials', 'pinned', language)
  const address = 'https://callboard.example.com/screens'
  return [
    ...Object.keys(SCENES).map((name): [string, string] => [
      name,
      stageOf(
        { ...setting, away: name === 'old numbers' ? 'allo' : undefined },
        null,
        panelOf(name, 'whole', language),
      ),
    ]),
    [
      'offline',
      stageOf({ ...setting, away: 'network' }, null, panelOf('a scoreboard of 10 with goals', 'whole', language)),
    ],
    ['offline, and a day', stageOf({ ...setting, away: 'network' }, pinned, panelOf('a day', 'side', language))],
    ...BESIDE.map((name): [string, string] => [
      `a scoreboard, and ${name}`,
      stageOf(setting, pinned, panelOf(name, 'side', language)),
    ]),
    ['a scoreboard of 12,345 dials, and 10 people', stageOf(setting, large, panelOf('10 people', 'side', language))],
    ['a celebration', documentOf(setting, celebration)],
    ['our server away', documentOf(setting, <Away words={words} />)],
    ['a code', documentOf(setting, <Pairing code="WWMQ8X" address={address} qr="<svg></svg>" words={words} />)],
  ]
}
