'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
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
  /** The reader may write. */
  writes: boolean
}

/** The notes on one section, and where to add one. */
export function SectionNotes({ reviewKey, section, notes, names, zone, writes }: SectionNotesProps) {
  const t = useTranslations('reviews')
  const [adding, setAdding] = useState(false)
  // Notes that are being changed here stay, also when somebody else takes them away meanwhile.
  const [held, setHeld] = useState<readonly string[]>([])
  const write = useReviewWrite(reviewKey, { onDone: () => setAdding(false) })
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
      {writes &&
        (adding ? (
          <NoteEditor
            label={t('notes.newOn', { section: t(`sections.${section}`) })}
            text=""
            saving={write.isPending}
            error={write.error}
            onSave={body => write.mutate({ method: 'POST', path: '/notes', body: { section, body } })}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <p className="mt-2.5 -ml-2.5 print:hidden">
            <Button look="ghost" className="text-[13px]" onClick={() => setAdding(true)}>
              <MessageSquarePlus aria-hidden size={15} strokeWidth={1.75} />
              {t('notes.add')}
              <span className="sr-only">: {t(`sections.${section}`)}</span>
            </Button>
          </p>
        ))}
    </>
  )
}
