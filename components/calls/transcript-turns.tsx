'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useImperativeHandle, useRef } from 'react'
import type { Turn } from '@/lib/report/transcript'

export interface TurnsHandle {
  /** Brings a line into view; does nothing for a line that there is not. */
  show: (line: number, where: 'nearest' | 'center') => void
}

interface TurnsProps {
  turns: readonly Turn[]
  label: string
  render: (turn: Turn) => React.ReactNode
  handle: Ref<TurnsHandle>
}

/** All turns, as part of the page: the browser's own search finds them. For transcripts that are not long. */
export function AllTurns({ turns, label, render, handle }: TurnsProps) {
  const list = useRef<HTMLOListElement>(null)
  useImperativeHandle(handle, () => ({
    show: (line, where) => lineIn(list.current, line)?.scrollIntoView({ block: where }),
  }))
  return (
    <ol ref={list} aria-label={label} className="flex flex-col gap-4">
      {turns.map(turn => (
        <li key={turn.lines[0]?.index}>{render(turn)}</li>
      ))}
    </ol>
  )
}

/** Pixels between turns. */
const GAP = 16

/** The turns around the one in view, in a box of their own: two hours of talk would be too much to lay out at once. */
export function LongTurns({ turns, label, render, handle }: TurnsProps) {
  const box = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: turns.length,
    getScrollElement: () => box.current,
    // A name, and for each line about as many rows as it has sixties of letters.
    estimateSize: index =>
      (turns[index]?.lines ?? []).reduce((sum, { text }) => sum + 2 + 20 * Math.ceil(text.length / 60), 20) + GAP,
    overscan: 3,
  })
  useImperativeHandle(handle, () => ({
    show(line, where) {
      const index = turns.findIndex(turn => turn.lines.some(each => each.index === line))
      if (index < 0) return
      box.current?.scrollIntoView({ block: 'nearest' })
      const seen = lineIn(box.current, line)
      if (where === 'nearest' && seen && isWithin(seen, box.current)) return
      virtualizer.scrollToIndex(index, { align: 'center' })
    },
  }))
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard
      tabIndex={0}
      aria-label={label}
      data-own-scroll
      className="h-[max(320px,62dvh)] scroll-mt-28 scroll-mb-20 overflow-y-auto overscroll-contain rounded-card px-3 py-2 shadow-hairline"
    >
      <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const turn = turns[index]
          return (
            turn && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={turns.length}
                aria-posinset={index + 1}
                className="absolute top-0 left-0 w-full pb-4"
                style={{ transform: `translateY(${start}px)` }}
              >
                {render(turn)}
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}

function lineIn(within: Element | null, line: number): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-line="${line}"]`) ?? null
}

/** Whether an element is wholly in view within a box that scrolls. */
function isWithin(element: Element, box: Element | null): boolean {
  if (!box) return false
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}
