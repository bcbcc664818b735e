'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { ReviewNote, Section } from '@/lib/report/review/document'
import { NoteEditor } from './note-editor'
import { NoteItem } from './note-item'

interface SectionNotesProps {
  reviewKey: string
  section: Section
  notes: readonly ReviewNote[]
  names: readonly string[]
  zone: string
  /** A new note is being written. */
  adding: boolean
  /** It was kept, or given up. */
  onAdded: () => void
}

/** The notes on one section, and the box for a new one. */
export function SectionNotes({ reviewKey, section, notes, names, zone, adding, onAdded }: SectionNotesProps) {
  const t = useTranslations('reviews')
  // Notes that are being changed here stay, also when somebody else takes them away meanwhile.
  const [held, setHeld] = useState<readonly string[]>([])
  const write = useReviewWrite(reviewKey, { onDone: onAdded })
  const ids = [...notes.map(note => note.id), ...held.filter(id => !notes.some(note => note.id === id))]
  return (
    <>
      {ids.map(id => (
        <NoteItem
          key={id}
          reviewKey={reviewKey}
          note={notes.find(note => note.id === id) ?? null}
          section={section}
          names={names}
          zone={zone}
          onHold={now => setHeld(all => (now ? [...all, id] : all.filter(each => each !== id)))}
        />
      ))}
      {adding && (
        <NoteEditor
          label={t('notes.newOn', { section: t(`sections.${section}`) })}
          text=""
          saving={write.isPending}
          error={write.error}
          onSave={body => write.mutate({ method: 'POST', path: '/notes', body: { section, body } })}
          onCancel={onAdded}
        />
      )}
    </>
  )
}
