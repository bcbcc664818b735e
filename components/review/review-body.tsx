'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ReviewDocument, Section } from '@/lib/report/review/document'
import { againstWords } from '@/lib/report/review/words'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { CallsPlain } from './calls-plain'
import { CommitmentsPlain } from './commitments-plain'
import { FunnelFigures } from './funnel-figures'
import { MovedSection } from './moved-section'
import { NoteCard } from './note-card'
import { Outcomes } from './outcomes'
import { PeopleTable } from './people-table'
import { PickupHeatmap } from './pickup-heatmap'
import { ReviewSection } from './review-section'
import { SeriesChart } from './series-chart'
import { TalkFigures } from './talk-figures'

export interface ReviewBodyProps {
  document: ReviewDocument
  /** The sections to show, in any order; they always stand in the order of the page. `summary` is the lead above, not drawn here. */
  sections: readonly Section[]
  /** Notes, commitments and chosen calls to show; null where the reader gets none. */
  writings: ReviewWritings | null
  /** Numbers lead to the calls behind them: only for readers with the permission `calls.list`. */
  doors: boolean
  /** What the desk puts in place of plain notes, calls and commitments, to write in. */
  desk?: {
    /** The button that adds a note to a section. */
    add: (section: Section) => ReactNode
    notes: (section: Section) => ReactNode
    calls: ReactNode
    commitments: ReactNode
  }
}

/** The sections of a review below its summary: no network and no state but how a table is sorted. The same on the desk, on paper, and behind a link. */
export function ReviewBody({ document, sections, writings, doors, desk }: ReviewBodyProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const against = againstWords(t, locale, document.comparedWith)
  const versus = against === '' ? t('noComparison') : t('versus', { against })
  const names = document.people.map(({ user }) => user.name)
  const shown = (section: Section) => sections.includes(section)
  const notes = (section: Section) =>
    desk
      ? desk.notes(section)
      : writings?.notes
          .filter(note => note.section === section)
          .map(note => <NoteCard key={note.id} note={note} names={names} zone={document.settings.zone} />)
  const part = (section: Exclude<Section, 'summary'>, note: ReactNode, content: ReactNode) =>
    shown(section) && (
      <ReviewSection id={section} title={t(`sections.${section}`)} note={note} action={desk?.add(section)}>
        {content}
        {notes(section)}
      </ReviewSection>
    )
  return (
    <>
      {shown('summary') && (
        <div className="mb-7 empty:hidden">
          {desk?.add('summary')}
          {notes('summary')}
        </div>
      )}
      {shown('commitments') && document.outcomes.length > 0 && (
        <ReviewSection id="outcomes" title={t('commitments.last')} note={t('commitments.lastNote')}>
          <Outcomes outcomes={document.outcomes} />
        </ReviewSection>
      )}
      {part('funnel', versus, <FunnelFigures document={document} doors={doors} />)}
      {part('moved', t('moved.note'), <MovedSection document={document} doors={doors} />)}
      {part('series', versus, <SeriesChart document={document} doors={doors} />)}
      {part('people', t('people.note'), <PeopleTable document={document} doors={doors} />)}
      {part('pickup', t('pickupNote'), <PickupHeatmap document={document} doors={doors} />)}
      {part('talk', versus, <TalkFigures document={document} />)}
      {part('calls', t('calls.note'), desk?.calls ?? <CallsPlain document={document} writings={writings} />)}
      {part(
        'commitments',
        t('commitments.note'),
        desk?.commitments ?? <CommitmentsPlain commitments={writings?.commitments ?? []} />,
      )}
    </>
  )
}
