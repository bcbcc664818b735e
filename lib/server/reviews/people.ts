import 'server-only'
import PQueue from 'p-queue'
import { countsOfReport, type StageCounts } from '@/lib/report/funnels'
import type { OutboundReport } from '@/lib/report/outbound'
import type { OverviewReport } from '@/lib/report/overview'
import type { DateRange, ReportQuery } from '@/lib/report/query'
import type { ReviewPerson } from '@/lib/report/review/document'
import type { Gathering } from './gather'

/** Questions under way at a time: a review of sixty people leaves turns to whoever else waits for Allo. */
const AT_ONCE = 4

const NOTHING: StageCounts = { dials: 0, connected: 0, conversations: 0, conversions: 0 }

interface Listed {
  user: { id: string; name: string }
  talkTime: number | null
  /** Calls in and out; null when unknown. */
  calls: number | null
  callsBefore: number | null
}

/** Everybody who had calls in either period; of a report of some people, those. By name. */
function listPeople(team: OutboundReport, overview: OverviewReport | null, { people }: ReportQuery): Listed[] {
  const listed = new Map<string, Listed>()
  for (const { user } of team.leaderboard.rows) {
    if (user) listed.set(user.id, { user, talkTime: null, calls: null, callsBefore: null })
  }
  for (const { user, talkTime, totalCalls } of overview?.people ?? []) {
    if (!user) continue
    listed.set(user.id, { user, talkTime: talkTime.now, calls: totalCalls.now, callsBefore: totalCalls.before })
  }
  return [...listed.values()]
    .filter(({ user }) => people.length === 0 || people.includes(user.id))
    .sort((one, other) => one.user.name.localeCompare(other.user.name, 'en') || (one.user.id < other.user.id ? -1 : 1))
}

interface Numbers {
  counts: StageCounts
  activeDays: number
}

/**
 * Each person's funnel in the period and in the one before: one question each for somebody who had calls in it. Somebody
 * without any is not asked for. Of a report by lines there are none: Allo cannot combine them with a person.
 */
export async function gatherPeople(
  gathering: Gathering,
  given: { team: OutboundReport; overview: OverviewReport | null; query: ReportQuery; before: DateRange | null },
): Promise<ReviewPerson[]> {
  const { team, overview, query, before } = given
  if (query.lines.length > 0) return []
  const queue = new PQueue({ concurrency: AT_ONCE })

  async function ask(id: string, period: ReportQuery['period'], calls: number | null): Promise<Numbers> {
    if (calls === 0) return { counts: NOTHING, activeDays: 0 }
    const { report } = await gathering.person(id, { ...query, period, comparison: 'none' })
    return {
      counts: countsOfReport(report),
      activeDays: report.series.buckets.filter(bucket => bucket.dials > 0).length,
    }
  }

  try {
    return await Promise.all(
      listPeople(team, overview, query).map(async ({ user, talkTime, calls, callsBefore }): Promise<ReviewPerson> => {
        const [now, earlier] = await Promise.all([
          queue.add(() => ask(user.id, query.period, calls)),
          before && queue.add(() => ask(user.id, before, callsBefore)),
        ])
        return {
          user,
          now: now.counts,
          before: earlier?.counts ?? null,
          talkTime,
          activeDays: now.activeDays,
          activeDaysBefore: earlier?.activeDays ?? null,
        }
      }),
    )
  } finally {
    // When one failed, the others need not be asked for.
    queue.clear()
  }
}
