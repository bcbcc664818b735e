'use client'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type RefObject, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { parsePhone } from '@/lib/format/phone'
import { LONGEST_SEARCH, searchProblem } from '@/lib/report/calls-query'

interface CallsSearchProps {
  /** The words that the address holds, sensible or not. */
  q: string
  field: RefObject<HTMLInputElement | null>
  onSearch: (q: string) => void
  /** The typed text is a number: its calls are wanted, not the words. */
  onNumber: (number: string) => void
}

/** The field for words. What cannot be looked for stays as it was typed, with a sentence that says why. */
export function CallsSearch({ q, field, onSearch, onNumber }: CallsSearchProps) {
  const t = useTranslations('calls.search')
  const id = useId()
  const [typed, setTyped] = useState({ text: q, of: q })
  // Another address, by "back" or a link, brings its own words.
  if (typed.of !== q) setTyped({ text: q, of: q })
  const { text } = typed
  const problem = searchProblem(text)
  const number = problem === null ? parsePhone(text) : null
  const type = (next: string) => setTyped({ text: next, of: q })
  return (
    <search className="min-w-0 flex-1 max-sm:order-last max-sm:basis-full">
      <form
        action="/calls"
        onSubmit={event => {
          event.preventDefault()
          if (problem === null) onSearch(text.trim())
        }}
        className="relative"
      >
        <Search aria-hidden size={16} strokeWidth={1.75} className="absolute top-2.5 left-3 text-ink-3 max-sm:top-3" />
        <input
          ref={field}
          type="text"
          enterKeyHint="search"
          name="q"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          aria-keyshortcuts="/"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={id}
          onChange={event => type(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          className="h-9 w-full rounded-lg border border-line bg-surface pr-10 pl-9 placeholder:text-ink-3 aria-invalid:border-down max-sm:h-10 max-sm:text-[16px]"
        />
        {text !== '' && (
          <Button
            look="icon"
            aria-label={t('clear')}
            title={t('clear')}
            className="absolute! top-0.5 right-0.5 max-sm:top-1"
            onClick={() => {
              type('')
              if (q !== '') onSearch('')
              field.current?.focus()
            }}
          >
            <X aria-hidden className="size-4" />
          </Button>
        )}
      </form>
      <p id={id} aria-live="polite" className="mt-1 text-[13px] text-down empty:hidden">
        {problem === 'tooLong'
          ? t('tooLong', { most: LONGEST_SEARCH, length: text.length })
          : problem && t('noLetters')}
      </p>
      {number && (
        <p className="mt-1 text-[13px] text-ink-2">
          <button type="button" className="underline underline-offset-2" onClick={() => onNumber(number)}>
            {t('number', { number })}
          </button>
        </p>
      )}
    </search>
  )
}
