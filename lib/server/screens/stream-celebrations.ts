import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { celebrationsSince, latestSeq, onCelebration } from '@/lib/server/celebrations/feed'
import { tellableOf } from '@/lib/server/celebrations/tellable'
import type { CelebrationRow } from '@/lib/server/db/celebrations'
import type { ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { workspace } from '@/lib/server/workspace'
import { isWithin, momentIn } from '@/lib/tv/line-up'
import type { CelebrationMessage } from '@/lib/tv/wire'
import type { Listener } from './hub-view'
import type { Renderer } from './show'
import { celebrateEvent } from './stream-events'

/** For how long a conversion fills the screen, in seconds. */
const SECONDS = 8
/** A screen that was away for longer has missed the moment, in milliseconds. */
const NEWS = 10 * 60_000

type RenderCelebration = Renderer['renderCelebration']

/** The last number told; null until it is known. */
const told = () => remember<{ seq: number | null }>('celebrations told', () => ({ seq: null }))

/** The last celebration that screens were told of; null when none was yet. */
export function toldSeq(): number | null {
  return told().seq
}

/**
 * What a screen is told of a conversion: the moment, without what this wall may not show, or that it is taken back. null where
 * it is not celebrated.
 */
export async function celebrationFor(
  row: CelebrationRow,
  { show, hasSound }: Pick<ScreenRow, 'show' | 'hasSound'>,
  now: Date,
  render: RenderCelebration,
): Promise<CelebrationMessage | null> {
  const { seq, callId, userName: person, seenAt } = row
  // Taken back even where it is not celebrated any more: it may stand there from before.
  if (row.withdrawnAt) return { seq, callId, html: null, seconds: 0, withSound: false }
  const { quietHours, language } = show
  const isQuietNow = quietHours !== null && isWithin(quietHours, momentIn(workspace().zone, now).minutes)
  if (row.isQuiet || !show.celebrates || isQuietNow) return null
  const html = await render(
    { person, ...tellableOf(row, show), at: seenAt.toISOString() },
    { language, form: 'moment' },
  )
  return { seq, callId, html, seconds: SECONDS, withSound: hasSound }
}

async function tell(row: CelebrationRow, listener: Listener, render: RenderCelebration): Promise<void> {
  const message = await celebrationFor(row, listener.screen, new Date(), render)
  if (message) listener.line.send(celebrateEvent(message, listener.revision))
}

function complain(thrown: unknown): void {
  log().debug({ event: 'celebrations were not told', code: toCallboardError(thrown).code })
}

/**
 * Tells the screens of every conversion from now on, one after the other, in order.
 *
 * @param after called when one was told
 * @returns stops it
 */
export function followCelebrations(
  listeners: () => Iterable<Listener>,
  render: () => RenderCelebration | undefined,
  after: () => void,
): () => void {
  let turn = latestSeq().then(seq => {
    told().seq ??= seq
  }, complain)
  return onCelebration(row => {
    turn = turn
      .then(async () => {
        told().seq = row.seq
        const draw = render()
        if (draw) await Promise.all([...listeners()].map(listener => tell(row, listener, draw)))
        after()
      })
      .catch(complain)
  })
}

/** Tells a screen that was away of what it missed, unless that is no news any more. */
export async function catchUp(listener: Listener, seq: number | null, render: RenderCelebration): Promise<void> {
  if (seq === null) return
  try {
    for (const row of await celebrationsSince(seq)) {
      const at = row.withdrawnAt ?? row.seenAt
      if (at.getTime() > Date.now() - NEWS) await tell(row, listener, render)
    }
  } catch (thrown) {
    complain(thrown)
  }
}
