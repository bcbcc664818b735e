'use client'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { Bar, Cell, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { SeriesBucket } from '@/lib/report/outbound'

/**
 * Bars of dials, the line of connected calls and the dashed line of the comparison period. The only module that loads the
 * chart library; it draws and nothing else: axes, links and tooltip are the frame's, so it stays silent for screen readers
 * but for its name.
 */
export default function SeriesPlot(props: { buckets: SeriesBucket[]; height: number; top: number; name: string }) {
  const { buckets, height, top, name } = props
  const [box, width] = useWidth()
  const hatch = `hatch${useId().replace(/\W/g, '')}`
  const data = buckets.map(bucket => ({
    date: bucket.date,
    dials: bucket.dials,
    connected: bucket.connected,
    before: bucket.before?.connected ?? null,
  }))
  // A line needs two points; few points are shown as such.
  const dot = buckets.length <= 14
  const dense = buckets.length > 120

  return (
    <div ref={box} data-drawn={width > 0 || undefined} className="peer absolute inset-x-0 top-0" style={{ height }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height}
          data={data}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={dense ? 0 : '15%'}
          accessibilityLayer={false}
          title={name}
          role="img"
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--surface)" />
              <rect width="3" height="6" fill="var(--act-1)" />
            </pattern>
          </defs>
          <XAxis dataKey="date" hide />
          <YAxis domain={[0, top]} hide />
          <Bar dataKey="dials" maxBarSize={40} radius={[3, 3, 0, 0]} isAnimationActive={false}>
            {buckets.map(bucket => (
              <Cell
                key={bucket.date}
                fill={bucket.running ? `url(#${hatch})` : 'var(--act-1)'}
                fillOpacity={bucket.partial && !bucket.running ? 0.45 : 1}
                stroke={bucket.partial ? 'var(--act-2)' : undefined}
                strokeDasharray={bucket.partial ? '3 3' : undefined}
              />
            ))}
          </Bar>
          <Line
            dataKey="before"
            stroke="var(--prev)"
            strokeWidth={dense ? 1 : 1.5}
            strokeDasharray="4 4"
            dot={dot && { r: 2.5, fill: 'var(--surface)', strokeDasharray: '0' }}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="connected"
            stroke="var(--act-3)"
            strokeWidth={dense ? 1.25 : 2.25}
            strokeLinejoin="round"
            dot={dot && { r: 3, fill: 'var(--act-3)', stroke: 'var(--surface)', strokeWidth: 1.5 }}
            activeDot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      )}
    </div>
  )
}

/** The width of an element in pixels, known before the first paint and kept. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width] as const
}
