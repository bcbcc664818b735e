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
  const sum = { dials: rows.length, connected: 0, conversations: 0, conversions: 0, ringing: 0, talk: 0 }
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const reached = stages[k] ?? 0
    sum.ringing += ringing[row] ?? 0
    if (reached === 0) continue
    if (reached & CONVERSION) sum.conversions++
    if (reached & CONNECTED) sum.connected++
    if (reached & CONVERSATION) {
      sum.conversations++
      sum.talk += talk[row] ?? 0
    }
  }
  return sum
}
