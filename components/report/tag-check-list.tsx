import { Plus } from 'lucide-react'
import { readTags, writeTags } from '@/lib/report/address-values'
import { type CheckItem, FilterCheckList } from './filter-check-list'
import { OPTION } from './filter-chip'
import { toggle } from './scope'

interface TagCheckListProps {
  items: CheckItem[]
  chosen: readonly string[]
  onChange: (tags: string[]) => void
  /** Placeholder and name of the search field. */
  searchLabel: string
  /** Said when nothing matches the search. */
  nothing: string
  /** Offers a tag that was typed and is none of the items. */
  offerLabel: (tag: string) => string
}

/** Tags to tick, also typed ones: Allo may not list a tag any more that calls still carry. */
export function TagCheckList({ items, chosen, onChange, searchLabel, nothing, offerLabel }: TagCheckListProps) {
  return (
    <FilterCheckList
      items={items}
      chosen={chosen}
      searchLabel={searchLabel}
      nothing={nothing}
      onToggle={key => onChange(toggle(chosen, key))}
      offer={(search, clear) => {
        const exists = items.some(item => item.value === search || item.label === search)
        // What the address of a report could not carry is not offered.
        if (exists || readTags(writeTags([search])) === null) return null
        return (
          <button
            type="button"
            className={OPTION}
            onClick={() => {
              onChange(toggle(chosen, search))
              clear()
            }}
          >
            <Plus aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" />
            <span className="truncate">{offerLabel(search)}</span>
          </button>
        )
      }}
    />
  )
}
