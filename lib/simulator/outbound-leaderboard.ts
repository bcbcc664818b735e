import type { OutboundSelection } from './outbound-selection'
import { hash } from './random'
import { tally } from './tally'
import type { Workspace } from './workspace'

/** Connected calls by person, nobody's included, in no useful order; people without any are not listed. */
export function outboundLeaderboard(workspace: Workspace, { rows, stages }: OutboundSelection) {
  const byPerson = tally(256, rows, stages, workspace.calls.columns.person)
  return Array.from({ length: 256 }, (_, place) => ({ place, count: byPerson.connected(place) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => hash(workspace.seed, a.place) - hash(workspace.seed, b.place))
    .map(({ place, count }) => ({ user: workspace.userRef(place), connected: count }))
}
