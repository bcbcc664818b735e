import { type DayNumber, isoDay, mondayOf, monthOf } from './calendar'
import type { Columns } from './columns'
import { round } from './metric'
import type { OutboundSelection } from './outbound-selection'
import type { Days } from './read-body'
import { CONNECTED, CONVERSION } from './stage'

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
  const last = Math.min(days.to, today)
  const labels: string[] = []
  const bucketOf = new Uint16Array(Math.max(0, last - days.from + 1))
  for (let day = days.from; day <= last; day++) {
    const label = isoDay(BUCKET[granularity](day))
    if (labels.at(-1) !== label) labels.push(label)
    bucketOf[day - days.from] = labels.length - 1
  }
  const dials = new Uint32Array(labels.length)
  const connected = new Uint32Array(labels.length)
  const conversions = new Uint32Array(labels.length)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const bucket = bucketOf[(day[row] ?? 0) - days.from] ?? 0
    dials[bucket] = (dials[bucket] ?? 0) + 1
    const reached = stages[k] ?? 0
    if (reached & CONNECTED) connected[bucket] = (connected[bucket] ?? 0) + 1
    if (reached & CONVERSION) conversions[bucket] = (conversions[bucket] ?? 0) + 1
  }
  const points = (values: Uint32Array) => labels.map((date, bucket) => ({ date, value: values[bucket] ?? 0 }))
  return {
    dials: points(dials),
    connected: points(connected),
    connection_rate: labels.flatMap((date, bucket) => {
      const n = dials[bucket] ?? 0
      return n === 0 ? [] : [{ date, value: round((connected[bucket] ?? 0) / n, 3) }]
    }),
    conversions: points(conversions),
  }
}
