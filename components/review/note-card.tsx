'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatInstant } from '@/lib/format/dates'
import type { ReviewNote } from '@/lib/report/review/writings'
import { NoteText } from './note-text'

interface NoteCardProps {
  note: ReviewNote
  names: readonly string[]
  /** IANA zone of its times. */
  zone: string
  /** What can be done with it. */
  actions?: ReactNode
}

/** A note with its author and time. */
export function NoteCard({ note, names, zone, actions }: NoteCardProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  return (
    <article
      aria-label={t('notes.by', { name: note.author })}
      className="mt-3.5 break-inside-avoid rounded-[10px] bg-sunken px-4 py-[13px] print:[print-color-adjust:exact]"
    >
      <header className="mb-1 flex flex-wrap items-center gap-x-2 text-[13px]">
        <b dir="auto" className="font-semibold">
          {note.author}
        </b>
        <time dateTime={note.createdAt} className="num text-ink-3">
          {formatInstant(note.createdAt, zone, locale)}
        </time>
        {note.editedAt && (
          <span className="num text-ink-3">
            {t('notes.edited', { name: note.editedBy ?? note.author, at: formatInstant(note.editedAt, zone, locale) })}
          </span>
        )}
        {actions && <span className="-my-1 ml-auto flex gap-1 print:hidden">{actions}</span>}
      </header>
      <NoteText body={note.body} names={names} />
    </article>
  )
}
