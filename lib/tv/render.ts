import type { BoardAnswer } from './boards'
import type { Scene, Show } from './show'

/*
 * How a board becomes HTML. The server's hub knows no components: it is handed these two by the route (app/tv/render.tsx).
 */

/** Where a panel hangs: over the whole screen, as the one that stays, or beside that one. */
export type Place = 'whole' | 'pinned' | 'side'

export interface PanelOptions {
  language: Show['language']
  /** IANA zone of days, hours and the clock. */
  zone: string
  now: Date
  place: Place
  /** The Allo user whose conversion was seen last and stands in the footer; null for nobody. */
  lately?: string | null
}

/** A scene as HTML of its own, without clock and footer: those are the document's. */
export type RenderPanel = (answer: BoardAnswer, scene: Scene, options: PanelOptions) => Promise<string>

/** What is celebrated. Names are left out (null) where the screen may not show them. */
export interface Conversion {
  /** Who made it; null for a call of nobody. */
  person: string | null
  company: string | null
  contact: string | null
  /** When it was seen, ISO 8601 in UTC. */
  at: string
}

export type RenderCelebration = (
  conversion: Conversion,
  options: Pick<PanelOptions, 'language'> & { form: 'moment' | 'ticker' },
) => Promise<string>
