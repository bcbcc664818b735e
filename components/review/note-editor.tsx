'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { FIELD_BOX } from '@/components/ui/field'
import type { CallboardError } from '@/lib/errors'

/** Longest note, in characters. */
export const LONGEST_NOTE = 10_000

interface NoteEditorProps {
  label: string
  /** What stands in the box at first. */
  text: string
  saving: boolean
  /** Why it was not kept; null when nothing is wrong. */
  error: CallboardError | null
  onSave: (text: string) => void
  onCancel: () => void
}

/** A box for a note in Markdown. What was typed stays until it is kept or given up; Control or ⌘ with Enter keeps it. */
export function NoteEditor({ label, text, saving, error, onSave, onCancel }: NoteEditorProps) {
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const [typed, setTyped] = useState(text)
  const id = useId()
  function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault()
    if (typed.trim() !== '' && !saving) onSave(typed.trim())
  }
  return (
    <form onSubmit={save} className="mt-3.5 print:hidden">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: opened by the reader, to write in
        autoFocus
        value={typed}
        maxLength={LONGEST_NOTE}
        aria-describedby={`${id}-hint`}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
          if (event.key === 'Escape' && typed === text) onCancel()
        }}
        className={`${FIELD_BOX} field-sizing-content h-auto! min-h-20 py-2 leading-[21px]`}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button type="submit" look="solid" disabled={saving || typed.trim() === ''}>
          {t('notes.keep')}
        </Button>
        <Button look="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {t('notes.hint')}
        </p>
      </div>
      {error && error.code !== 'CONFLICT' && (
        <p role="alert" className="mt-2 text-[13px] text-down">
          {errorText(error)}
        </p>
      )}
    </form>
  )
}
