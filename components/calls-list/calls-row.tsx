import { memo } from 'react'
import type { CallContext, CallWords } from '@/components/calls/call-context'
import { ItemRow, ItemRowBone } from '@/components/calls/item-row'
import type { ItemRow as Row } from '@/lib/report/items'

interface CallsRowProps {
  /** undefined while it is on its way. */
  row: Row | undefined
  /** Where the row leads. */
  href: string
  /** In the whole list, from 0. */
  place: number
  /** Rows of the whole list. */
  count: number
  /** Pixels below the top of the list. */
  top: number
  context: CallContext
  words: CallWords
  locale: string
  showPerson: boolean
  highlight: readonly string[]
}

/** A row at its place of a list of which only a part is in the document. Drawn anew only when something of it changes. */
export const CallsRow = memo(function CallsRow(props: CallsRowProps) {
  const { row, href, place, count, top, ...rest } = props
  return (
    <li
      data-place={place}
      aria-posinset={place + 1}
      aria-setsize={count}
      aria-busy={row === undefined}
      className="absolute inset-x-0 top-0 h-[88px] [contain:strict]"
      style={{ transform: `translateY(${top}px)` }}
    >
      {row ? <ItemRow row={row} link={{ href }} {...rest} /> : <ItemRowBone />}
    </li>
  )
})
