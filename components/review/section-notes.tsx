'use client'
import { useTranslations } from 'next-intl'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { Section } from '@/lib/report/review/document'
import type { ReviewNote } from '@/lib/report/review/writings'
import { NoteEditor } from './note-editor'
import { NoteItem } from './note-item'
import { useHeld } from './use-held'

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
  const { shown, hold } = useHeld(notes)
  const write = useReviewWrite(reviewKey, { onDone: onAdded })
  return (
    <>
      {shown.map(({ id, now }) => (
        <NoteItem
          key={id}
          reviewKey={reviewKey}
          note={now}
          section={section}
          names={names}
          zone={zone}
          onHold={held => hold(id, held)}
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
