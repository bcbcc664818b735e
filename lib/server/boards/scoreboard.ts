import 'server-only'
import type { Drawn } from './drawn'
import { leadersOf } from './leaders'
import { measuresOf } from './measures'
import type { Standing } from './standing'

/** The funnel beside the same point of the earlier period, with goals, and who reached how many. */
export async function scoreBoard(standing: Standing): Promise<Drawn> {
  const { measures, comparedWith } = await measuresOf(standing)
  return { board: { kind: 'scoreboard', measures, leaders: leadersOf(standing) }, comparedWith }
}
