import 'server-only'
import type { ScreenRow } from '@/lib/server/db/screens'
import type { ShowMessage } from '@/lib/tv/wire'
import { buildShow, forScreen, type Renderer } from './show'
import type { Line } from './stream'
import { showEvent } from './stream-events'

/** A screen that listens. */
export interface Listener {
  screen: ScreenRow
  line: Line
  /** Of the show that it has; null for none. */
  revision: string | null
  /** What its row in the database was like at the last look; null before it. */
  row: string | null
}

/** What some screens show alike: made once, whatever their number. */
export interface View {
  /** Makes the show anew and sends it to whoever has another one; does nothing while it is being made already. */
  refresh: (now: Date, render: Renderer) => Promise<void>
  /** Sends what there is to one of its screens, unless it has it. */
  give: (listener: Listener, seq: number | null) => void
  listeners: Set<Listener>
}

/**
 * @param seqNow the last celebration that the hub has told of
 */
export function newView(seqNow: () => number | null): View {
  const listeners = new Set<Listener>()
  let message: ShowMessage | null = null
  let isBusy = false
  /** The bytes of a show, by revision: one for all screens of which the desk asks nothing special. */
  let events = new Map<string, Uint8Array>()

  function give(listener: Listener, seq: number | null) {
    if (message === null) return
    const own = forScreen(message, listener.screen)
    if (own.revision === listener.revision) return
    listener.revision = own.revision
    const bytes = events.get(own.revision) ?? showEvent(own, seq)
    events.set(own.revision, bytes)
    listener.line.send(bytes)
  }

  return {
    listeners,
    give,
    async refresh(now, render) {
      const [first] = listeners
      if (isBusy || !first) return
      isBusy = true
      try {
        const made = await buildShow(first.screen, now, render)
        if (made.revision.split('.')[0] !== message?.revision.split('.')[0]) events = new Map()
        message = made
        for (const listener of [...listeners]) give(listener, seqNow())
      } finally {
        isBusy = false
      }
    },
  }
}
