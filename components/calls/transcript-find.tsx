'use client'
import { ChevronDown, ChevronUp, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'

interface TranscriptFindProps {
  query: string
  onQuery: (query: string) => void
  /** Matches in all, and the place of the one stood at, from 0. */
  count: number
  at: number
  onStep: (by: 1 | -1) => void
}

/** The field to search within a transcript: Enter goes to the next match, Shift+Enter to the one before, Escape empties it. */
export function TranscriptFind({ query, onQuery, count, at, onStep }: TranscriptFindProps) {
  const t = useTranslations('call.find')

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && query !== '') onQuery('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className="mb-3 flex flex-wrap items-center gap-1 print:hidden">
      <span className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-ink-3"
        />
        <input
          type="search"
          aria-label={t('label')}
          placeholder={t('label')}
          value={query}
          onChange={event => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
          maxLength={200}
          className="h-8 w-full rounded-lg bg-surface pr-2 pl-8 text-[13px] text-ink shadow-hairline placeholder:text-ink-3 max-sm:text-[16px]"
        />
      </span>
      {query.trim() !== '' && (
        <>
          <span role="status" className="num px-1 text-[13px] text-ink-3">
            {t('count', { count, current: at + 1 })}
          </span>
          <Button
            look="icon"
            aria-label={t('previous')}
            title={t('previous')}
            disabled={count === 0}
            onClick={() => onStep(-1)}
          >
            <ChevronUp aria-hidden className="size-4" />
          </Button>
          <Button look="icon" aria-label={t('next')} title={t('next')} disabled={count === 0} onClick={() => onStep(1)}>
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        </>
      )}
    </search>
  )
}
