import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { query } from '@/lib/server/db/database'
import { findScreenRow, readRevisions, type ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import { onScreenChange } from './changes'
import { attach, hub, leave, refresh } from './hub-state'
import type { Listener } from './hub-view'
import type { Renderer } from './show'
import type { Line } from './stream'
import { catchUp, followCelebrations, toldSeq } from './stream-celebrations'
import { beatEvent, GONE, type Resume } from './stream-events'
import { viewKey } from './view-key'

/*
 * One loop for all screens that listen, while any does. What several of them show alike is made once, so that a screen more
 * costs a socket and nothing else.
 */

/** How often what another instance has changed is looked for, in milliseconds: it is on the wall within 3 s. */
const LOOK_EVERY = 2000
/** How often numbers are read anew, and how often a stream proves that it is alive; in milliseconds. */
const READ_EVERY = 10_000
const BEAT_EVERY = 10_000

/** Takes over what the desk has changed of one screen; ends its streams when it is no longer ours. */
async function readAnew(id: string): Promise<void> {
  const its = [...hub().listeners.keys()].filter(({ screen }) => screen.id === id)
  if (its.length === 0) return
  const screen = await query(db => findScreenRow(db, id))
  for (const listener of its) {
    if (!hub().listeners.has(listener)) continue
    if (!screen) {
      listener.line.send(GONE)
      listener.line.end()
    } else if (viewKey(screen) === viewKey(listener.screen)) {
      listener.screen = screen
      hub().listeners.get(listener)?.give(listener, toldSeq())
    } else {
      leave(listener)
      listener.screen = screen
      attach(listener)
    }
  }
}

/** One after the other, so that no earlier reading comes in last. Never throws: while the database is away, screens go on. */
function follow(id: string): Promise<void> {
  const state = hub()
  state.following = state.following
    .then(() => readAnew(id))
    .catch(thrown => log().debug({ event: 'a screen was not read', code: toCallboardError(thrown).code }))
  return state.following
}

/** Looks which screens were changed or revoked since the last look; a new one once, since it may have changed as it came. */
async function look(): Promise<void> {
  const rows = await readRevisions()
  const listeners = [...hub().listeners.keys()]
  const changed = listeners.filter(({ screen, row }) => row === null || row !== rows.get(screen.id))
  for (const id of new Set(changed.map(({ screen }) => screen.id))) await follow(id)
  for (const listener of changed) listener.row = rows.get(listener.screen.id) ?? null
}

function beat(now: number): void {
  const bytes = beatEvent(now)
  for (const { line } of [...hub().listeners.keys()]) line.send(bytes)
}

async function tick(): Promise<void> {
  const state = hub()
  const now = Date.now()
  if (now >= state.nextBeat) {
    state.nextBeat = now + BEAT_EVERY
    beat(now)
  }
  if (now >= state.nextRead) {
    state.nextRead = now + READ_EVERY
    for (const view of state.views.values()) refresh(view)
  }
  if (state.isLooking) return
  state.isLooking = true
  try {
    await look()
  } catch (thrown) {
    // The database is away: screens go on with what they show.
    log().debug({ event: 'screens were not looked for', code: toCallboardError(thrown).code })
  } finally {
    state.isLooking = false
  }
}

function rest(): void {
  const state = hub()
  if (state.timer) clearInterval(state.timer)
  state.timer = null
  state.unsubscribe()
}

function wake(): void {
  const state = hub()
  if (state.timer) return
  const now = Date.now()
  state.nextBeat = now + BEAT_EVERY
  state.nextRead = now + READ_EVERY
  state.timer = setInterval(() => void tick(), LOOK_EVERY)
  const deaf = onScreenChange(id => void follow(id))
  const quiet = followCelebrations(
    () => state.listeners.keys(),
    () => state.render?.renderCelebration,
    // The numbers have moved with it.
    () => {
      state.nextRead = 0
    },
  )
  state.unsubscribe = () => {
    deaf()
    quiet()
  }
}

/**
 * Has a screen listen: it is sent its show, unless it has it already, what it missed of celebrations, and from then on
 * whatever changes.
 *
 * @param render kept for all screens: there is one
 * @returns ends the listening
 */
export function listen(screen: ScreenRow, line: Line, resume: Resume, render: Renderer): () => void {
  hub().render = render
  const listener: Listener = { screen, line, revision: resume.revision, row: null }
  attach(listener)
  wake()
  line.send(beatEvent(Date.now()))
  void catchUp(listener, resume.seq, render.renderCelebration)
  return () => {
    leave(listener)
    if (hub().listeners.size === 0) rest()
  }
}
