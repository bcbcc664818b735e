'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ReviewNote } from '@/lib/report/review/document'
import { NoteText } from './note-text'

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

/** Somebody else was first: both texts side by side, and the writer decides. Nothing is lost until they do. */
export function NoteConflict({ theirs, mine, names, onSettle, onLeave }: NoteConflictProps) {
  const t = useTranslations('reviews')
  const name = theirs?.editedBy ?? theirs?.author ?? ''
  return (
    <div role="alert" className="mt-3.5 rounded-[10px] border border-line p-4 print:hidden">
      <p className="mb-3 font-medium">{theirs ? t('notes.conflict', { name }) : t('notes.gone')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {theirs && <Side title={t('notes.theirs', { name })} body={theirs.body} names={names} />}
        <Side title={t('notes.mine')} body={mine} names={names} />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {theirs && (
          <Button look="solid" onClick={() => onSettle(`${theirs.body}\n\n${mine}`)}>
            {t('notes.both')}
          </Button>
        )}
        <Button onClick={() => onSettle(mine)}>{t(theirs ? 'notes.useMine' : 'notes.again')}</Button>
        <Button look="ghost" onClick={onLeave}>
          {t(theirs ? 'notes.useTheirs' : 'notes.discard')}
        </Button>
      </div>
    </div>
  )
}

function Side({ title, body, names }: { title: string; body: string; names: readonly string[] }) {
  return (
    <section className="min-w-0 rounded-lg bg-sunken px-3 py-2.5">
      <h3 className="mb-1 font-medium text-[13px] text-ink-3">{title}</h3>
      <NoteText body={body} names={names} />
    </section>
  )
}
