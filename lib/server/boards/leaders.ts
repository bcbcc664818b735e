import 'server-only'
import { createComparer } from '@/lib/report/comparer'
import { shapeLeaderboard } from '@/lib/report/leaderboard'
import { seesPerson } from '@/lib/report/sight'
import type { Leaders } from '@/lib/tv/boards'
import type { Standing } from './standing'

const alone = createComparer({ verdict: 'none', days: { now: 1, before: 1 }, minSample: 1 })

/**
 * Who reached how many people, most first; for a reader who does not see colleagues one by one, their own line without a rank.
 */
export function leadersOf({ answer, only }: Standing): Leaders {
  const { rows, unattributed } = shapeLeaderboard(answer, null, alone)
  return {
    rows: rows.flatMap(({ rank, user, connected, share }) =>
      user && seesPerson(only, user.id)
        ? [{ rank: only ? 0 : rank, id: user.id, name: user.name, connected, share }]
        : [],
    ),
    unattributed: rows.reduce((sum, row) => sum + (row.user ? 0 : row.connected), Math.max(0, unattributed)),
  }
}
