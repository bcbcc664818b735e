'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Button } from '@/components/ui/button'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { ReviewNote } from '@/lib/report/review/document'
import { NoteCard } from './note-card'
import { NoteConflict } from './note-conflict'
import { NoteEditor } from './note-editor'

interface NoteItemProps {
  reviewKey: string
  /** null when somebody took it away while it was being changed here. */
  note: ReviewNote | null
  section: ReviewNote['section']
  names: readonly string[]
  zone: string
  /** Tells whether it is being changed here, so that it stays while it is. */
  onHold: (held: boolean) => void
}

/** A note that can be changed: the change names the version it was made of, and a lost race is told with both texts. */
export function NoteItem({ reviewKey, note, section, names, zone, onHold }: NoteItemProps) {
  const t = useTranslations('reviews')
  const [editing, setEditing] = useState<{ version: number; text: string } | null>(null)
  const [mine, setMine] = useState('')
  const finish = () => {
    setEditing(null)
    onHold(false)
    write.reset()
  }
  const write = useReviewWrite(reviewKey, { onDone: finish })
  const lost = write.error && (write.error.code === 'CONFLICT' || write.error.code === 'NOT_FOUND')

  function save(text: string, version: number) {
    setMine(text)
    if (note) write.mutate({ method: 'PATCH', path: `/notes/${note.id}`, body: { body: text, version } })
    else write.mutate({ method: 'POST', path: '/notes', body: { section, body: text } })
  }

  if (editing && lost && !write.isPending) {
    return (
      <NoteConflict
        theirs={note}
        mine={mine}
        names={names}
        onSettle={text => save(text, note?.version ?? 0)}
        onLeave={finish}
      />
    )
  }
  if (editing) {
    return (
      <NoteEditor
        label={t('notes.change')}
        text={editing.text}
        saving={write.isPending}
        error={write.error}
        onSave={text => save(text, editing.version)}
        onCancel={finish}
      />
    )
  }
  if (!note) return null
  return (
    <NoteCard
      note={note}
      names={names}
      zone={zone}
      actions={
        note.mine && (
          <>
            <Button
              look="ghost"
              className="h-7! text-[13px]"
              onClick={() => {
                setEditing({ version: note.version, text: note.body })
                onHold(true)
              }}
            >
              {t('notes.edit')}
            </Button>
            <ConfirmButton
              className="h-7! text-[13px]"
              question={t('notes.removeQuestion')}
              consequence={t('notes.removeWhat')}
              deed={t('notes.remove')}
              cancel={t('cancel')}
              onConfirm={() => write.mutate({ method: 'DELETE', path: `/notes/${note.id}?version=${note.version}` })}
            >
              {t('notes.remove')}
            </ConfirmButton>
          </>
        )
      }
    />
  )
}
