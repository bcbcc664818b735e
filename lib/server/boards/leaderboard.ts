import 'server-only'
import type { Drawn } from './drawn'
import { leadersOf } from './leaders'
import type { Standing } from './standing'

/** Who reached how many people, alone. */
export async function leaderBoard(standing: Standing): Promise<Drawn> {
  return { board: { kind: 'leaderboard', leaders: leadersOf(standing) }, comparedWith: null }
}
