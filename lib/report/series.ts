import type { OutboundAnswer } from '@/lib/allo/schemas'
import { rateOf } from './change'
import { includes, sameRange } from './dates'
import type { SeriesBucket, SeriesView } from './outbound'
import { bucketsOf, wholeBucket } from './period'
import type { DateRange, Granularity, IsoDate } from './query'

interface Frame {
  granularity: Granularity
  weekStart: 'monday' | 'sunday'
  hasTags: boolean
}

type Points = OutboundAnswer['timeSeries']['dials']
type Bucket = NonNullable<SeriesBucket['before']>

/** Adds days up into buckets; what no day fills is 0, and days of other dates are left out. */
function addUp(days: Points, range: DateRange, buckets: readonly DateRange[], frame: Frame): number[] {
  const keyOf = (date: IsoDate) => wholeBucket(date, frame.granularity, frame.weekStart).from
  const places = new Map(buckets.map((bucket, index) => [keyOf(bucket.from), index]))
  const sums = buckets.map(() => 0)
  for (const { date, value } of days) {
    if (!includes(range, date)) continue
    const place = places.get(keyOf(date))
    if (place !== undefined) sums[place] = (sums[place] ?? 0) + value
  }
  return sums
}

function countBuckets({ timeSeries }: OutboundAnswer, range: DateRange, frame: Frame): Bucket[] {
  const buckets = bucketsOf(range, frame.granularity, frame.weekStart)
  const dials = addUp(timeSeries.dials, range, buckets, frame)
  const connected = addUp(timeSeries.connected, range, buckets, frame)
  const conversions = addUp(frame.hasTags ? timeSeries.conversions : [], range, buckets, frame)
  return buckets.map((bucket, index) => ({
    range: bucket,
    dials: dials[index] ?? 0,
    connected: connected[index] ?? 0,
    conversions: conversions[index] ?? 0,
  }))
}

/** A period's answer, asked for by the day, and the dates it was asked for. */
export interface Asked {
  answer: OutboundAnswer
  range: DateRange
}

/** The period's buckets, each beside the one at the same place in the comparison period. */
export function shapeSeries(current: Asked, before: Asked | null, today: IsoDate, frame: Frame): SeriesView {
  const then = before ? countBuckets(before.answer, before.range, frame) : []
  const buckets = countBuckets(current.answer, current.range, frame).map((bucket, index): SeriesBucket => {
    const { range, dials, connected } = bucket
    return {
      ...bucket,
      date: range.from,
      running: includes(range, today),
      partial: !sameRange(range, wholeBucket(range.from, frame.granularity, frame.weekStart)),
      rate: rateOf(connected, dials),
      before: then[index] ?? null,
    }
  })
  return { granularity: frame.granularity, buckets }
}
