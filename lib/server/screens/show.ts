import 'server-only'
import { createHash } from 'node:crypto'
import { toCallboardError } from '@/lib/errors'
import type { ScopedAccess } from '@/lib/server/access/access'
import { getBoard } from '@/lib/server/boards/board'
import { getTicker, type Ticker } from '@/lib/server/celebrations/feed'
import type { ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import { workspace } from '@/lib/server/workspace'
import type { BoardAnswer } from '@/lib/tv/boards'
import { isOwnFailure, isRefusal } from '@/lib/tv/failure'
import { lineUpAt, momentIn } from '@/lib/tv/line-up'
import type { Conversion, PanelOptions, Place, RenderCelebration, RenderPanel } from '@/lib/tv/render'
import type { Scene, Show } from '@/lib/tv/show'
import type { Panel, ShowMessage } from '@/lib/tv/wire'
import { accessOf } from './credential'
import { dataAge } from './data-age'
import { noteServed } from './served'
import { tvVersion } from './version'

/** How scenes and celebrations become HTML; the route brings it, since the server's side knows no components. */
export interface Renderer {
  renderPanel: RenderPanel
  renderCelebration: RenderCelebration
}

/** What one scene shows. A scene that cannot be had does not take the others with it. */
async function answerOf(access: ScopedAccess, scene: Scene, now: Date): Promise<BoardAnswer> {
  try {
    return await getBoard(access, scene, now)
  } catch (thrown) {
    return { board: null, period: null, fetchedAt: null, failure: { code: toCallboardError(thrown).code } }
  }
}

/** A scene as HTML; where a mistake of ours keeps it from being drawn, HTML that says so, and the other scenes go on. */
async function drawn(
  answer: BoardAnswer,
  scene: Scene,
  options: PanelOptions,
  renderPanel: RenderPanel,
): Promise<string> {
  try {
    return await renderPanel(answer, scene, options)
  } catch (thrown) {
    log().error({ event: 'a scene could not be drawn', kind: scene.kind, message: toCallboardError(thrown).message })
    return renderPanel({ board: null, period: null, fetchedAt: null, failure: { code: 'INTERNAL' } }, scene, options)
  }
}

/** The conversion of the footer; none while the database is away. */
function tickerOf(access: ScopedAccess, show: Show, now: Date): Promise<Ticker | null> {
  return getTicker(access, show, now).catch(() => null)
}

function toConversion({ userName: person, company, contact, at }: Ticker): Conversion {
  return { person, company, contact, at: at.toISOString() }
}

/** A name for a content: another one for another. */
function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
}

/**
 * Everything on a screen at an instant. A scene that cannot be read stands empty, with the reason. Who shows the same view asks
 * Allo once, however many they are.
 */
export async function buildShow(
  screen: ScreenRow,
  now: Date,
  { renderPanel, renderCelebration }: Renderer,
): Promise<ShowMessage> {
  const { show } = screen
  const { language, theme } = show
  const { zone } = workspace()
  const lineUp = lineUpAt(show, momentIn(zone, now))
  const access = accessOf(screen)
  const scenes = lineUp.isOff ? [] : lineUp.scenes
  const isPinning = lineUp.pinsFirst && scenes.length > 1
  const last = await tickerOf(access, show, now)
  const ticker = last && (await renderCelebration(toConversion(last), { language, form: 'ticker' }))
  const hung = await Promise.all(
    scenes.map(async (scene, index) => {
      const place: Place = isPinning ? (index === 0 ? 'pinned' : 'side') : 'whole'
      const answer = await answerOf(access, scene, now)
      const html = await drawn(answer, scene, { language, zone, now, place, lately: last?.userId ?? null }, renderPanel)
      const panel: Panel = { id: scene.id, seconds: scene.seconds, html }
      return { answer, panel }
    }),
  )
  const answers = hung.map(({ answer }) => answer)
  const panels = hung.map(({ panel }) => panel)
  const content = {
    version: tvVersion(),
    zone,
    language,
    theme,
    isOff: lineUp.isOff,
    pinned: isPinning ? (panels[0] ?? null) : null,
    panels: isPinning ? panels.slice(1) : panels,
    ...dataAge(answers, now),
    hasNumbers: scenes.some(({ kind }) => kind !== 'message'),
    isFailing: answers.some(({ failure }) => failure !== null && !isOwnFailure(failure.code)),
    isRefused: answers.some(({ failure }) => failure !== null && isRefusal(failure.code)),
    ticker,
  }
  noteServed(screen, content.fetchedAt)
  const shared = { ...content, revision: hashOf(content), now: now.getTime(), reloadAt: null, blinkAt: null }
  return forScreen(shared, screen)
}

/** A message for another screen with the same show: what the desk asks of this one alone stands in it. */
export function forScreen(
  message: ShowMessage,
  { reloadAt, blinkAt }: Pick<ScreenRow, 'reloadAt' | 'blinkAt'>,
): ShowMessage {
  const [content = ''] = message.revision.split('.')
  const asked = { reloadAt: reloadAt?.getTime() ?? null, blinkAt: blinkAt?.getTime() ?? null }
  return { ...message, ...asked, revision: [content, asked.reloadAt ?? 0, asked.blinkAt ?? 0].join('.') }
}
