'use client'
import { type ReactNode, useState } from 'react'
import { matches } from '@/lib/client/matches'
import { FIELD } from './filter-chip'
import { moveByArrows } from './move-by-arrows'

export interface CheckItem {
  value: string
  label: string
  /** Shown quietly at the end: a number, a state. */
  note?: string
}

interface FilterCheckListProps {
  items: CheckItem[]
  chosen: readonly string[]
  /** Placeholder and name of the search field. */
  searchLabel: string
  /** Said when nothing matches the search. */
  nothing: string
  onToggle: (value: string) => void
  /** What to offer for a search that is none of the items. */
  offer?: (search: string, clear: () => void) => ReactNode
}

/** A list to tick, with a search above it. Down goes from the search into the list. */
export function FilterCheckList({ items, chosen, searchLabel, nothing, onToggle, offer }: FilterCheckListProps) {
  const [search, setSearch] = useState('')
  const found = items.filter(item => matches(`${item.label} ${item.value} ${item.note ?? ''}`, search))
  const extra = search.trim() && offer?.(search.trim(), () => setSearch(''))
  return (
    <div className="flex min-h-0 flex-col">
      <div className="px-3 pb-2">
        <input
          type="search"
          data-autofocus
          aria-label={searchLabel}
          placeholder={searchLabel}
          value={search}
          onChange={event => setSearch(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            event.currentTarget.parentElement?.parentElement?.querySelector<HTMLElement>('ul input, ul button')?.focus()
          }}
          className={FIELD}
        />
      </div>
      <ul
        data-roving
        onKeyDown={moveByArrows}
        className="max-h-[min(320px,40dvh)] min-h-24 overflow-y-auto overscroll-contain px-2 pb-2"
      >
        {found.map(item => (
          <li key={item.value}>
            <label className="flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 hover:bg-sunken max-sm:py-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(item.value)}
                onChange={() => onToggle(item.value)}
                className="size-4 shrink-0 accent-act-3"
              />
              <span className="truncate">
                <bdi>{item.label}</bdi>
              </span>
              {item.note && <span className="num ml-auto shrink-0 text-[13px] text-ink-3">{item.note}</span>}
            </label>
          </li>
        ))}
        {extra && <li>{extra}</li>}
        {found.length === 0 && !extra && <li className="px-2.5 py-4 text-center text-[13px] text-ink-3">{nothing}</li>}
      </ul>
    </div>
  )
}
