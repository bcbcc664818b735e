import type { SeriesBucket } from '@/lib/report/outbound'
import { bucketCentre } from './plot-frame'

/**
 * The bars in plain HTML, where the chart library will draw them: the picture of the first response, and without JavaScript.
 * Stands after the library's drawing and gives way to it (`peer`).
 */
export function SeriesSketch({ buckets, height, top }: { buckets: SeriesBucket[]; height: number; top: number }) {
  return (
    <div aria-hidden className="absolute inset-x-0 top-0 peer-data-drawn:hidden" style={{ height }}>
      {buckets.map((bucket, index) => (
        <span
          key={bucket.date}
          className="absolute bottom-0 max-w-10 -translate-x-1/2 rounded-t-[3px] bg-act-1"
          style={{
            left: bucketCentre(index, buckets.length),
            width: `${70 / buckets.length}%`,
            height: `${(bucket.dials / top) * 100}%`,
            opacity: bucket.running || bucket.partial ? 0.5 : 1,
          }}
        />
      ))}
    </div>
  )
}
