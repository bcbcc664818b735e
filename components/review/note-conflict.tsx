'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ReviewNote } from '@/lib/report/review/writings'
import { NoteText } from './note-text'
import { whoChanged } from './who-changed'
import { WriteConflict } from './write-conflict'

interface NoteConflictProps {
  /** What stands there now; null when it was taken away meanwhile. */
  theirs: ReviewNote | null
  mine: string
  names: readonly string[]
  /** IANA zone of its times. */
  zone: string
  /** Puts a text in place of theirs, or makes a new note of it where theirs is gone. */
  onSettle: (text: string) => void
  /** Leaves theirs as it is. */
  onLeave: () => void
}

/** Both texts of a note that two people changed at once; they can also be kept one below the other. */
export function NoteConflict({ theirs, mine, names, zone, onSettle, onLeave }: NoteConflictProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const who = theirs && whoChanged(theirs, zone, locale)
  return (
    <WriteConflict
      told={who ? t('notes.conflict', who) : t('notes.gone')}
      theirs={
        theirs && who && { title: t('conflict.theirs', who), content: <NoteText body={theirs.body} names={names} /> }
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
