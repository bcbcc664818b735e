import { isoInstant } from './clock'
import { OUTCOME } from './columns'
import { contactNumber } from './contact-numbers'
import { writeId } from './ids'
import { LINES } from './lines'
import type { OutboundSelection } from './outbound-selection'
import { offsetOf, type Page, pagination } from './paging'
import { deepestStage, STAGE_BIT, type Stage } from './stage'
import type { Workspace } from './workspace'

/** One page of the calls that reached a stage, newest first; each with the deepest stage it reached. */
export function outboundList(workspace: Workspace, { rows, stages }: OutboundSelection, stage: Stage, page: Page) {
  const bit = STAGE_BIT[stage]
  const skip = offsetOf(page)
  const data = []
  let total = 0
  for (let k = rows.length - 1; k >= 0; k--) {
    const reached = stages[k] ?? 0
    if ((reached & bit) !== bit) continue
    if (total >= skip && data.length < page.size) data.push(listRow(workspace, rows[k] ?? 0, deepestStage(reached)))
    total++
  }
  return { data, pagination: pagination(page, total) }
}

function listRow(workspace: Workspace, row: number, stage: Stage) {
  const { calls, seed } = workspace
  const { columns } = calls
  const line = LINES[columns.line[row] ?? 0]
  return {
    id: writeId('cll', seed, calls.key(row)),
    user: workspace.userRef(columns.person[row] ?? 0),
    allo_number: line?.number ?? '',
    allo_number_label: line?.name ?? '',
    contact_number: contactNumber(columns.contact[row] ?? 0),
    stage,
    voicemail: ((columns.flags[row] ?? 0) & 3) === OUTCOME.voicemail,
    duration: columns.talk[row] ?? 0,
    date: isoInstant(columns.start[row] ?? 0),
  }
}
