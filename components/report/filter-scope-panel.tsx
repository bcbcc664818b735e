'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import { type CheckItem, FilterCheckList } from './filter-check-list'
import { APPLY } from './filter-chip'
import { type Scope, toggleScope } from './scope'

const KINDS = ['people', 'lines'] as const
const SCOPES = { people: 'USERS_READ', lines: 'PHONE_NUMBERS_READ' }

interface FilterScopePanelProps {
  scope: Scope
  directory: Directory | null
  onChange: (scope: Scope) => void
  onDone: () => void
}

/** Two lists to tick, people and lines; ticking in one empties the other and says so. */
export default function FilterScopePanel({ scope, directory, onChange, onDone }: FilterScopePanelProps) {
  const t = useTranslations('filters')
  const id = useId()
  const [kind, setKind] = useState<keyof Scope>(scope.lines.length > 0 ? 'lines' : 'people')
  const other = kind === 'people' ? 'lines' : 'people'
  const items = useItems(kind, directory, scope[kind])
  const missing = directory?.missingScopes.includes(SCOPES[kind]) ?? false
  return (
    <div className="flex flex-col">
      <div role="tablist" aria-label={t('scope.label')} className="m-3 flex rounded-lg bg-sunken p-0.5">
        {KINDS.map(each => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            aria-selected={each === kind}
            aria-controls={`${id}-list`}
            tabIndex={each === kind ? 0 : -1}
            onClick={() => setKind(each)}
            onKeyDown={event => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
              setKind(other)
              document.getElementById(`${id}-${other}`)?.focus()
            }}
            className={clsx(
              'flex-1 rounded-md px-2.5 py-1 text-[13px] font-medium max-sm:py-2',
              each === kind ? 'bg-surface text-ink shadow-hairline' : 'text-ink-2 hover:text-ink',
            )}
          >
            {t(`scope.tabs.${each}`)}
            {scope[each].length > 0 && <span className="num ml-1.5 text-act-3">{scope[each].length}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-list`} aria-labelledby={`${id}-${kind}`}>
        {missing && (
          <p className="mx-3 mb-2 rounded-lg bg-sunken px-3 py-2 text-[13px] text-ink-2">
            {t(`scope.missing.${kind}`, { scope: SCOPES[kind] })}
          </p>
        )}
        <FilterCheckList
          key={kind}
          items={items}
          chosen={scope[kind]}
          searchLabel={t(`scope.search.${kind}`)}
          nothing={t('nothing')}
          onToggle={item => onChange(toggleScope(scope, kind, item))}
        />
      </div>
      <p aria-live="polite" className="border-line border-t px-4.5 pt-3 text-[13px] text-ink-3">
        {scope[other].length > 0 ? t(`scope.clears.${other}`) : t('scope.either')}
      </p>
      <div className="flex items-center justify-between gap-3 px-3 py-3">
        <button
          type="button"
          disabled={scope.people.length + scope.lines.length === 0}
          onClick={() => onChange({ people: [], lines: [] })}
          className={buttonClass('ghost', 'max-sm:h-10')}
        >
          {t('scope.clear')}
        </button>
        <button type="button" onClick={onDone} className={APPLY}>
          {t('apply')}
        </button>
      </div>
    </div>
  )
}

/** Everybody of the directory, active people first, and whatever is chosen but not in it, so that it can be unticked. */
function useItems(kind: keyof Scope, directory: Directory | null, chosen: readonly string[]): CheckItem[] {
  const t = useTranslations('filters.scope')
  const known: CheckItem[] =
    kind === 'people'
      ? (directory?.people ?? [])
          .toSorted((one, other) => Number(one.blocked) - Number(other.blocked))
          .map(({ id, name, blocked }) => ({ value: id, label: name, note: blocked ? t('blocked') : undefined }))
      : (directory?.lines ?? []).map(({ number, name }) => ({
          value: number,
          label: name ?? formatPhone(number),
          note: name === null ? undefined : formatPhone(number),
        }))
  const unknown = chosen.filter(value => !known.some(item => item.value === value))
  return [
    ...unknown.map(value => ({ value, label: kind === 'lines' ? formatPhone(value) : value, note: t('unknown') })),
    ...known,
  ]
}
