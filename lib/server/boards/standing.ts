import 'server-only'
import type { OutboundAnswer } from '@/lib/allo/schemas'
import { type ResolvedPeriod, todayIn } from '@/lib/report/period'
import type { DateRange, IsoDate } from '@/lib/report/query'
import type { Only } from '@/lib/report/sight'
import { type OutboundQuestion, toOutboundBody } from '@/lib/report/to-allo'
import type { Call } from '@/lib/server/allo'
import type { Answered } from '@/lib/server/cache'
import { askOutbound } from '@/lib/server/questions'
import type { WorkspaceState } from '@/lib/server/workspace'

/** Whose calls a view counts, and what makes a conversion (nothing, when empty), whatever the dates. */
export type Scope = Pick<OutboundQuestion, 'people' | 'lines' | 'tags'>

/** What every kind of board is made of: Allo's numbers of the period, and the moment they are of. */
export interface Standing {
  scope: Scope
  /** Whose numbers the reader sees one by one; null for everybody's. */
  only: Only | null
  resolved: ResolvedPeriod
  answer: OutboundAnswer
  /** The moment that the numbers are of, milliseconds since the epoch: earlier than `now` when Allo could not be asked anew. */
  asOf: number
  /** The date at that moment. */
  day: IsoDate
  now: Date
  today: IsoDate
  workspace: WorkspaceState
  /** Without a reader's signal: a board is made for all who ask for it. */
  call: Call
  /** Called when something the board can do without was not waited for: it is made anew for the next who asks. */
  onLate: () => void
}

/** The numbers of some dates, the days told apart. */
export function askDays(scope: Scope, range: DateRange, today: IsoDate, call: Call): Promise<Answered<OutboundAnswer>> {
  return askOutbound(toOutboundBody({ ...scope, range, granularity: 'day' }), today, call)
}

/**
 * The moment that an answer is of, milliseconds since the epoch: when Allo computed it, if that was on the day on which it was
 * fetched, else when it was fetched.
 */
export function momentOf({ value, fetchedAt }: Answered<OutboundAnswer>, zone: string): number {
  const computed = value.lastUpdated === null ? Number.NaN : Date.parse(value.lastUpdated)
  const isOfThatDay = computed <= fetchedAt && todayIn(zone, new Date(computed)) === todayIn(zone, new Date(fetchedAt))
  return isOfThatDay ? computed : fetchedAt
}
