import type { SeriesBucket } from '@/lib/report/outbound'
import { bucketCentre } from './plot-frame'

/**
 * Conversions under the plot, on a scale of their own that says so: beside hundreds of dials they would lie on the ground.
 * `top` is the largest count of the period.
 */
export function ConversionsStrip({ buckets, height, top }: { buckets: SeriesBucket[]; height: number; top: number }) {
  const room = height - 18
  const dot = buckets.length > 120 ? 3 : 7
  return (
    <div aria-hidden className="absolute inset-x-0 bottom-0 border-line border-b" style={{ height }}>
      {buckets.map((bucket, index) => {
        if (bucket.conversions <= 0) return null
        const tall = (bucket.conversions / Math.max(1, top)) * room
        return (
          <span
            key={bucket.date}
            className="absolute bottom-0 w-px -translate-x-1/2 bg-won"
            style={{ left: bucketCentre(index, buckets.length), height: tall }}
          >
            <span
              className="absolute left-1/2 -translate-x-1/2 -translate-y-1/2 rounded-full bg-won"
              style={{ width: dot, height: dot }}
            />
          </span>
        )
      })}
    </div>
  )
}
