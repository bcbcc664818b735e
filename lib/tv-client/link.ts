import type { CelebrationMessage, ShowMessage } from '@/lib/tv/wire'
import { waitAfter } from './backoff'

/** A stream without a beat for so long is dead, whatever the browser believes; the server beats every 10 s. Milliseconds. */
const SILENCE = 35_000
/** From so many failures in a row on, and after a silence, the show is also asked for by itself: some networks let no stream through. */
const FAILURES_TO_POLL = 2
const POLL_EVERY = 30_000
/** From so long without a word of a stream on the same: something on the way may hold it back. Milliseconds. */
const FIRST_WORD = 5000
/** Without an answer for so long we call ourselves offline, in milliseconds; a restarted server is back sooner. */
const OFFLINE_AFTER = 10_000
/** The same while asking is answered: nothing is heard between one question and the next. */
const OFFLINE_AFTER_POLL = POLL_EVERY + OFFLINE_AFTER

/** As much of an EventSource as we use. */
export interface Source {
  on: (name: string, listener: (data: string, id: string) => void) => void
  onError: (listener: () => void) => void
  close: () => void
}

export type Polled =
  | { kind: 'show'; message: ShowMessage }
  | { kind: 'same'; now: number }
  | { kind: 'gone' }
  | { kind: 'failed' }

/** What a link needs of the browser, and whom it tells. */
export interface LinkOptions {
  open: (last: string) => Source
  poll: () => Promise<Polled>
  /** What the screen has, as an event's id. */
  last: () => string
  /** `id` is that of the event; null for one that was asked for. */
  onShow: (message: ShowMessage, id: string | null) => void
  onBeat: (now: number) => void
  onCelebration: (message: CelebrationMessage) => void
  /** The server says that it does not know this screen. */
  onGone: () => void
  /** The page itself did not come from the server just now. */
  isUnreached: boolean
  random: () => number
  /** Milliseconds by a clock that nobody sets. */
  stopwatch: () => number
}

export interface Link {
  /** Begins anew at once, for a network that is back, a lid that was opened, a clock that jumped. */
  wake: () => void
  isOffline: () => boolean
}

/** Keeps a stream to the server open for as long as the page lives. */
export function openLink(options: LinkOptions): Link {
  const { stopwatch } = options
  let source: Source | null = null
  let failures = 0
  let heard = options.isUnreached ? Number.NEGATIVE_INFINITY : stopwatch()
  let patience = OFFLINE_AFTER
  let isLive = false
  let isPolling = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let nextPoll: ReturnType<typeof setTimeout> | undefined
  let firstWord: ReturnType<typeof setTimeout> | undefined

  function alive() {
    heard = stopwatch()
    patience = OFFLINE_AFTER
    failures = 0
    isLive = true
    clearTimeout(firstWord)
    clearTimeout(nextPoll)
    nextPoll = undefined
    watch()
  }

  async function poll() {
    if (isPolling || isLive) return
    isPolling = true
    const polled = await options.poll()
    isPolling = false
    if (polled.kind === 'gone') return options.onGone()
    patience = polled.kind === 'failed' ? OFFLINE_AFTER : OFFLINE_AFTER_POLL
    if (polled.kind !== 'failed') heard = stopwatch()
    if (polled.kind === 'show') options.onShow(polled.message, null)
    if (polled.kind === 'same') options.onBeat(polled.now)
  }

  function startPolling() {
    if (nextPoll === undefined) keepPolling()
  }

  function keepPolling() {
    nextPoll = setTimeout(keepPolling, POLL_EVERY)
    void poll()
  }

  function drop() {
    source?.close()
    source = null
    isLive = false
    clearTimeout(watchdog)
    clearTimeout(retry)
    clearTimeout(firstWord)
  }

  function fail(isSilence = false) {
    drop()
    failures += 1
    retry = setTimeout(connect, waitAfter(failures, options.random()))
    if (isSilence || failures >= FAILURES_TO_POLL) startPolling()
  }

  function watch() {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => fail(true), SILENCE)
  }

  function connect() {
    drop()
    const opened = options.open(options.last())
    source = opened
    // An answer that never comes is a failure too.
    watch()
    firstWord = setTimeout(startPolling, FIRST_WORD)
    const whileOpen = (tell: (data: string, id: string) => void) => (data: string, id: string) => {
      if (source !== opened) return
      alive()
      tell(data, id)
    }
    opened.on(
      'show',
      whileOpen((data, id) => options.onShow(JSON.parse(data), id)),
    )
    opened.on(
      'beat',
      whileOpen(data => options.onBeat(JSON.parse(data).now)),
    )
    opened.on(
      'celebrate',
      whileOpen(data => options.onCelebration(JSON.parse(data))),
    )
    opened.on(
      'gone',
      whileOpen(() => options.onGone()),
    )
    opened.onError(() => source === opened && fail())
  }

  connect()
  return {
    wake() {
      failures = 0
      connect()
    },
    isOffline: () => !isLive && stopwatch() - heard > patience,
  }
}
