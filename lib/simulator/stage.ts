import { CONVERSATION_SECONDS } from './call-odds'
import type { CallStore } from './call-store'
import { EDITED, OUTCOME } from './columns'

export const STAGES = ['DIAL', 'CONNECTED', 'CONVERSATION', 'CONVERSION'] as const
export type Stage = (typeof STAGES)[number]

/** Bits of what an outbound call reached. A conversion needs a tag and nothing else. */
export const CONNECTED = 1
export const CONVERSATION = 2
export const CONVERSION = 4

/** The bit of a stage; 0 for dials, which every call is. */
export const STAGE_BIT: Record<Stage, number> = { DIAL: 0, CONNECTED, CONVERSATION, CONVERSION }

/** What each of the rows reached, in their order. `tags` is the bit set of those that make a conversion. */
export function stagesOf(calls: CallStore, rows: Uint32Array, tags: number, now: number): Uint8Array {
  const { flags, talk, tags: own } = calls.columns
  const stages = new Uint8Array(rows.length)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    // Few calls have any of the tags, even in future, and this is the hot loop.
    const candidate = ((own[row] ?? 0) & (tags | EDITED)) !== 0
    let bits = candidate && (calls.tags(row, now) & tags) !== 0 ? CONVERSION : 0
    if (((flags[row] ?? 0) & 3) === OUTCOME.connected) {
      bits |= CONNECTED
      if ((talk[row] ?? 0) > CONVERSATION_SECONDS) bits |= CONVERSATION
    }
    stages[k] = bits
  }
  return stages
}

/** The deepest stage among the bits. */
export function deepestStage(bits: number): Stage {
  if (bits & CONVERSION) return 'CONVERSION'
  if (bits & CONVERSATION) return 'CONVERSATION'
  return bits & CONNECTED ? 'CONNECTED' : 'DIAL'
}
