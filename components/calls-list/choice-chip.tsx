'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CHIP, FIELD, OPTION } from '@/components/report/filter-chip'
import { moveByArrows } from '@/components/report/move-by-arrows'
import { PanelButton } from '@/components/shell/panel-button'
import { matches } from '@/lib/client/matches'

export interface Choice<T extends string> {
  value: T
  label: string
  /** Shown quietly at the end: a number, a state. */
  note?: string
}

interface ChoiceChipProps<T extends string> {
  label: string
  /** null for no narrowing. */
  value: T | null
  choices: Choice<T>[]
  /** What no narrowing is called; without it one of the choices is always in force. */
  none?: string
  onChoose: (value: T | null) => void
}

/** Lists longer than this have a field to search them. */
const SHORT = 8

/** A filter with one choice among several: a chip that says what is chosen, and the list that hangs from it. */
export function ChoiceChip<T extends string>(props: ChoiceChipProps<T>) {
  const { label, value, choices, none, onChoose } = props
  const chosen = choices.find(choice => choice.value === value)?.label ?? value
  return (
    <PanelButton
      label={label}
      panelClassName="sm:min-w-[220px] sm:max-w-[340px]"
      className={CHIP}
      button={
        <span className="truncate">
          {chosen === null ? (
            label
          ) : (
            <>
              <span className="text-ink-3">{label} </span>
              <bdi>{chosen}</bdi>
            </>
          )}
        </span>
      }
    >
      {close => (
        <ChoiceList
          {...props}
          none={none}
          onChoose={next => {
            onChoose(next)
            close()
          }}
        />
      )}
    </PanelButton>
  )
}

function ChoiceList<T extends string>({ label, value, choices, none, onChoose }: ChoiceChipProps<T>) {
  const t = useTranslations()
  const [search, setSearch] = useState('')
  const searched = choices.length > SHORT
  const found = choices.filter(choice => matches(`${choice.label} ${choice.value} ${choice.note ?? ''}`, search))
  const option = (each: T | null, text: string, note?: string) => (
    <button
      key={each ?? ''}
      type="button"
      aria-current={each === value}
      data-autofocus={!searched && each === value ? '' : undefined}
      onClick={() => onChoose(each)}
      className={OPTION}
    >
      <bdi className="truncate">{text}</bdi>
      {note && <span className="num ml-auto shrink-0 pl-4 text-[13px] font-normal text-ink-3">{note}</span>}
    </button>
  )
  return (
    <div className="flex flex-col p-2">
      {searched && (
        <input
          type="search"
          data-autofocus
          aria-label={t('calls.filters.search', { label })}
          placeholder={t('calls.filters.search', { label })}
          value={search}
          onChange={event => setSearch(event.target.value)}
          className={`${FIELD} mb-2`}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a set of buttons, not of fields */}
      <div
        role="group"
        aria-label={label}
        data-roving
        onKeyDown={moveByArrows}
        className="max-h-[min(360px,50dvh)] overflow-y-auto overscroll-contain"
      >
        {none !== undefined && search === '' && option(null, none)}
        {found.map(choice => option(choice.value, choice.label, choice.note))}
        {found.length === 0 && <p className="px-2.5 py-4 text-center text-[13px] text-ink-3">{t('filters.nothing')}</p>}
      </div>
    </div>
  )
}
