import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewCall } from './document'
import { type CallCandidate, chooseCalls, suggestCalls } from './suggest'
import type { ReviewCallChoice } from './writings'

const TAGS = ['meeting_booked', 'deal_won']

/** `minute` of the first morning; tags `won` is a conversion. */
function call(
  id: string,
  duration: number | null,
  more: Partial<CallCandidate> & { minute?: number } = {},
): CallCandidate {
  const { minute = 0, ...facts } = more
  return {
    id,
    date: new Date(Date.UTC(2026, 3, 13, 8, minute)).toISOString(),
    duration,
    result: 'ANSWERED',
    user: { id: 'usr-tom', name: 'Tom' },
    contactNumber: '+33612345678',
    contact: null,
    summary: null,
    tags: [],
    hasRecording: true,
    ...facts,
  }
}

const won = { tags: ['meeting_booked'] }
const counts = (dials: number) => ({ dials, connected: 0, conversations: 0, conversions: 0 })
const person = (id: string, now: number, before: number | null) => ({
  user: { id, name: id },
  now: counts(now),
  before: before === null ? null : counts(before),
})
const by = (id: string) => ({ user: { id, name: id } })

function suggested(calls: CallCandidate[], people: ReturnType<typeof person>[] = [], tags = TAGS): string[] {
  return suggestCalls(calls, { tags, people }).map(({ id, reason }) => `${id} ${reason}`)
}

describe('suggestions', () => {
  it('two of each kind, the longest first; of a new person the first', () => {
    const calls = [
      call('a', 300, won),
      call('b', 500, won),
      call('c', 400, { tags: ['other', 'deal_won'] }),
      call('d', 900),
      call('e', 800),
      call('f', 700),
      call('g', 120, { ...by('new'), minute: 9 }),
      call('h', 100, { ...by('new'), minute: 5 }),
      call('i', 90, { ...by('fresh'), minute: 7 }),
    ]
    const people = [person('new', 30, 0), person('fresh', 20, 0), person('usr-tom', 90, 80)]
    expect(suggested(calls, people)).toEqual([
      'b conversion',
      'c conversion',
      'd nearly',
      'e nearly',
      'h new-person',
      'i new-person',
    ])
  })

  it('more of a kind where others have none, up to six', () => {
    const calls = Array.from({ length: 9 }, (_, index) => call(`n${index}`, 100 + index))
    expect(suggested([...calls, call('w', 70, won)])).toEqual([
      'w conversion',
      ...['n8', 'n7', 'n6', 'n5', 'n4'].map(id => `${id} nearly`),
    ])
  })

  it('each call once, under its first reason', () => {
    const people = [person('new', 30, 0)]
    expect(suggested([call('a', 300, { ...won, ...by('new') })], people)).toEqual(['a conversion'])
    const twice = call('a', 300, won)
    expect(suggested([twice, twice])).toEqual(['a conversion'])
  })

  it('the next call of a new person is no first call', () => {
    const people = [person('new', 30, 0)]
    const calls = [call('first', 200, { ...won, ...by('new') }), call('next', 100, { ...by('new'), minute: 30 })]
    expect(suggested(calls, people)).toEqual(['first conversion', 'next nearly'])
  })

  it.each<[string, CallCandidate]>([
    ['without a recording', call('a', 300, { ...won, hasRecording: false })],
    ['of a minute, which is no conversation yet', call('a', 60, won)],
    ['of unknown length', call('a', null, won)],
  ])('nothing %s', (_, candidate) => {
    expect(suggested([candidate])).toEqual([])
  })

  it('somebody is new only with dials now, and a period before without any', () => {
    const calls = [call('a', 100, by('new'))]
    const reasons = (people: ReturnType<typeof person>[]) => suggested(calls, people, [])
    expect(reasons([person('new', 1, 0)])).toEqual(['a new-person'])
    expect(reasons([person('new', 0, 0)])).toEqual([])
    expect(reasons([person('new', 9, 1)])).toEqual([])
    expect(reasons([person('new', 9, null)])).toEqual([])
  })

  it('nothing nearly converts where no tag is a conversion', () => {
    expect(suggested([call('a', 300, won)], [], [])).toEqual([])
  })

  it('equal lengths: the earlier call, then the smaller id', () => {
    const calls = [call('c', 100, { minute: 2 }), call('b', 100, { minute: 1 }), call('a', 100, { minute: 2 })]
    expect(suggested(calls)).toEqual(['b nearly', 'a nearly', 'c nearly'])
  })

  it('does not depend on the order in which calls arrive', () => {
    const anyCall = fc
      .record({
        id: fc.nat(30),
        duration: fc.integer({ min: 50, max: 70 }),
        minute: fc.nat(3),
        won: fc.boolean(),
        by: fc.nat(2),
      })
      .map(({ id, duration, minute, won: isWon, by: user }) =>
        call(`c${id}`, duration, { minute, tags: isWon ? TAGS : [], ...by(`u${user}`) }),
      )
    const calls = fc.uniqueArray(anyCall, { selector: ({ id }) => id, maxLength: 30 })
    const people = [person('u0', 5, 0), person('u1', 5, 0), person('u2', 5, 5)]
    fc.assert(
      fc.property(
        calls.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const chosen = suggested(list, people)
          expect(suggested(shuffled, people)).toEqual(chosen)
          expect(new Set(chosen.map(each => each.split(' ')[0])).size).toBe(chosen.length)
          expect(chosen.length).toBeLessThanOrEqual(6)
        },
      ),
    )
  })
})

describe('what managers choose', () => {
  const calls: ReviewCall[] = ['a', 'b', 'c'].map(id => ({ ...call(id, 100), reason: 'nearly' as const }))
  const choice = (callId: string, state: ReviewCallChoice['state'], more: Partial<ReviewCallChoice> = {}) => ({
    callId,
    state,
    facts: null,
    moments: [],
    position: 0,
    version: 1,
    ...more,
  })
  const chosen = (choices: ReviewCallChoice[]) => chooseCalls(calls, choices).map(({ id, reason }) => `${id} ${reason}`)

  it('leaves suggestions that nobody touched, or only marked moments in', () => {
    expect(chosen([])).toEqual(['a nearly', 'b nearly', 'c nearly'])
    expect(chosen([choice('b', 'suggested')])).toEqual(['a nearly', 'b nearly', 'c nearly'])
  })
  it('drops, and pins in their places before the others', () => {
    const facts: ReviewCall = { ...call('x', 30), reason: 'pinned' }
    const choices = [
      choice('x', 'pinned', { position: 2, facts }),
      choice('c', 'pinned', { position: 1 }),
      choice('a', 'dropped'),
    ]
    expect(chosen(choices)).toEqual(['c pinned', 'x pinned', 'b nearly'])
  })
  it('leaves out what was pinned and is known nowhere', () => {
    expect(chosen([choice('gone', 'pinned')])).toEqual(['a nearly', 'b nearly', 'c nearly'])
  })
  it('shows a pinned call as it was when it was pinned', () => {
    const facts: ReviewCall = { ...call('a', 100, { summary: 'As it was' }), reason: 'nearly' }
    const [first] = chooseCalls(calls, [choice('a', 'pinned', { facts })])
    expect(first).toEqual({ ...facts, reason: 'pinned' })
  })
})
