'use client'
import { type ReactNode, useState } from 'react'
import { placeOf } from './roving'
import { type SeriesDoorProps, SeriesDoors } from './series-doors'

/** The doors over a series; the bucket pointed at or focused is lit and described by `describe(index)`. */
export function SeriesMarks({ describe, ...doors }: SeriesDoorProps & { describe: (index: number) => ReactNode }) {
  const [lit, setLit] = useState<number | null>(null)
  const { length } = doors.buckets
  const column = lit !== null && lit < length ? lit : null

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights the bucket under the pointer; every mark inside can be focused
    <div
      onPointerOver={event => setLit(placeOf(event.target)?.column ?? null)}
      onPointerLeave={() => setLit(null)}
      onFocus={event => setLit(placeOf(event.target)?.column ?? null)}
      onBlur={() => setLit(null)}
      data-export="no"
    >
      {column !== null && (
        <span
          aria-hidden
          className="absolute inset-y-0 bg-ink/5"
          style={{ left: `${(column / length) * 100}%`, width: `${100 / length}%` }}
        />
      )}
      <SeriesDoors {...doors} />
      {column !== null && (
        <div
          aria-hidden
          className="pointer-events-none absolute top-1 z-20 w-max max-w-60 rounded-lg bg-surface px-3 py-2 text-ink shadow-hairline"
          style={
            column >= length / 2
              ? { right: `calc(${(1 - column / length) * 100}% + 6px)` }
              : { left: `calc(${((column + 1) / length) * 100}% + 6px)` }
          }
        >
          {describe(column)}
        </div>
      )}
    </div>
  )
}
