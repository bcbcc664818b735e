import { describe, expect, it } from 'vitest'
import type { ConversationSummary, Paged } from '@/lib/allo/schemas'
import { followPage, nextPass } from './plan'
import { waitAfterRound } from './schedule'
import { NOTHING_YET, type Pass, type SyncState } from './state'

const NOW = Date.parse('2026-04-21T12:00:00.000Z')
const NEWEST = '2026-04-21T11:59:00.000Z'
const FRESH: SyncState = { ...NOTHING_YET, wholeAt: '2026-04-21T02:00:00.000Z', deepAt: '2026-04-21T11:30:00.000Z' }

const PASS: Pass = {
  startedAt: '2026-04-21T12:00:00.000Z',
  depth: 'usual',
  since: '2026-04-21T10:59:00.000Z',
  page: 1,
  total: null,
  newest: null,
  requests: 0,
  milliseconds: 0,
}

describe('what a pass asks for', () => {
  it.each<[string, string | null, SyncState, Partial<Pass>]>([
    ['the first: everything', null, NOTHING_YET, { depth: 'whole', since: null, page: 1 }],
    ['an empty line: everything, which is nothing', null, FRESH, { depth: 'whole', since: null }],
    ['usually an hour back', NEWEST, FRESH, { depth: 'usual', since: '2026-04-21T10:59:00.000Z' }],
    [
      'once an hour two days back',
      NEWEST,
      { ...FRESH, deepAt: '2026-04-21T11:00:00.000Z' },
      { depth: 'deep', since: '2026-04-19T11:59:00.000Z' },
    ],
    [
      'once a day everything',
      NEWEST,
      { ...FRESH, wholeAt: '2026-04-20T12:00:00.000Z' },
      { depth: 'whole', since: null },
    ],
    [
      'one that was broken off, from the page before, with what its first page showed',
      NEWEST,
      { ...FRESH, pass: { ...PASS, startedAt: '2026-04-21T11:00:00.001Z', page: 7, total: 812, newest: NEWEST } },
      { page: 6, total: 812, newest: NEWEST, startedAt: '2026-04-21T11:00:00.001Z' },
    ],
    [
      'one that was broken off too long ago, anew',
      NEWEST,
      { ...FRESH, pass: { ...PASS, startedAt: '2026-04-21T11:00:00.000Z', page: 7 } },
      { page: 1, startedAt: '2026-04-21T12:00:00.000Z' },
    ],
  ])('%s', (_, newest, state, expected) => {
    expect(nextPass(newest, state, NOW)).toMatchObject(expected)
  })
})

function page(number: number, totalCount: number, times: string[]): Paged<ConversationSummary> {
  const totalPages = Math.ceil(totalCount / 100)
  return {
    rows: times.map(lastActivity => ({ contactNumber: '+33612345678', contacts: [], lastActivity, lastItem: null })),
    pagination: { page: number, size: 100, totalCount, totalPages, hasMore: number < totalPages },
  }
}
const T = (minute: number) => `2026-04-21T11:${String(minute).padStart(2, '0')}:00.000Z`

describe('what follows a page', () => {
  it.each<[string, Partial<Pass>, Paged<ConversationSummary>, Partial<Pass>, boolean]>([
    ['the next one', {}, page(1, 250, [T(50), T(49)]), { page: 2, total: 250, newest: T(50), requests: 1 }, false],
    ['nothing, on an empty line', {}, page(1, 0, []), { newest: null }, true],
    [
      'the newest is what the first page showed',
      { page: 2, total: 250, newest: T(30) },
      page(2, 251, [T(59)]),
      { newest: T(30) },
      false,
    ],
    ['nothing after the last', { page: 3, total: 250, newest: T(50) }, page(3, 250, [T(1)]), {}, true],
    [
      'one has left the list: the page before once more',
      { page: 2, total: 250, newest: T(50) },
      page(2, 249, [T(40)]),
      { page: 1, total: 249 },
      false,
    ],
    [
      '101 have left: two pages back',
      { page: 5, total: 600, newest: T(50) },
      page(5, 499, [T(40)]),
      { page: 3 },
      false,
    ],
    [
      'one has left before the last page',
      { page: 3, total: 250, newest: T(50) },
      page(3, 249, [T(1)]),
      { page: 2 },
      false,
    ],
    ['more than there are have left', { page: 2, total: 150, newest: T(50) }, page(2, 20, []), { page: 1 }, false],
    [
      'nothing when Allo goes on beyond what was asked for',
      { newest: null },
      page(1, 250, [T(50), '2026-04-21T10:58:59.000Z']),
      {},
      true,
    ],
    ['no newest after now', {}, page(1, 1, ['2026-04-28T00:00:00.000Z']), { newest: PASS.startedAt }, true],
  ])('%s', (_, change, answer, expected, done) => {
    const followed = followPage({ ...PASS, ...change }, answer)
    expect(followed.pass).toMatchObject(expected)
    expect(followed.done).toBe(done)
  })

  it('refuses a page that was not asked for, and a list without end', () => {
    expect(() => followPage({ ...PASS, page: 2 }, page(1, 250, [T(50)]))).toThrow(/asked for page 2/)
    expect(() => followPage({ ...PASS, requests: 28 }, page(1, 250, [T(50)]))).not.toThrow()
    expect(() => followPage({ ...PASS, requests: 29 }, page(1, 250, [T(50)]))).toThrow(/does not end/)
  })
})

describe('the wait for the next round', () => {
  const MINUTE = 60_000
  it.each([
    ['while somebody is here', 0, 0, 0, 20_000],
    ['somebody was here almost five minutes ago', 5 * MINUTE - 1, 0, 0, 20_000],
    ['nobody is here', 5 * MINUTE, 0, 0, 300_000],
    ['after one failure', 0, 1, 0, 40_000],
    ['after four', 0, 4, 0, 320_000],
    ['after many', 0, 30, 0, 600_000],
    ['nobody is here, after one failure', 6 * MINUTE, 1, 0, 300_000],
    ['as long as Allo says', 0, 1, 3600, 3_600_000],
    ['not shorter because Allo says less', 0, 2, 1, 80_000],
  ])('%s', (_, unusedFor, failures, told, expected) => {
    expect(waitAfterRound(unusedFor, failures, told)).toBe(expected)
  })

  it('is short when something is known to have happened, unless Allo fails', () => {
    expect(waitAfterRound(0, 0, 0, true)).toBe(10_000)
    expect(waitAfterRound(5 * MINUTE, 0, 0, true)).toBe(10_000)
    expect(waitAfterRound(0, 1, 0, true)).toBe(40_000)
    // Nobody is here and Allo fails: a hint is no reason to ask sooner than every five minutes.
    expect(waitAfterRound(10 * MINUTE, 1, 0, true)).toBe(5 * MINUTE)
    expect(waitAfterRound(0, 0, 30, true)).toBe(30_000)
  })
})
