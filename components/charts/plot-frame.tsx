import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Centre of bucket `index` of `length`, as CSS along the plot's width. */
export function bucketCentre(index: number, length: number): string {
  return `${((index + 0.5) / length) * 100}%`
}

/**
 * Axes and grid of a bucketed chart in plain HTML: complete in the first response, the same before and after any drawing
 * library arrives. `height` is the plot's, in pixels; `strip` is a second, lower band with a scale of its own.
 */
export function PlotFrame(props: {
  height: number
  top: number
  ticks: { value: number; label: string }[]
  labels: { index: number; label: string }[]
  length: number
  strip: { height: number; label: ReactNode } | null
  children: ReactNode
}) {
  const { height, top, ticks, labels, length, strip, children } = props
  const widest = ticks.reduce((wide, tick) => (tick.label.length > wide.length ? tick.label : wide), '')
  return (
    <div className="num grid grid-cols-[auto_minmax(0,1fr)] text-[12px] text-ink-3 leading-4">
      <div aria-hidden className="relative pr-2 text-right">
        <span className="invisible">{widest}</span>
        {ticks.map(tick => (
          <span
            key={tick.value}
            className="absolute right-2 -translate-y-1/2"
            style={{ top: height * (1 - tick.value / top) }}
          >
            {tick.label}
          </span>
        ))}
        {strip && (
          <span className="absolute right-2 bottom-0 flex flex-col justify-between" style={{ height: strip.height }}>
            {strip.label}
          </span>
        )}
      </div>
      <div className="relative" style={{ height: height + (strip?.height ?? 0) }}>
        {ticks.map(tick => (
          <span
            key={tick.value}
            aria-hidden
            className="absolute inset-x-0 border-line border-t"
            style={{ top: height * (1 - tick.value / top) }}
          />
        ))}
        {children}
      </div>
      <div aria-hidden className="relative col-start-2 mt-2 h-4">
        {labels.map(({ index, label }, place) => (
          <span
            key={index}
            className={clsx(
              'absolute whitespace-nowrap',
              atEdge(index, length) ?? '-translate-x-1/2',
              place % 2 === 1 && labels.length > 3 && '@max-lg:hidden',
            )}
            style={atEdge(index, length) ? undefined : { left: bucketCentre(index, length) }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Where buckets are thin, the label of the first and the last is flush with the plot, so that none stands outside it. */
function atEdge(index: number, length: number): 'left-0' | 'right-0' | null {
  if (length <= 60) return null
  const place = index / length
  return place < 0.03 ? 'left-0' : place > 0.97 ? 'right-0' : null
}
