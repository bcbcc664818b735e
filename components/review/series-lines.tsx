import { bucketCentre } from '@/components/charts/plot-frame'
import type { SeriesBucket } from '@/lib/report/outbound'

/** The lines of connected calls over the bars, now and (dashed) in the comparison; drawn without a chart library, so that paper has them too. */
export function SeriesLines({ buckets, height, top }: { buckets: SeriesBucket[]; height: number; top: number }) {
  const { length } = buckets
  const x = (index: number) => ((index + 0.5) / length) * 100
  const path = (values: (number | null)[]) =>
    values.flatMap((value, index) => (value === null ? [] : [`${x(index)},${100 - (value / top) * 100}`])).join(' ')
  const few = length <= 14
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinejoin: 'round' } as const
  return (
    <div aria-hidden className="absolute inset-x-0 top-0" style={{ height }}>
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className="size-full overflow-visible">
        <polyline
          {...line}
          points={path(buckets.map(bucket => bucket.before?.connected ?? null))}
          stroke="var(--prev)"
          strokeWidth={1.5}
          strokeDasharray="4 4"
        />
        <polyline
          {...line}
          points={path(buckets.map(bucket => bucket.connected))}
          stroke="var(--act-3)"
          strokeWidth={2.25}
        />
      </svg>
      {few &&
        buckets.map((bucket, index) => (
          <span
            key={bucket.date}
            className="absolute size-[7px] -translate-x-1/2 -translate-y-1/2 rounded-full border-[1.5px] border-bg bg-act-3"
            style={{ left: bucketCentre(index, length), top: height * (1 - bucket.connected / top) }}
          />
        ))}
    </div>
  )
}
