import type { AgeWords } from '@/lib/tv/age'
import type { ShowMessage } from '@/lib/tv/wire'
import { showAlive } from './alive'
import { beat } from './beats'
import { keepMessage, lastMessage } from './last-message'
import { openLink } from './link'
import { keep, openStorage, recall } from './memory'
import { showMoments } from './moments'
import { isKnown, newDocument, openSource, pollShow } from './network'
import { reloadDue } from './reload-rules'
import { jumpWatch, serverClock } from './server-clock'
import { openStage } from './stage'

/** The pulse of the page, in milliseconds. */
const TICK = 1000
/** Before a screen believes that it is no longer known, in milliseconds. */
const ASK_AGAIN_AFTER = 1500
/** The soonest to ask again for a document to reload to, in milliseconds. */
const ASK_DOCUMENT_AFTER = 15_000
/** Where no scene changes, reloads wait for a full minute. Milliseconds. */
const MINUTE = 60_000

const stopwatch = () => performance.now()

/** Whether a document is one of this version: only then a reload leads to it. */
export function isOfVersion(html: string, version: string): boolean {
  return html.includes(`"version":${JSON.stringify(version)}`)
}

/** The last celebration that was told of when an event was sent, out of the event's id; null where it does not say. */
export function seqIn(id: string | null): number | null {
  const seq = /~(\d+)$/.exec(id ?? '')?.[1]
  return seq === undefined ? null : Number(seq)
}

/**
 * Runs a screen with the show and the words of its document.
 *
 * @param isKept the document comes from the worker and may be of any age
 */
export function runScreen(first: ShowMessage, words: AgeWords, isKept: boolean): void {
  // Only without network the device's own clock has to do.
  const clock = serverClock(isKept ? Math.max(first.now, Date.now()) : first.now, stopwatch)
  const jumped = jumpWatch(Date.now, stopwatch)
  const opened = clock.now()
  const stage = openStage(words)
  const storage = openStorage()
  const memory = recall(storage)
  const hasMemory = keep(storage, {})
  const moments = showMoments(memory.seq || null, seq => keep(storage, { seq }))
  let message = first
  /** Where celebrations began for a screen that has seen none yet. */
  let begun: number | null = null
  let boundary: number | null = null
  let isLeaving = false
  let askedAt = Number.NEGATIVE_INFINITY

  function take(next: ShowMessage, id: string | null) {
    begun ??= seqIn(id)
    message = next
    clock.set(next.now)
    void keepMessage(next)
    draw()
  }

  async function leave() {
    if (isLeaving) return
    isLeaving = true
    await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_AFTER))
    // While a server knows us no more and cannot show a code either, the kept document would have us back here in no time.
    if ((await isKnown()) === false && (!isKept || (await newDocument()) !== null)) location.reload()
    isLeaving = false
  }

  const link = openLink({
    open: openSource,
    poll: () => pollShow(message.revision),
    last: () => `${message.revision}~${moments.seq() ?? begun ?? ''}`,
    onShow: take,
    onBeat: clock.set,
    onCelebration: moments.take,
    onGone: leave,
    isUnreached: isKept,
    random: Math.random,
    stopwatch,
  })

  async function reloadIfDue() {
    const kept = hasMemory ? recall(storage) : null
    const due = reloadDue(message, { version: first.version, opened, now: clock.now(), memory: kept })
    if (!due || isLeaving || stopwatch() - askedAt < ASK_DOCUMENT_AFTER) return
    isLeaving = true
    askedAt = stopwatch()
    const html = await newDocument()
    if (html !== null && (due.why !== 'version' || isOfVersion(html, message.version))) {
      keep(storage, due.remember)
      location.reload()
    }
    isLeaving = false
  }

  function draw() {
    const now = clock.now()
    const turn = stage.draw(message, now, link.isOffline())
    const reached = turn?.since ?? Math.floor(now / MINUTE) * MINUTE
    const isChange = boundary !== null && boundary !== reached
    boundary = reached
    if (isChange || ((message.reloadAt ?? 0) > opened && !link.isOffline())) void reloadIfDue()
  }

  function tick() {
    const jump = jumped()
    // A sleep, or a clock that was set forward: in doubt the numbers are older, until the server says what time it is.
    if (jump > 0) clock.skip(jump)
    if (jump !== 0) link.wake()
    draw()
    // Not with every message: two at once would look like none.
    stage.beat()
    showAlive()
  }

  draw()
  setInterval(tick, TICK)
  addEventListener('online', link.wake)
  addEventListener('offline', link.wake)
  addEventListener('pageshow', event => event.persisted && link.wake())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && link.wake())
  beat(
    () => ({
      version: first.version,
      revision: message.revision,
      panel: stage.panel(),
      width: innerWidth,
      height: innerHeight,
      mode: 'live',
      fetchedAt: message.fetchedAt,
      every: message.every,
      isFailing: message.isFailing,
    }),
    leave,
  )
  void keepFirst()

  async function keepFirst() {
    const kept = isKept ? await lastMessage() : null
    if (!kept) await keepMessage(message)
    else if (kept.now > message.now) {
      message = kept
      // A device that has lost its clock with its power still knows that it was this late once.
      if (kept.now > clock.now()) clock.set(kept.now)
      draw()
    }
  }
}
