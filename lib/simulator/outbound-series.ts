import { type DayNumber, isoDay, mondayOf, monthOf } from './calendar'
import type { Columns } from './columns'
import { round } from './metric'
import type { OutboundSelection } from './outbound-selection'
import type { Days } from './read-body'
import { tally } from './tally'

export type Granularity = 'DAY' | 'WEEK' | 'MONTH'

const BUCKET: Record<Granularity, (day: DayNumber) => DayNumber> = { DAY: day => day, WEEK: mondayOf, MONTH: monthOf }

/**
 * The series of a range up to today. A bucket is labelled by its first day (Monday, the 1st), which may lie before the range.
 * Counts have every bucket; the rate only those with dials.
 */
export function outboundSeries(
  { day }: Columns,
  { rows, stages }: OutboundSelection,
  granularity: Granularity,
  days: Days,
  today: DayNumber,
) {
  const length = Math.max(0, Math.min(days.to, today) - days.from + 1)
  const byDay = tally(length, rows, stages, day, days.from)
  const buckets = new Map<string, { dials: number; connected: number; conversions: number }>()
  for (let k = 0; k < length; k++) {
    const label = isoDay(BUCKET[granularity](days.from + k))
    const sum = buckets.get(label) ?? { dials: 0, connected: 0, conversions: 0 }
    sum.dials += byDay.dials(k)
    sum.connected += byDay.connected(k)
    sum.conversions += byDay.conversions(k)
    buckets.set(label, sum)
  }
  const list = Array.from(buckets, ([date, sum]) => ({ date, ...sum }))
  const dialled = list.filter(({ dials }) => dials > 0)
  return {
    dials: list.map(({ date, dials }) => ({ date, value: dials })),
    connected: list.map(({ date, connected }) => ({ date, value: connected })),
    connection_rate: dialled.map(({ date, dials, connected }) => ({ date, value: round(connected / dials, 3) })),
    conversions: list.map(({ date, conversions }) => ({ date, value: conversions })),
  }
}
