import { fill, scriptOf, slotsOf } from './script'
import type { Workspace } from './workspace'

/** One or two sentences about a call; null when there was nothing to listen to. */
export function summaryOf(workspace: Workspace, row: number): string | null {
  const script = scriptOf(workspace, row)
  return script ? fill(script.summary, slotsOf(workspace, row)) : null
}
