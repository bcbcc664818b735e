import { type AgeWords, ageText } from '@/lib/tv/age'
import type { Panel, ShowMessage } from '@/lib/tv/wire'
import { marked, part, setAttribute, setHtml, setText } from './page'
import { type Turn, turnAt } from './schedule'

/** Everything moves a little this often, so that no letter burns into the panel; in milliseconds. */
const SHIFT_EVERY = 3 * 60_000
const SHIFTS = 4
/** For how long a screen flashes that is looked for, counted from when the desk asked; in milliseconds. */
const BLINK_FOR = 12_000
/** Milliseconds. */
const HOUR = 3_600_000

/** What is drawn, and what of it hangs already. */
export interface Stage {
  /** Answers whose turn it is; null for a dark screen. */
  draw: (message: ShowMessage, now: number, isOffline: boolean) => Turn | null
  /** Moves the sign of life. */
  beat: () => void
  /** The panel that hangs; null for none. */
  panel: () => string | null
}

/** 14:32 in a zone. */
function clockFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Draws by writing only what has changed. */
export function openStage(words: AgeWords): Stage {
  const hung = new Map<string, string>()
  let clock: { zone: string; format: Intl.DateTimeFormat } | null = null
  let isBeating = false
  let shown: string | null = null

  function hang(place: 'pinned' | 'turn', panel: Panel | null) {
    const html = panel?.html ?? ''
    if (hung.get(place) === html) return
    const element = part(place)
    setHtml(element, html)
    setAttribute(element, 'data-panel', panel?.id ?? null)
    hung.set(place, html)
  }

  function drawPager(count: number, index: number) {
    const marks =
      count > 1 ? Array.from({ length: count }, (_, at) => `<i class="${at === index ? 'on' : ''}"></i>`) : []
    const html = marks.join('')
    if (hung.get('pager') === html) return
    setHtml(marked('pager'), html)
    hung.set('pager', html)
  }

  /** Writes the time. Answers whether the hour of a message is over, so that what it calls "now" is not. */
  function drawClock({ zone, now: made }: ShowMessage, now: number): boolean {
    if (clock?.zone !== zone) clock = { zone, format: clockFormat(zone) }
    const time = clock.format.format(now)
    setText(part('clock'), time)
    return now - made >= HOUR || clock.format.format(made).slice(0, 2) !== time.slice(0, 2)
  }

  return {
    draw(message, now, isOffline) {
      const { pinned, panels, theme, isOff, ticker, blinkAt, language } = message
      const turn = isOff ? null : turnAt(panels, now)
      const panel = turn ? (panels[turn.index] ?? null) : null
      hang('pinned', isOff ? null : pinned)
      hang('turn', panel)
      shown = panel?.id ?? pinned?.id ?? null
      drawPager(isOff ? 0 : panels.length, turn?.index ?? 0)
      const isPast = drawClock(message, now)
      if (hung.get('ticker') !== (ticker ?? '')) {
        setHtml(marked('ticker'), ticker ?? '')
        hung.set('ticker', ticker ?? '')
      }
      const age = ageText(message, now, isOffline, words)
      setText(marked('age'), age.text)
      setAttribute(marked('age'), 'data-tone', age.tone)
      const root = document.documentElement
      setAttribute(root, 'data-theme', theme)
      setAttribute(root, 'lang', language)
      const stage = part('stage')
      setAttribute(stage, 'data-layout', pinned ? 'pinned' : 'turns')
      setAttribute(stage, 'data-off', isOff ? '1' : '0')
      setAttribute(stage, 'data-cut', isOffline ? '1' : null)
      setAttribute(stage, 'data-past', isOffline && isPast ? '1' : null)
      setAttribute(stage, 'data-shift', String(Math.floor(now / SHIFT_EVERY) % SHIFTS))
      setAttribute(stage, 'data-blink', blinkAt !== null && now - blinkAt < BLINK_FOR ? '1' : null)
      return turn
    },
    beat() {
      isBeating = !isBeating
      setAttribute(marked('pulse'), 'data-pulse', isBeating ? '1' : '0')
    },
    panel: () => shown,
  }
}
