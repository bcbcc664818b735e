'use client'
import { useLocale, useTranslations } from 'next-intl'
import { againstWords, reviewTitle } from '@/lib/report/review/words'
import { CommitmentsPlain } from './commitments-plain'
import { FunnelFigures } from './funnel-figures'
import { MovedChart } from './moved-chart'
import { NoteCard } from './note-card'
import { Outcomes } from './outcomes'
import { PeopleTable } from './people-table'
import { PickupHeatmap } from './pickup-heatmap'
import { SeriesChart } from './series-chart'
import { SlideCalls, type SlidePlaying } from './slide-calls'
import type { Slide } from './slides'
import { SummaryLead } from './summary-lead'
import { TalkFigures } from './talk-figures'

/** One slide's heading and what it shows. */
export function SlideContent({ slide, today, play }: { slide: Slide; today: string; play: SlidePlaying }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const { section, shows, part, parts, document, notes } = slide
  if (section === 'summary' && shows === 'section') {
    return (
      <div className="flex h-full flex-col justify-center gap-5">
        <h1 className="font-[680] text-[40px] leading-[48px] tracking-[-0.025em]">
          {reviewTitle(t, locale, document, today)}
        </h1>
        <SummaryLead document={document} />
      </div>
    )
  }
  const against = againstWords(t, locale, document.comparedWith)
  const title = section === 'outcomes' ? t('commitments.last') : t(`sections.${section}`)
  return (
    <>
      <h1 className="mb-7 flex items-baseline gap-3 font-[650] text-[26px] leading-8 tracking-[-0.02em]">
        {shows === 'notes' ? t('named', { action: title, name: t('present.notes') }) : title}
        <span className="num font-normal text-[15px] text-ink-3">
          {parts > 1
            ? t('present.slide', { at: part, of: parts })
            : against !== '' && shows === 'section' && section !== 'calls' && section !== 'pickup'
              ? t('versus', { against })
              : ''}
        </span>
      </h1>
      {shows === 'section' && <Shown slide={slide} play={play} />}
      {notes.map(note => (
        <NoteCard
          key={note.id}
          note={note}
          names={document.people.map(({ user }) => user.name)}
          zone={document.settings.zone}
        />
      ))}
    </>
  )
}

function Shown({ slide, play }: { slide: Slide; play: SlidePlaying }) {
  const { section, document, writings } = slide
  switch (section) {
    case 'outcomes':
      return <Outcomes outcomes={document.outcomes} />
    case 'funnel':
      return <FunnelFigures document={document} doors={false} />
    case 'moved':
      return document.moved && <MovedChart document={document} split={document.moved.team} doors={false} height={250} />
    case 'series':
      return <SeriesChart document={document} doors={false} />
    case 'people':
      return <PeopleTable document={document} doors={false} fixed />
    case 'pickup':
      // Rows as low as they stay readable: seven of them and the scale fit onto a slide.
      return (
        <div className="[&_td]:h-[30px]! [&_td>*]:h-[30px]!">
          <PickupHeatmap document={document} doors={false} />
        </div>
      )
    case 'talk':
      return <TalkFigures document={document} />
    case 'calls':
      return <SlideCalls slide={slide} {...play} />
    case 'commitments':
      return <CommitmentsPlain commitments={writings?.commitments ?? []} />
    case 'summary':
      return null
  }
}
