import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { readCalls } from '@/lib/report/calls-query'
import { type ReportQuery, STAGES } from '@/lib/report/query'
import { SECTIONS } from '@/lib/report/review/document'
import { DEFAULT_VIEW, writeReport } from '@/lib/report/search'
import type { ShareAccess } from '@/lib/server/access/access'
import { requireCaller } from '@/lib/server/access/find'
import { getBoard } from '@/lib/server/boards/board'
import { getCall, getCallDetails, openRecording } from '@/lib/server/calls'
import { getTicker } from '@/lib/server/celebrations/feed'
import { getTimeline } from '@/lib/server/contact'
import { query } from '@/lib/server/db/database'
import { tokens } from '@/lib/server/db/schema'
import { getDirectory } from '@/lib/server/directory'
import { getDayCalls, getDrilldown } from '@/lib/server/drilldowns'
import { getInbox } from '@/lib/server/inbox'
import { searchItems } from '@/lib/server/items'
import { getFunnel } from '@/lib/server/people-funnels'
import { findPerson } from '@/lib/server/person'
import { getPersonCalls } from '@/lib/server/person-calls'
import { getReportCsv } from '@/lib/server/report-csv'
import { getReport, getReportReply } from '@/lib/server/reports'
import { freezeReview } from '@/lib/server/reviews/freeze'
import { listReviews } from '@/lib/server/reviews/list'
import { INES, NOW, ORIGIN, person, TOM, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { getReview } from '@/lib/server/reviews/reviews'
import { getSince } from '@/lib/server/reviews/since'
import { getWritings } from '@/lib/server/reviews/writings'
import { getLatest } from '@/lib/server/sync/latest'
import { getTokens } from '@/lib/server/tokens'
import { VIEW_SECTIONS } from '@/lib/settings/share-link'
import { startSimulator } from '@/lib/simulator/server'
import type { NewShare } from './input'
import { openShare, unlockShare } from './open'
import { cookies, keepRevision, share, VIEW, wish } from './share-kit'
import { changeShare, endShare, getShares, makeShare } from './shares'

const { asked } = withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

const OTHER = '2026-W15'
const PASSPHRASE = 'tell nobody else'
/** Of each of the two tests; together ten thousand. */
const REQUESTS = 5000

beforeEach(async () => {
  await query(db => db.delete(tokens))
  for (const key of [WEEK, OTHER]) for (const number of [1, 2]) await keepRevision(key, number, [{}])
})

/** Always the same numbers from 0 to below 1, so that what fails once fails again (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = randomOf(20_260_420)
const below = (end: number) => Math.floor(random() * end)
function pick<T>(...from: readonly T[]): T {
  const [first] = from
  if (first === undefined) throw new Error('nothing to pick from')
  return from[below(from.length)] ?? first
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const letter = () => LETTERS[below(64)] ?? 'A'
const letters = (count: number) => Array.from({ length: count }, letter).join('')
const pause = (id: string) => changeShare(person('manager'), id, { paused: true }, ORIGIN)

const view = (given: Partial<NewShare> = {}) => share({ subject: { kind: 'view', address: VIEW }, ...given })

it('a secret guessed, near a real one, revoked, paused, expired or locked opens nothing', async () => {
  const live = [await share(), await view(), await share({ sections: [...SECTIONS] })]
  const dead = [await share(), await view(), await share({ days: 7 })]
  const locked = [await share({ passphrase: PASSPHRASE }), await view({ passphrase: PASSPHRASE })]
  const [revoked, paused, expired] = dead
  await endShare(person('manager'), revoked?.id ?? '', ORIGIN)
  await pause(paused?.id ?? '')
  const past = new Date(Date.parse(NOW) - 1)
  const isOf = eq(tokens.hint, expired?.secret.slice(-4) ?? '')
  const ended = await query(db => db.update(tokens).set({ expiresAt: past }).where(isOf).returning())
  expect(ended).toHaveLength(1)
  const kept = (await query(db => db.select().from(tokens))).flatMap(({ id, tokenHash, hint }) => [id, tokenHash, hint])
  const secrets = [...live, ...dead, ...locked].map(({ secret }) => secret)
  const cookie = /callboard-share=([^;]+)/.exec(
    (await unlockShare(locked[0]?.secret ?? '', PASSPHRASE, null)) ?? '',
  )?.[1]

  const spoil = (secret: string): string => {
    const at = 3 + below(43)
    // The last character of 43 holds two bits that do not count; the hash is of the text, so they do.
    const other = [...LETTERS].filter(each => each !== secret[at])
    return pick(
      () => `${secret.slice(0, at)}${pick(...other)}${secret.slice(at + 1)}`,
      () => secret.slice(0, at),
      () => secret + letter(),
      () => secret.slice(3),
      () => `cb_${letters(43)}`,
      () => secret.slice(0, at) + letters(46 - at),
      () => ` ${secret}`,
      () => encodeURIComponent(`${secret}/`),
      () => `${secret}/preview`,
      () => `${secret}?revision=2`,
      () => pick(...kept),
      () => `cb_${pick(...kept)}`,
    )()
  }
  let opened = 0
  for (let asking = 0; asking < REQUESTS; asking += 1) {
    const jar = cookies(pick({}, { 'callboard-share': cookie ?? '' }, { 'callboard-share': letters(54) }))
    const address = `2001:db8:${(asking >> 12).toString(16)}:${(asking & 0xfff).toString(16)}::1`
    const secret = pick(
      () => spoil(pick(...secrets)),
      () => spoil(pick(...secrets)),
      () => pick(...dead).secret,
      () => locked[1]?.secret ?? '',
    )()
    const found = await openShare(secret, jar, address)
    if (found?.access) opened += 1
    if (asking % 10 === 0)
      await expect(
        requireCaller(cookies(), new Headers({ authorization: `Bearer ${pick(...secrets, secret)}` })),
      ).rejects.toThrow(CallboardError)
  }
  expect(opened).toBe(0)
  // The test would see it if one opened.
  for (const { secret } of live) expect((await openShare(secret, cookies(), '2001:db8:ffff::1'))?.access).not.toBeNull()
}, 120_000)

/** A report that is not the one of the link. */
function otherReport(): ReportQuery {
  const own = '?period=2026-04-13..2026-04-19&compare=none'
  const day = (from: number) => `2026-04-${String(from).padStart(2, '0')}`
  for (;;) {
    const from = 1 + below(20)
    const made: ReportQuery = {
      period: pick(
        { from: day(from), to: day(from + below(10)) },
        { from: '2026-04-13', to: '2026-04-19' },
        'today',
        'last-week',
      ),
      comparison: pick('none', 'previous', 'year'),
      people: pick([], [INES], [TOM], [INES, TOM]),
      lines: [],
      tags: pick(null, ['meeting_booked'], []),
      granularity: pick('day', 'week', 'month'),
    }
    if (writeReport(made) !== own) return made
  }
}

/** Everything that can be asked for in a link's name, with anything but what the link shows. */
function doors(access: ShareAccess): (() => Promise<unknown>)[] {
  const report = otherReport()
  const stage = pick(...STAGES)
  const cell = { weekday: 'tuesday' as const, hour: 10 }
  const drilled = { ...DEFAULT_VIEW, report, drill: { stage, on: null, person: null, cell, page: 1, call: null } }
  const key = access.review?.key === WEEK ? OTHER : WEEK
  const own = access.review?.key ?? WEEK
  const id = pick('cll-1', 'call-1', access.id, letters(12))
  const wanted = { showsContacts: true, showsCompanies: true }
  const scene = { id: 'a', kind: 'scoreboard' as const, view: writeReport(report), seconds: 30, title: null }
  return [
    () => getReview(access, pick(key, '2026-04', 'rep_x', letters(8))),
    () => getReview(access, pick(key, own), { revision: 2 }),
    () => getReview(access, pick(key, own), { live: true }),
    () => getWritings(access, key),
    () => getSince(access, own),
    () => listReviews(access),
    () => freezeReview(access, own, ORIGIN),
    () => getReport(access, 'outbound', report),
    () => getReport(access, 'overview', report),
    () =>
      getReport(access, 'overview', {
        ...DEFAULT_VIEW.report,
        period: { from: '2026-04-13', to: '2026-04-19' },
        comparison: 'none',
      }),
    () => getReportReply(access, 'outbound', report),
    () => getReportCsv(access, 'outbound', pick('funnel', 'leaderboard'), report),
    () => getFunnel(access, report),
    () => getBoard(access, { ...scene, view: pick(scene.view, access.reports[0] ?? scene.view) }, new Date(NOW)),
    () => getTicker(access, wanted),
    () => getDrilldown(access, drilled),
    () => getDayCalls(access, drilled, '2026-04-14'),
    () => getCall(access, id),
    () => getCallDetails(access, [id]),
    () => openRecording(access, id, null),
    () => searchItems(access, readCalls(new URLSearchParams('q=a')).query, 1),
    () => getTimeline(access, '+33698765432', 1),
    () => getInbox(access, { line: null, pages: 1, listed: true }),
    () => getPersonCalls(access, pick(INES, TOM), report),
    () => findPerson(access, pick(INES, TOM)),
    () => getDirectory(access),
    () => getLatest(access),
    () => getTokens(access),
    () => getShares(access),
    () => makeShare(access, wish({ subject: { kind: 'review', key, revision: 1 } }), ORIGIN),
    () => changeShare(access, access.id, { paused: false }, ORIGIN),
    () => endShare(access, access.id, ORIGIN),
  ]
}

it('a link that opens reads nothing but what it shows, whatever is asked in its name', async () => {
  const made = [
    await share({ sections: [...SECTIONS], showsNames: true, showsNumbers: true }),
    await share({ subject: { kind: 'review', key: OTHER, revision: 1 } }),
    await view({ sections: [...VIEW_SECTIONS] }),
    await view({ sections: ['funnel'] }),
  ]
  const links: ShareAccess[] = []
  for (const { secret } of made) {
    const access = (await openShare(secret, cookies(), null))?.access
    if (access) links.push(access)
  }
  expect(links).toHaveLength(4)
  const before = asked()
  const read: string[] = []
  const codes = new Set<string>()
  for (let asking = 0; asking < REQUESTS; asking += 1) {
    const ask = pick(...doors(pick(...links)))
    try {
      await ask()
      read.push(String(ask))
    } catch (thrown) {
      codes.add(thrown instanceof CallboardError ? thrown.code : String(thrown))
    }
  }
  expect(read).toEqual([])
  expect([...codes].sort()).toEqual(['FORBIDDEN'])
  expect(asked()).toBe(before)
  expect(await getShares(person('admin'))).toMatchObject(Array.from({ length: 4 }, () => ({ state: 'open' })))
}, 120_000)
