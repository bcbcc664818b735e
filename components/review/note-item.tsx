'use client'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Button } from '@/components/ui/button'
import type { ReviewNote } from '@/lib/report/review/writings'
import { NoteCard } from './note-card'
import { NoteConflict } from './note-conflict'
import { NoteEditor } from './note-editor'
import { useEdit } from './use-edit'

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

/** A note that can be changed: a lost race is told with both texts. */
export function NoteItem({ reviewKey, note, section, names, zone, onHold }: NoteItemProps) {
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const edit = useEdit<{ body: string }>({
    reviewKey,
    path: '/notes',
    standing: note,
    toBody: value => value,
    place: { section },
    onHold,
  })
  if (edit.lost) {
    return (
      <NoteConflict
        theirs={note}
        mine={edit.lost.body}
        names={names}
        zone={zone}
        onSettle={body => edit.settle({ body })}
        onLeave={edit.finish}
      />
    )
  }
  if (edit.editing) {
    return (
      <NoteEditor
        label={t('notes.change')}
        text={edit.editing.body}
        saving={edit.saving}
        error={edit.error}
        onSave={body => edit.save({ body })}
        onCancel={edit.finish}
      />
    )
  }
  if (!note) return null
  return (
    <>
      <NoteCard
        note={note}
        names={names}
        zone={zone}
        actions={
          note.mine && (
            <>
              <Button look="ghost" className="h-7! text-[13px]" onClick={() => edit.begin({ body: note.body })}>
                {t('notes.edit')}
              </Button>
              <ConfirmButton
                className="h-7! text-[13px]"
                question={t('notes.removeQuestion')}
                consequence={t('notes.removeWhat')}
                deed={t('notes.remove')}
                cancel={t('cancel')}
                onConfirm={edit.remove}
              >
                {t('notes.remove')}
              </ConfirmButton>
            </>
          )
        }
      />
      {edit.error && (
        <p role="alert" className="mt-1 text-[13px] text-down">
          {errorText(edit.error)}
        </p>
      )}
    </>
  )
}
