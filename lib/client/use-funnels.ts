'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import { type FunnelRow, remainder, type StageCounts } from '@/lib/report/funnels'
import type { ReportQuery } from '@/lib/report/query'
import { funnelQuery } from './team-query'

/** Where the answer about one person is. */
export interface FunnelState {
  error: CallboardError | null
  retry: () => void
}

export interface Funnels {
  rows: FunnelRow[]
  /** By id; a row without counts and without an error is on its way. */
  states: Map<string, FunnelState>
  /** People whose funnel is here. */
  arrived: number
  /** Each is here or has failed; asking again for one that failed changes nothing of it. */
  settled: boolean
  /** Everybody of the question together, asked by itself; null until it is here. */
  team: StageCounts | null
  /** What the rows leave of the team; null until all are here. */
  rest: StageCounts | null
}

/** The funnels of people, one question each, a few at a time, and that of all of them together. */
export function useFunnels(
  asked: ReportQuery,
  people: readonly { user: FunnelRow['user']; blocked: boolean }[],
): Funnels {
  const all = useQuery(funnelQuery(asked))
  const each = useQueries({
    queries: people.map(({ user }) => funnelQuery({ ...asked, people: [user.id], lines: [] })),
  })
  const rows = people.map(({ user, blocked }, index): FunnelRow => {
    return { user, blocked, counts: each[index]?.data?.counts ?? null }
  })
  const states = new Map(
    people.map(({ user }, index): [string, FunnelState] => {
      const query = each[index]
      // Another attempt under way is a wait again, not the failure before it.
      const error = query && !query.isFetching && !query.data ? query.error : null
      return [user.id, { error, retry: () => void query?.refetch() }]
    }),
  )
  const team = all.data?.counts ?? null
  return {
    rows,
    states,
    arrived: rows.filter(row => row.counts !== null).length,
    settled: each.every(({ isFetched }) => isFetched),
    team,
    rest: team && remainder(team, rows),
  }
}
