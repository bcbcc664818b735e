import { expect, it } from 'vitest'
import type { OverviewPerson } from '@/lib/report/overview'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { getReport } from '@/lib/server/reports'
import { startSimulator } from '@/lib/simulator/server'
import { Gathering } from './gather'
import { gatherPeople } from './people'
import { INES, NOW, person, WEEK_RANGE, withReviews } from './review-kit'

const { asked } = withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

const BEFORE = { from: '2026-04-06', to: '2026-04-12' }
const query = { ...DEFAULT_VIEW.report, period: WEEK_RANGE, comparison: BEFORE }

async function teamOf() {
  const { report: team } = await getReport(person('manager'), 'outbound', query)
  const { report: overview } = await getReport(person('manager'), 'overview', query)
  return { team, overview }
}

it('sixty people cost two questions each, less the periods in which they had no calls', async () => {
  const { team, overview } = await teamOf()
  const [some] = overview.people
  if (!some) throw new Error('nobody called')
  const crowd = Array.from({ length: 60 }, (_, at): OverviewPerson => {
    // Every tenth had calls in neither period, every other tenth only in the one before.
    const now = at % 10 === 0 || at % 10 === 1 ? 0 : 5
    const before = at % 10 === 0 ? 0 : 5
    const calls = { now, before, change: { kind: 'none' } as const }
    return { ...some, user: { id: `usr-crowd${at}`, name: `P ${at}` }, totalCalls: calls }
  })
  const given = {
    team: { ...team, leaderboard: { ...team.leaderboard, rows: [] } },
    overview: { ...overview, people: crowd },
  }
  const before = asked()
  const people = await gatherPeople(new Gathering(0, false, {}), { ...given, query, before: BEFORE })
  expect(people).toHaveLength(60)
  expect(asked() - before).toBe(2 * 60 - 6 * 2 - 6)
})

it('without an overview, those of the leaderboard are asked for; without a comparison, once', async () => {
  const { team } = await teamOf()
  const ids = team.leaderboard.rows.flatMap(({ user }) => user?.id ?? [])
  const before = asked()
  const people = await gatherPeople(new Gathering(0, false, {}), { team, overview: null, query, before: null })
  expect(people.map(({ user }) => user.id).sort()).toEqual(ids.sort())
  expect(people.every(each => each.before === null && each.talkTime === null && each.now.dials > 0)).toBe(true)
  expect(asked() - before).toBe(ids.length)
})

it('of a report of some people, only they are', async () => {
  const { team, overview } = await teamOf()
  const own = { ...query, people: [INES] }
  const people = await gatherPeople(new Gathering(0, false, {}), { team, overview, query: own, before: BEFORE })
  expect(people.map(({ user }) => user.id)).toEqual([INES])
})
