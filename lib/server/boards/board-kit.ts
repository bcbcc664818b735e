import 'server-only'
import { vi } from 'vitest'
import { z } from 'zod'
import type { Stage } from '@/lib/report/query'
import { budget } from '@/lib/server/allo'
import { ADMIN, eventually, setTestEnv } from '@/lib/server/test-kit'
import { workspaceState } from '@/lib/server/workspace'
import type { BoardAnswer, Measure } from '@/lib/tv/boards'
import type { ViewScene } from '@/lib/tv/show'
import { getBoard } from './board'

/* What the tests of boards share: the server at an instant, and calls counted one by one, from the simulator's plain list. */

const ANSWERS = z.object({
  calls: z.array(
    z.object({
      start: z.string(),
      hour: z.number(),
      weekday: z.string(),
      user_id: z.string().nullable(),
      line: z.string(),
      direction: z.string(),
      talk_seconds: z.number(),
      outcome: z.string(),
      tags: z.array(z.object({ name: z.string() })),
    }),
  ),
})
type Raw = z.infer<typeof ANSWERS>['calls'][number]

/** Starts the server's singletons afresh on a simulator; our clock stands at the instant, timers stay real. */
export function connect(url: string, instant: string, key = 'ak_sim_callboard'): void {
  vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'] })
  setTestEnv({ ALLO_BASE_URL: url, ALLO_API_KEY: key })
  budget().limit({ get: 1000, other: 1000 })
}

/** Moves our clock and the simulator's. */
export async function moveTo(url: string, instant: string): Promise<void> {
  vi.setSystemTime(new Date(instant))
  const body = JSON.stringify({ now: instant, running: false })
  const headers = { 'content-type': 'application/json' }
  const { ok, status } = await fetch(`${url}/simulator/clock`, { method: 'POST', headers, body })
  if (!ok) throw new Error(`the simulator's clock was not moved: ${status}`)
}

/** Settings and goals of the workspace as they would be read from the database after a change. */
export function setWorkspace({ goals = [], ...settings }: Change): void {
  const state = workspaceState()
  Object.assign(state, { goals, settings: { ...state.settings, ...settings }, revision: state.revision + 1 })
}
type State = ReturnType<typeof workspaceState>
type Change = Partial<State['settings']> & Partial<Pick<State, 'goals'>>

export function scene(kind: ViewScene['kind'], view: string): ViewScene {
  return { id: kind, kind, view, seconds: 20, title: null }
}

/** A board as an administrator gets it now. */
export function read(kind: ViewScene['kind'], view: string): Promise<BoardAnswer> {
  return getBoard(ADMIN, scene(kind, view), new Date())
}

/** As read, once everything it is compared with is there: on a busy machine a board may go out without. */
export async function readWhole(kind: ViewScene['kind'], view: string): Promise<BoardAnswer> {
  let answer = await read(kind, view)
  await eventually(async () => {
    answer = await read(kind, view)
    return measuresOf(answer).every(({ before }) => before !== null)
  })
  return answer
}

/** Outbound calls of whole days that had ended by the simulator's clock. */
export async function dialled(url: string, from: string, to: string): Promise<Raw[]> {
  const answer = await fetch(`${url}/simulator/calls?from=${from}&to=${to}`)
  return ANSWERS.parse(await answer.json()).calls.filter(call => call.direction === 'OUTBOUND')
}

/** A person's way of counting: picked up by somebody, more than a minute, tagged. */
export function tally(calls: Raw[]): Record<Stage, number> {
  const connected = calls.filter(call => call.outcome === 'connected')
  return {
    dials: calls.length,
    connected: connected.length,
    conversations: connected.filter(call => call.talk_seconds > 60).length,
    conversions: calls.filter(call => call.tags.some(({ name }) => name === 'meeting_booked')).length,
  }
}

/** Whether a call began before a wall-clock time in Paris, written `2026-04-22 11:00`. */
export function beganBefore({ start }: Raw, time: string): boolean {
  return new Date(start).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 16) < time
}

/** The calls from a day on up to a time (`11:00`) of the last day. */
export async function upTo(url: string, from: string, last: string, time: string): Promise<Record<Stage, number>> {
  return tally((await dialled(url, from, last)).filter(call => beganBefore(call, `${last} ${time}`)))
}

/** The measures of a board that has some. */
export function measuresOf({ board }: BoardAnswer): Measure[] {
  if (board === null || !('measures' in board)) throw new Error('no measures')
  return board.measures
}

/** What a board says of each stage, by its name. */
export function each<T>(answer: BoardAnswer, pick: (measure: Measure) => T): Record<string, T> {
  return Object.fromEntries(measuresOf(answer).map(measure => [measure.metric, pick(measure)]))
}
