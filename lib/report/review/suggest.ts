import type { CallReason, ReviewCall, ReviewPerson } from './document'
import type { ReviewCallChoice } from './writings'

/** Calls in all, and of each reason before what is left of the others fills the room. */
const MOST = 6
const OF_EACH = 2
/** Allo counts a connected call longer than this as a conversation; seconds. */
const CONVERSATION = 60

/** A call that may be suggested: its facts, before there is a reason. */
export type CallCandidate = Omit<ReviewCall, 'reason'>

function byLength(one: CallCandidate, other: CallCandidate): number {
  return (other.duration ?? 0) - (one.duration ?? 0) || byTime(one, other)
}

function byTime(one: CallCandidate, other: CallCandidate): number {
  return one.date.localeCompare(other.date) || (one.id < other.id ? -1 : 1)
}

/** Who made no dial in the period before and some in this one. */
function newPeople(people: readonly Pick<ReviewPerson, 'user' | 'now' | 'before'>[]): Set<string> {
  const isNew = people.filter(({ now, before }) => before?.dials === 0 && now.dials > 0)
  return new Set(isNew.map(({ user }) => user.id))
}

/** The first conversation of each new person, in order of time. */
function firstCalls(calls: readonly CallCandidate[], fresh: ReadonlySet<string>): CallCandidate[] {
  const seen = new Set<string>()
  return calls.toSorted(byTime).filter(({ user }) => {
    if (!user || !fresh.has(user.id) || seen.has(user.id)) return false
    seen.add(user.id)
    return true
  })
}

/**
 * Calls worth a listen, at most six, in this order: the longest conversions; the longest conversations without a conversion tag
 * ("nearly converted": what was talked about longest and not won); the first conversations of people who made no dial in the period
 * before. Two of each, then what is left of each in the same order. Only conversations (longer than a minute) with a recording
 * are worth it. Each call once, under its first reason; the same calls in any order give the same suggestions.
 *
 * @param tags that count as conversions; none: nothing converted, and nothing nearly did
 */
export function suggestCalls(
  candidates: readonly CallCandidate[],
  { tags, people }: { tags: readonly string[]; people: readonly Pick<ReviewPerson, 'user' | 'now' | 'before'>[] },
): ReviewCall[] {
  const calls = [...new Map(candidates.map(call => [call.id, call])).values()].filter(
    call => call.hasRecording && (call.duration ?? 0) > CONVERSATION,
  )
  const converted = (call: CallCandidate) => call.tags.some(tag => tags.includes(tag))
  const lists: [CallReason, CallCandidate[]][] = [
    ['conversion', calls.filter(converted).toSorted(byLength)],
    ['nearly', tags.length > 0 ? calls.filter(call => !converted(call)).toSorted(byLength) : []],
    ['new-person', firstCalls(calls, newPeople(people))],
  ]
  const chosen = new Map<string, ReviewCall>()
  const take = (most: number) => {
    for (const [reason, list] of lists) {
      let room = most
      for (const call of list) {
        if (room === 0 || chosen.size === MOST) break
        if (chosen.has(call.id)) continue
        chosen.set(call.id, { ...call, reason })
        room -= 1
      }
    }
  }
  take(OF_EACH)
  take(MOST)
  const order = lists.map(([reason]) => reason)
  return [...chosen.values()].toSorted((one, other) => order.indexOf(one.reason) - order.indexOf(other.reason))
}

/**
 * The calls of a review as its managers want them: the pinned ones first, in their places, then the suggestions that nobody
 * dropped. A pinned call that was suggested too stands once, as pinned.
 */
export function chooseCalls(calls: readonly ReviewCall[], choices: readonly ReviewCallChoice[]): ReviewCall[] {
  const known = new Map(calls.map(call => [call.id, call]))
  const pinned = choices
    .filter(({ state }) => state === 'pinned')
    .toSorted((one, other) => one.position - other.position || (one.callId < other.callId ? -1 : 1))
    .flatMap(({ callId, facts }): ReviewCall[] => {
      const call = facts ?? known.get(callId)
      return call ? [{ ...call, reason: 'pinned' }] : []
    })
  const taken = new Set(choices.filter(({ state }) => state !== 'suggested').map(({ callId }) => callId))
  return [...pinned, ...calls.filter(({ id }) => !taken.has(id))]
}
