import { beforeEach, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { readCalls } from '@/lib/report/calls-query'
import { type Comparison, GRANULARITIES, type Period, type ReportQuery, STAGES } from '@/lib/report/query'
import { SECTIONS } from '@/lib/report/review/document'
import { DEFAULT_VIEW, writeReport } from '@/lib/report/search'
import type { ShareAccess } from '@/lib/server/access/access'
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
import { openShare } from './open'
import { below, letters, pick } from './random-kit'
import { cookies, keepRevision, share, VIEW, wish } from './share-kit'
import { changeShare, endShare, getShares, makeShare } from './shares'

const { asked } = withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

const OTHER = '2026-W15'
/** With those of `guess.test.ts` ten thousand. */
const REQUESTS = 5000

beforeEach(async () => {
  await query(db => db.delete(tokens))
  for (const key of [WEEK, OTHER]) for (const number of [1, 2]) await keepRevision(key, number, [{}])
})

const view = (given: Partial<NewShare> = {}) => share({ subject: { kind: 'view', address: VIEW }, ...given })

const RANGE = { from: '2026-04-13', to: '2026-04-19' }

/** A report that is not the one of the link. */
function otherReport(): ReportQuery {
  const own = '?period=2026-04-13..2026-04-19&compare=none'
  const day = (from: number) => `2026-04-${String(from).padStart(2, '0')}`
  for (;;) {
    const from = 1 + below(20)
    const made: ReportQuery = {
      period: pick<Period>([{ from: day(from), to: day(from + below(10)) }, RANGE, 'today', 'last-week']),
      comparison: pick<Comparison>(['none', 'previous', 'year']),
      people: pick([[], [INES], [TOM], [INES, TOM]]),
      lines: [],
      tags: pick([null, ['meeting_booked'], []]),
      granularity: pick(GRANULARITIES),
    }
    if (writeReport(made) !== own) return made
  }
}

/** Everything that can be asked for in a link's name, with anything but what the link shows. */
function doors(access: ShareAccess): (() => Promise<unknown>)[] {
  const report = otherReport()
  const stage = pick(STAGES)
  const cell = { weekday: 'tuesday' as const, hour: 10 }
  const drilled = { ...DEFAULT_VIEW, report, drill: { stage, on: null, person: null, cell, page: 1, call: null } }
  const key = access.review?.key === WEEK ? OTHER : WEEK
  const own = access.review?.key ?? WEEK
  const id = pick(['cll-1', 'call-1', access.id, letters(12)])
  const wanted = { showsContacts: true, showsCompanies: true }
  const scene = { id: 'a', kind: 'scoreboard' as const, view: writeReport(report), seconds: 30, title: null }
  return [
    () => getReview(access, pick([key, '2026-04', 'rep_x', letters(8)])),
    () => getReview(access, pick([key, own]), { revision: 2 }),
    () => getReview(access, pick([key, own]), { live: true }),
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
    () => getReportCsv(access, 'outbound', pick(['funnel', 'leaderboard']), report),
    () => getFunnel(access, { ...report, people: [INES] }),
    () => getBoard(access, { ...scene, view: pick([scene.view, access.reports[0] ?? scene.view]) }, new Date(NOW)),
    () => getTicker(access, wanted),
    () => getDrilldown(access, drilled),
    () => getDayCalls(access, drilled, '2026-04-14'),
    () => getCall(access, id),
    () => getCallDetails(access, [id]),
    () => openRecording(access, id, null),
    () => searchItems(access, readCalls(new URLSearchParams('q=a')).query, 1),
    () => getTimeline(access, '+33698765432', 1),
    () => getInbox(access, { show: 'all', line: null, depth: 1 }),
    () => getPersonCalls(access, pick([INES, TOM]), report),
    () => findPerson(access, pick([INES, TOM])),
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
    const ask = pick(doors(pick(links)))
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
