'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LeaderboardList, type PersonRow } from '@/components/charts/leaderboard-list'
import { ChangeGlyph } from '@/components/report/change-badge'
import { FunnelFigures } from '@/components/review/funnel-figures'
import { PickupHeatmap } from '@/components/review/pickup-heatmap'
import { ReviewSection } from '@/components/review/review-section'
import { SeriesChart } from '@/components/review/series-chart'
import { TalkFigures } from '@/components/review/talk-figures'
import { formatCount } from '@/lib/format/numbers'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { Section } from '@/lib/report/review/document'
import { againstWords } from '@/lib/report/review/words'
import { VIEW_SECTIONS } from '@/lib/settings/share-link'
import { viewDocument } from './view-document'

interface SharedViewProps {
  name: string
  answer: ReportAnswer<OutboundReport>
  sections: readonly Section[]
}

/** The panels of the outbound report that a link shows, to be looked at and nothing else. */
export function SharedView({ name, answer, sections }: SharedViewProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const report = useTranslations('report')
  const document = viewDocument(answer, name)
  const against = againstWords(t, locale, document.comparedWith)
  const versus = against === '' ? t('noComparison') : t('versus', { against })
  const panels: Record<(typeof VIEW_SECTIONS)[number], { title: string; note: string; body: ReactNode }> = {
    funnel: {
      title: t('sections.funnel'),
      note: versus,
      body: <FunnelFigures document={document} doors={false} />,
    },
    series: {
      title: report(`series.title.${answer.report.series.granularity}`),
      note: versus,
      body: <SeriesChart document={document} doors={false} />,
    },
    talk: { title: t('sections.talk'), note: versus, body: <TalkFigures document={document} /> },
    pickup: {
      title: t('sections.pickup'),
      note: t('pickupNote'),
      body: <PickupHeatmap document={document} doors={false} />,
    },
    people: {
      title: t('sections.people'),
      note: report('leaderboard.unit'),
      body: <Leaders {...answer.report} />,
    },
  }
  return VIEW_SECTIONS.filter(section => sections.includes(section)).map(section => {
    const { title, note, body } = panels[section]
    return (
      <ReviewSection key={section} id={section} title={title} note={note}>
        {body}
      </ReviewSection>
    )
  })
}

function Leaders({ leaderboard, comparison }: OutboundReport) {
  const locale = useLocale()
  const t = useTranslations('report.leaderboard')
  const people = leaderboard.rows.filter((row): row is PersonRow => row.user !== null)
  if (people.length === 0) return <p className="text-ink-3">{t('empty')}</p>
  return (
    <div className="@container max-w-xl">
      <LeaderboardList
        rows={people}
        linkTo={null}
        change={
          comparison &&
          (row => (
            <ChangeGlyph
              change={row.change}
              now={formatCount(row.connected, locale)}
              before={row.before === null ? null : formatCount(row.before, locale)}
            />
          ))
        }
      />
    </div>
  )
}
