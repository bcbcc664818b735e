'use client'
import { useLocale, useTranslations } from 'next-intl'
import './paper.css'
import { formatInstant } from '@/lib/format/dates'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import { SECTIONS } from '@/lib/report/review/document'
import { reviewTitle } from '@/lib/report/review/words'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { ReviewBody } from './review-body'
import { SummaryLead } from './summary-lead'

interface PaperReviewProps {
  answer: ReviewAnswer
  writings: ReviewWritings | null
  today: string
}

/** A whole review without anything to click: for paper and for the PDF. */
export function PaperReview({ answer, writings, today }: PaperReviewProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const { document, revision } = answer
  const { zone } = document.settings
  return (
    <main data-paper className="mx-auto max-w-[872px] p-9 print:max-w-none print:p-0">
      <header className="mb-7">
        <h1 className="font-[680] text-[30px] leading-10 tracking-[-0.025em]">
          {reviewTitle(t, locale, document, today)}
        </h1>
        <div className="mt-2.5 mb-1.5">
          <SummaryLead document={document} />
        </div>
        <p className="num text-ink-3">
          {revision
            ? t('frozen.at', { at: formatInstant(revision.frozenAt, zone, locale, today) })
            : t(answer.closed ? 'live.notYet' : 'live.running')}{' '}
          {t('zone', { zone: zone.replaceAll('_', ' ') })}.
        </p>
      </header>
      <ReviewBody document={document} sections={SECTIONS} writings={writings} doors={false} />
      {revision && (
        <p className="num border-line border-t pt-3 text-[12px] text-ink-3">
          {t('revisionOf', { number: revision.number })} <code className="break-all">{revision.hash}</code>
        </p>
      )}
    </main>
  )
}
