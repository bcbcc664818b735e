'use client'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type MouseEvent, useMemo, useRef } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { CallOverlay } from '@/components/calls/call-overlay'
import { Failure } from '@/components/calls/failure'
import { ITEM_ROW_HEIGHT } from '@/components/calls/item-row'
import { useCallRows } from '@/lib/client/calls-rows'
import { pagesOf } from '@/lib/client/calls-slots'
import { useOpenCall } from '@/lib/client/open-call'
import { isPlainClick } from '@/lib/plain-click'
import type { CallsQuery } from '@/lib/report/calls-query'
import { termsOf } from '@/lib/report/highlight'
import type { ItemRow } from '@/lib/report/items'
import { CallsRow } from './calls-row'
import { StraysNote } from './strays-note'
import { useFewAtOnce } from './use-few-at-once'
import { useOffsetTop } from './use-offset-top'
import { useRowFocus } from './use-row-focus'
import { useWarmCall } from './use-warm-call'

/** What the server draws: a screenful, for a window whose size it cannot know. */
const FIRST_SCREEN = { width: 1440, height: 900 }
/** Rows drawn beyond the window, on each side. */
const BEYOND = 5
/** Room for the bar that phones have at the top. Pixels. */
const EDGE = 72
/** Browsers give up on taller pages; nobody scrolls further. */
const MOST_ROWS = 150_000

interface CallsRowsProps {
  query: CallsQuery
  total: number
  context: CallContext
}

/** The whole result as one list to scroll, of which the rows in view are in the document and their pages asked for. */
export function CallsRows({ query, total, context }: CallsRowsProps) {
  const t = useTranslations('calls')
  const words = useTranslations('call')
  const locale = useLocale()
  const router = useRouter()
  const open = useOpenCall()
  const list = useRef<HTMLUListElement>(null)
  const offset = useOffsetTop(list)
  const count = Math.min(total, MOST_ROWS)
  const reveal = (place: number) => virtualizer.scrollToIndex(place, { align: 'auto' })
  const { active, handlers } = useRowFocus(list, count, reveal)

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => ITEM_ROW_HEIGHT,
    overscan: BEYOND,
    scrollMargin: offset,
    scrollPaddingStart: EDGE,
    scrollPaddingEnd: EDGE,
    initialRect: FIRST_SCREEN,
    // Rows may come in the frame after the scroll; drawing them inside its event would hold it up.
    useFlushSync: false,
    rangeExtractor(range) {
      const places = defaultRangeExtractor(range)
      if (active === null || active >= count || places.includes(active)) return places
      return [...places, active].sort((a, b) => a - b)
    },
  })
  const drawn = virtualizer.getVirtualItems()
  const places = drawn.map(item => item.index)
  const { rows, error, strays, retry } = useCallRows(query, pagesOf(places))
  const rowAt = useFewAtOnce(rows, places, virtualizer.range?.startIndex ?? 0)

  const terms = useMemo(() => termsOf(query.q), [query.q])
  const { ids, byId } = useMemo(() => indexOf(rows), [rows])
  const peek = (id: string) => byId.get(id)
  const warm = useWarmCall(id => byId.get(id)?.kind === 'call')
  const hrefOf = (row: ItemRow) =>
    row.kind === 'call' ? open.linkTo(row.id).href : `/contacts/${encodeURIComponent(row.contactNumber)}`

  // One listener for all rows: handlers of their own would draw each of them anew on every scroll.
  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-call]') : null
    const row = link?.dataset.call === undefined ? undefined : peek(link.dataset.call)
    if (!row) return
    if (row.kind === 'call') open.linkTo(row.id).onClick(event)
    else if (isPlainClick(event)) {
      event.preventDefault()
      router.push(hrefOf(row))
    }
  }

  return (
    <>
      <StraysNote strays={strays} />
      {error && (
        <div className="border-line border-b px-6 py-2 max-sm:px-4">
          <Failure compact error={error} onRetry={retry} />
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows are links, and their Enter is a click */}
      <ul
        ref={list}
        aria-label={t('list')}
        data-roving
        className="relative"
        style={{ height: count * ITEM_ROW_HEIGHT }}
        onClick={onClick}
        {...handlers}
        {...warm}
      >
        {drawn.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <CallsRow
              key={index}
              row={row}
              href={row ? hrefOf(row) : ''}
              place={index}
              count={total}
              top={start - offset}
              context={context}
              words={words}
              locale={locale}
              showPerson={query.person === null}
              highlight={terms}
            />
          )
        })}
      </ul>
      <CallOverlay ids={ids} context={context} peek={peek} highlight={terms} />
    </>
  )
}

/** The calls at hand in their order, and every row by its id. */
function indexOf(rows: ReadonlyMap<number, ItemRow>) {
  const ordered = [...rows].sort(([one], [other]) => one - other).map(([, row]) => row)
  return {
    ids: ordered.flatMap(({ kind, id }) => (kind === 'call' ? [id] : [])),
    byId: new Map(ordered.map(row => [row.id, row])),
  }
}
