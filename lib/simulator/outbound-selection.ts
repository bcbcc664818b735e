import type { CallStore, Selection } from './call-store'
import { stagesOf } from './stage'

/** The outbound calls that a question is about. */
export interface OutboundSelection {
  /** In order of their start. */
  rows: Uint32Array
  /** What each row reached, as bits. */
  stages: Uint8Array
}

/** Takes the outbound calls of a selection; `tags` is the bit set of those that make a conversion. */
export function selectOutbound(calls: CallStore, selection: Selection, tags: number): OutboundSelection {
  const rows = calls.select({ ...selection, outboundOnly: true })
  return { rows, stages: stagesOf(calls, rows, tags, selection.now) }
}
