'use client'
import clsx from 'clsx'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { buttonClass } from '@/components/ui/button'
import { matches } from '@/lib/client/matches'
import type { Directory } from '@/lib/report/directory'

interface TagPickerProps {
  /** Tags that can be added. */
  options: Directory['tags']
  /** Whether a tag counts as a conversion. */
  counts: (tag: string) => boolean
  onPick: (tag: string) => void
}

/** A button that becomes a field with a list of tags under it: typing narrows, arrows choose, Enter adds, Escape closes. */
export function TagPicker({ options, counts, onPick }: TagPickerProps) {
  const t = useTranslations('call.editTags')
  const listId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const offered = options.filter(tag => matches(tag.name, typed) || matches(tag.key, typed))
  const active = offered[Math.min(at, offered.length - 1)]

  function close() {
    // At once: a key pressed right after Escape or Enter is the button's, not lost between the two.
    flushSync(() => {
      setOpen(false)
      setTyped('')
      setAt(0)
    })
    button.current?.focus()
  }

  function pick(tag: string) {
    onPick(tag)
    close()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') active && pick(active.key)
    else if (event.key === 'ArrowDown') setAt((Math.min(at, offered.length - 1) + 1) % Math.max(1, offered.length))
    else if (event.key === 'ArrowUp')
      setAt((Math.min(at, offered.length - 1) + offered.length - 1) % Math.max(1, offered.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (!open) {
    return (
      <button
        ref={button}
        type="button"
        data-add
        onClick={() => setOpen(true)}
        className={buttonClass('ghost', 'h-6 gap-1 px-1.5 text-[12px] print:hidden')}
      >
        <Plus aria-hidden className="size-3.5" />
        {t('add')}
      </button>
    )
  }
  return (
    <span className="relative">
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
        autoFocus
        role="combobox"
        aria-label={t('label')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && `${listId}-${active.key}`}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        className="h-6 w-40 rounded-md bg-surface px-2 text-[13px] shadow-hairline max-sm:text-[16px]"
      />
      <span className="absolute top-7 left-0 z-20 block max-h-56 w-60 max-w-[64vw] overflow-y-auto rounded-lg bg-surface p-1 shadow-hairline">
        {offered.length === 0 && <span className="block px-2 py-1.5 text-[13px] text-ink-3">{t('nothing')}</span>}
        <div id={listId} role="listbox" aria-label={t('options')}>
          {offered.map(tag => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus; it names the option
            <div
              key={tag.key}
              id={`${listId}-${tag.key}`}
              role="option"
              aria-selected={tag === active}
              onPointerDown={event => event.preventDefault()}
              onClick={() => pick(tag.key)}
              className={clsx(
                'flex cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-[13px] hover:bg-sunken max-sm:py-2.5',
                tag === active && 'bg-sunken',
              )}
            >
              <i
                aria-hidden
                className="size-2 shrink-0 rounded-full bg-ink-3"
                style={tag.color ? { background: tag.color } : undefined}
              />
              <span dir="auto" className="min-w-0 truncate">
                {tag.name}
              </span>
              {counts(tag.key) && <span className="ml-auto shrink-0 text-[12px] text-won-ink">{t('conversion')}</span>}
            </div>
          ))}
        </div>
      </span>
    </span>
  )
}
