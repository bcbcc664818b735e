'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ReviewNote } from '@/lib/report/review/document'
import { NoteText } from './note-text'
import { WriteConflict } from './write-conflict'

interface NoteConflictProps {
  /** What stands there now; null when it was taken away meanwhile. */
  theirs: ReviewNote | null
  mine: string
  names: readonly string[]
  /** Puts a text in place of theirs, or makes a new note of it where theirs is gone. */
  onSettle: (text: string) => void
  /** Leaves theirs as it is. */
  onLeave: () => void
}

/** Both texts of a note that two people changed at once; they can also be kept one below the other. */
export function NoteConflict({ theirs, mine, names, onSettle, onLeave }: NoteConflictProps) {
  const t = useTranslations('reviews')
  const name = theirs?.editedBy ?? theirs?.author ?? ''
  return (
    <WriteConflict
      told={theirs ? t('notes.conflict', { name }) : t('notes.gone')}
      theirs={
        theirs && { title: t('conflict.theirs', { name }), content: <NoteText body={theirs.body} names={names} /> }
      }
      mine={<NoteText body={mine} names={names} />}
      again={t('notes.again')}
      both={
        <Button look="solid" onClick={() => onSettle(`${theirs?.body ?? ''}\n\n${mine}`)}>
          {t('notes.both')}
        </Button>
      }
      onMine={() => onSettle(mine)}
      onLeave={onLeave}
    />
  )
}
