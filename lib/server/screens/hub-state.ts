import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { watchCelebrations } from '@/lib/server/celebrations/detect'
import type { ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { type Listener, newView, type View } from './hub-view'
import type { Renderer } from './show'
import { toldSeq } from './stream-celebrations'
import { viewKey } from './view-key'

/** All screens that listen, and the one loop for them. */
interface Hub {
  listeners: Map<Listener, View>
  views: Map<string, View>
  /** Ends looking for conversions, by views that celebrate them. */
  watching: Map<View, () => void>
  render: Renderer | null
  timer: NodeJS.Timeout | null
  isLooking: boolean
  following: Promise<void>
  /** When the next of each is due, in milliseconds since the epoch. */
  nextRead: number
  nextBeat: number
  unsubscribe: () => void
}

/** The one of this process. */
export const hub = () =>
  remember<Hub>('screens hub', () => ({
    listeners: new Map(),
    views: new Map(),
    watching: new Map(),
    render: null,
    timer: null,
    isLooking: false,
    following: Promise.resolve(),
    nextRead: 0,
    nextBeat: 0,
    unsubscribe: () => {},
  }))

/** Has a view made anew, behind. Never throws. */
export function refresh(view: View): void {
  const { render } = hub()
  if (!render) return
  view.refresh(new Date(), render).catch((thrown: unknown) => {
    log().warn({ event: 'a show could not be made', message: toCallboardError(thrown).message })
  })
}

/** The view of a screen, new if it is the first to show it. */
function viewOf(screen: ScreenRow): View {
  const { views, watching } = hub()
  const key = viewKey(screen)
  const view = views.get(key) ?? newView(toldSeq)
  if (!views.has(key) && screen.show.celebrates) watching.set(view, watchCelebrations())
  views.set(key, view)
  return view
}

/** Puts a screen on the view of what it shows. */
export function attach(listener: Listener): void {
  const view = viewOf(listener.screen)
  view.listeners.add(listener)
  hub().listeners.set(listener, view)
  view.give(listener, toldSeq())
  // Also when it is there already: what was changed at the desk is seen at once.
  if (view.listeners.size === 1) refresh(view)
}

/** Takes a screen off its view, which goes with the last one. */
export function leave(listener: Listener): void {
  const { listeners, views, watching } = hub()
  const view = listeners.get(listener)
  listeners.delete(listener)
  view?.listeners.delete(listener)
  if (view?.listeners.size !== 0) return
  views.delete(viewKey(listener.screen))
  watching.get(view)?.()
  watching.delete(view)
}
