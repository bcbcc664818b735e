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
export function leadersOf({ answer, only }: Pick<Standing, 'answer' | 'only'>): Leaders {
  const { rows, unattributed } = shapeLeaderboard(answer, null, alone)
  const people = rows.flatMap(({ user, ...row }) => (user && seesPerson(only, user.id) ? [{ user, ...row }] : []))
  const most = Math.max(0, ...people.map(({ connected }) => connected))
  return {
    rows: people.map(({ rank, user, connected }) => ({
      rank: only ? 0 : rank,
      id: user.id,
      name: user.name,
      connected,
      // Not of the calls of nobody: they have no bar here, and the longest one would be short for no reason to be seen.
      share: most > 0 ? connected / most : 0,
    })),
    unattributed: rows.reduce((sum, row) => sum + (row.user ? 0 : row.connected), Math.max(0, unattributed)),
  }
}
