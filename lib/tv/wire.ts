import { z } from 'zod'

/*
 * What a screen and our server tell each other. A screen lives for months and a server is replaced under it, so fields are
 * added and never changed.
 */

/** A scene as the screen hangs it up: HTML of ours, complete. */
export interface Panel {
  id: string
  seconds: number
  html: string
}

/** Everything a screen needs to go on by itself until the next message. Instants are epoch milliseconds by our clock. */
export interface ShowMessage {
  /** Of the screen's script and styles: another one than the document's asks for one reload, at a scene change. */
  version: string
  /** Changes when anything below but `now` does. */
  revision: string
  now: number
  /** IANA zone of the clock on the screen. */
  zone: string
  language: 'en' | 'fr'
  theme: 'dark' | 'light'
  /** A dark screen. */
  isOff: boolean
  /** Stays beside the others; null when they take turns alone. */
  pinned: Panel | null
  panels: Panel[]
  /** When the numbers were last fetched; null never. */
  fetchedAt: number | null
  /** Whether any scene has numbers to wait for; left out by servers from before. */
  hasNumbers?: boolean
  /** After how many milliseconds those numbers are fetched anew; left out by servers from before. */
  every?: number
  /** Allo does not answer. */
  isFailing: boolean
  /** It does, and refuses us until somebody acts; left out by servers from before. */
  isRefused?: boolean
  /** The conversion seen last, as HTML for the footer; null or left out for none. */
  ticker?: string | null
  /** When the desk last asked for it; null never. */
  reloadAt: number | null
  blinkAt: number | null
}

/** A conversion to celebrate, or one to take back. */
export interface CelebrationMessage {
  /** Grows by one with each message; a screen asks for what came after the last it has seen. */
  seq: number
  callId: string
  /** null: it is withdrawn. */
  html: string | null
  /** For how long, in seconds. */
  seconds: number
  withSound: boolean
}

/** What a screen says of itself, every half minute. */
export const beatSchema = z.object({
  version: z.string().max(64),
  revision: z.string().max(64).nullable(),
  /** The panel it shows. */
  panel: z.string().max(40).nullable(),
  width: z.int().min(0).max(20_000),
  height: z.int().min(0).max(20_000),
  /** `live`: with our script; `plain`: pages that refresh themselves. */
  mode: z.enum(['live', 'plain']),
  /**
   * Of the numbers that hang there, as the wall itself tells their age: when they were fetched, in epoch milliseconds by our
   * clock, null for none, and whether Allo does not answer. Left out by scripts from before.
   */
  fetchedAt: z.int().min(0).nullable().optional(),
  /** After how many milliseconds they are fetched anew, as the server has said. */
  every: z.int().min(0).optional(),
  isFailing: z.boolean().optional(),
  /** Messages of failures since the last beat, newest last. */
  errors: z.array(z.string().max(200)).max(5),
})

export type Beat = z.infer<typeof beatSchema>
