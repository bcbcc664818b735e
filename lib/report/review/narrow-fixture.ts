import type { Compared } from '@/lib/report/outbound'
import { reportOf } from '@/lib/report/outbound-fixture'
import type { OverviewReport } from '@/lib/report/overview'
import type { FACTORS, ReviewCall, ReviewDocument, ReviewPerson } from './document'

/* A whole review for the tests of what its readers may see. Every number of the team is one of these, every name too. */

interface Person {
  id: string
  name: string
}

function known(now: number): Compared<number | null> {
  return { now, before: null, change: { kind: 'none' } }
}

function personOf(user: Person): ReviewPerson {
  return {
    user,
    now: { dials: 0, connected: 0, conversations: 0, conversions: 0 },
    before: { dials: 80, connected: 30, conversations: 12, conversions: 2 },
    talkTime: 3600,
    activeDays: 0,
    activeDaysBefore: 5,
  }
}

function overviewOf(people: Person[], report: ReturnType<typeof reportOf>): OverviewReport {
  const figures = { totalCalls: known(10), talkTime: known(7_654_321), longCalls: known(3), answerRate: known(0.4) }
  return {
    period: report.period,
    comparison: report.comparison,
    zone: report.zone,
    today: report.today,
    team: figures,
    people: people.map(user => ({ user, ...figures })),
    unattributed: 0,
    colleagues: null,
  }
}

/** Week 16 with everybody out but in the leaderboard, where each reached somebody once. */
export function documentOf(people: Person[], calls: ReviewCall[], commitments: string[] = []): ReviewDocument {
  const shorthand = {
    funnel: [1604, 536, 191, 38] as [number, number, number, number],
    time: [9000, 188, 17] as [number, number, number],
  }
  const outbound = reportOf(
    { ...shorthand, series: [['2026-04-13', 1604, 536, 38]], heatmap: [['MONDAY', 9, 1604, 536]] },
    shorthand,
  )
  const split = {
    total: 1,
    by: { dials: 0.25, connection: 0.25, conversation: 0.25, conversion: 0.25 } satisfies Record<
      (typeof FACTORS)[number],
      number
    >,
    assumed: [],
  }
  const rows = people.map(user => ({
    rank: 1,
    user,
    connected: 1,
    share: 1,
    before: null,
    change: { kind: 'none' } as const,
  }))
  return {
    format: 1,
    subject: { kind: 'week', key: '2026-W16' },
    range: outbound.period.range,
    comparedWith: outbound.comparison?.range ?? null,
    settings: { zone: 'Europe/Paris', minSample: 20, tags: ['meeting_booked'], holidays: [], workdays: ['monday'] },
    computedAt: null,
    fetchedAt: '2026-04-20T06:00:00.000Z',
    outbound: { ...outbound, leaderboard: { ...outbound.leaderboard, rows } },
    overview: overviewOf(people, outbound),
    people: people.map(personOf),
    moved: { team: { ...split, total: people.length + 2 }, people: people.map(user => ({ user, split })), rest: 2 },
    summary: [
      { kind: 'dials', count: 1604, by: null },
      { kind: 'out', names: people.map(({ name }) => name) },
    ],
    calls,
    outcomes: [null, ...people].map((user, place) => ({
      commitment: { id: `com_${place}`, user, text: commitments[place] ?? '', measure: null, author: 'Maya' },
      became: 'open' as const,
      reached: null,
    })),
  }
}
