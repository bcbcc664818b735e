import 'server-only'
import type { DateRange } from '@/lib/report/query'
import type { Board } from '@/lib/tv/boards'

/** A finished board and the dates that its numbers are compared with; null where nothing is compared. */
export interface Drawn {
  board: Board
  comparedWith: DateRange | null
}
