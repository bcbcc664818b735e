import type { Columns } from './columns'
import type { OutboundSelection } from './outbound-selection'
import { CONNECTED, CONVERSATION, CONVERSION } from './stage'

/** Sums over outbound calls. Ringing in tenths of a second, talk in seconds of conversations only. */
export interface OutboundFigures {
  dials: number
  connected: number
  conversations: number
  conversions: number
  ringing: number
  talk: number
}

/** Adds up the rows of a selection. */
export function outboundFigures({ talk, ringing }: Columns, { rows, stages }: OutboundSelection): OutboundFigures {
  // How many rows have each combination of the three bits.
  const combinations = new Uint32Array(8)
  let ringingSum = 0
  let talkSum = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const reached = stages[k] ?? 0
    combinations[reached] = (combinations[reached] ?? 0) + 1
    ringingSum += ringing[row] ?? 0
    if (reached & CONVERSATION) talkSum += talk[row] ?? 0
  }
  const having = (bit: number) => combinations.reduce((sum, count, bits) => (bits & bit ? sum + count : sum), 0)
  return {
    dials: rows.length,
    connected: having(CONNECTED),
    conversations: having(CONVERSATION),
    conversions: having(CONVERSION),
    ringing: ringingSum,
    talk: talkSum,
  }
}
