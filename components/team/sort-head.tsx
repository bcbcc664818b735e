import clsx from 'clsx'
import type { ReactNode } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import type { Sort } from '@/lib/report/team-place'

/** What a table's heads need: how it is sorted, and where another order leads. */
export interface Sorting<K extends string> {
  sort: Sort<K>
  hrefOf: (sort: Sort<K>) => string
  onSort: (sort: Sort<K>) => void
}

/** The head of a column that can be sorted by: a link whose address holds the order. A second click turns it round. */
export function SortHead<K extends string>(props: {
  by: K
  sorting: Sorting<K>
  className?: string
  children: ReactNode
}) {
  const { by, sorting, className, children } = props
  const { sort } = sorting
  const active = sort.by === by
  const next: Sort<K> = { by, reversed: active && !sort.reversed }
  // Names begin with A, figures with the largest.
  const upwards = (by === 'name') !== sort.reversed
  return (
    <th
      scope="col"
      aria-sort={active ? (upwards ? 'ascending' : 'descending') : undefined}
      className={clsx('px-2 pb-2 font-normal whitespace-nowrap first:pl-0 last:pr-0', className)}
    >
      <a
        href={sorting.hrefOf(next)}
        onClick={event => {
          if (!isPlainClick(event)) return
          event.preventDefault()
          sorting.onSort(next)
        }}
        className={clsx('rounded-sm hover:text-ink', active && 'font-medium text-ink')}
      >
        {active && (
          <span aria-hidden className="mr-1 text-[10px]">
            {upwards ? '▲' : '▼'}
          </span>
        )}
        {children}
      </a>
    </th>
  )
}
