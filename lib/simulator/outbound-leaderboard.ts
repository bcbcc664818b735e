import type { OutboundSelection } from './outbound-selection'
import { hash } from './random'
import { CONNECTED } from './stage'
import type { Workspace } from './workspace'

/** Connected calls by person, nobody's included, in no useful order; people without any are not listed. */
export function outboundLeaderboard(workspace: Workspace, { rows, stages }: OutboundSelection) {
  const { person } = workspace.calls.columns
  const connected = new Uint32Array(256)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const place = person[row] ?? 0
    if ((stages[k] ?? 0) & CONNECTED) connected[place] = (connected[place] ?? 0) + 1
  }
  return Array.from(connected, (count, place) => ({ place, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => hash(workspace.seed, a.place) - hash(workspace.seed, b.place))
    .map(({ place, count }) => ({ user: workspace.userRef(place), connected: count }))
}
