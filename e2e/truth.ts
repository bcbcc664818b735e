import { addDays, type Days, mondayOf, type Weekday, wallClock, weekdayOf } from './dates'
import { fetchNow, fetchRawCalls, type RawCall } from './simulator'

/*
 * What the page must show, counted from single calls. Nothing of the product's own arithmetic is used: what is a stage, a
 * day, an hour or a week is said here a second time, from the definitions and not from the code.
 */

export const STAGES = ['dials', 'connected', 'conversations', 'conversions'] as const
export type Stage = (typeof STAGES)[number]
export type Counts = Record<Stage, number>

/** The tags of a conversion in the tested workspace. */
export const CONVERSION_TAGS = ['meeting_booked']

/** An outbound call with its place on the wall clock of the workspace. */
export interface Call extends RawCall {
  date: string
  hour: number
  weekday: Weekday
}

/** Today in the workspace. */
export async function today(): Promise<string> {
  return wallClock(await fetchNow()).date
}

/** The outbound calls that began on these days of the workspace. Asks a day more on both sides and decides by itself. */
export async function callsOf({ from, to }: Days): Promise<Call[]> {
  const raw = await fetchRawCalls(addDays(from, -1), addDays(to, 1))
  return raw
    .filter(call => call.direction === 'OUTBOUND')
    .map(call => {
      const { date, hour } = wallClock(call.start)
      return { ...call, date, hour, weekday: weekdayOf(date) }
    })
    .filter(({ date }) => date >= from && date <= to)
}

/** Whether a call reached a stage: picked up; talked for more than a minute; bears one of the tags, whatever it reached. */
export function reached(call: Call, stage: Stage, tags: readonly string[] = CONVERSION_TAGS): boolean {
  if (stage === 'dials') return true
  if (stage === 'conversions') return call.tags.some(({ name }) => tags.includes(name))
  return call.outcome === 'connected' && (stage === 'connected' || call.talk_seconds > 60)
}

export function countOf(calls: readonly Call[], stage: Stage, tags?: readonly string[]): number {
  return calls.filter(call => reached(call, stage, tags)).length
}

export function countsOf(calls: readonly Call[], tags?: readonly string[]): Counts {
  return {
    dials: countOf(calls, 'dials'),
    connected: countOf(calls, 'connected'),
    conversations: countOf(calls, 'conversations'),
    conversions: countOf(calls, 'conversions', tags),
  }
}

/** Calls by any key, in the order in which the keys first occur. */
export function groupBy<K>(calls: readonly Call[], keyOf: (call: Call) => K): Map<K, Call[]> {
  const groups = new Map<K, Call[]>()
  for (const call of calls) {
    const group = groups.get(keyOf(call))
    if (group) group.push(call)
    else groups.set(keyOf(call), [call])
  }
  return groups
}

/** The buckets of a range, its edges cut: Monday to Sunday for weeks. */
export function bucketsOf({ from, to }: Days, granularity: 'day' | 'week' | 'month'): Days[] {
  const buckets: Days[] = []
  const startOf = (date: string) =>
    granularity === 'day' ? date : granularity === 'week' ? mondayOf(date) : date.slice(0, 7)
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const last = buckets.at(-1)
    if (last && startOf(last.from) === startOf(date)) last.to = date
    else buckets.push({ from: date, to: date })
  }
  return buckets
}

export function within(calls: readonly Call[], { from, to }: Days): Call[] {
  return calls.filter(({ date }) => date >= from && date <= to)
}

/** Seconds: talk of conversations only, and ringing over all dials. */
export function timeSpentOf(calls: readonly Call[]) {
  const talks = calls.filter(call => reached(call, 'conversations')).map(call => call.talk_seconds)
  const total = talks.reduce((sum, seconds) => sum + seconds, 0)
  const ringing = calls.reduce((sum, call) => sum + call.ringing_seconds, 0)
  return { total, average: total / talks.length, ringing: ringing / calls.length }
}
