'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import type { Outcome } from '@/lib/report/review/document'
import { measureWords, reachedWords } from './measure-words'

const TONE: Record<Outcome['became'], string> = {
  kept: 'text-up',
  missed: 'text-down',
  'too-few': 'text-ink-3',
  open: 'text-ink-3',
}
const MARK: Record<Outcome['became'], string> = { kept: '✓', missed: '✗', 'too-few': '◦', open: '◦' }

/** What became of the promises of the period before. */
export function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  return (
    <ul>
      {outcomes.map(outcome => {
        const { commitment, became } = outcome
        const measure = commitment.measure && measureWords(t, locale, commitment.measure)
        return (
          <li
            key={commitment.id}
            className="grid break-inside-avoid grid-cols-[1fr_auto] gap-x-4 border-line border-t py-2.5 first:border-t-0 first:pt-0"
          >
            <p className="min-w-0 [overflow-wrap:anywhere]">
              <b dir="auto" className="font-semibold">
                {commitment.user?.name ?? t('commitments.team')}
              </b>{' '}
              <span dir="auto">{commitment.text}</span>
            </p>
            <p className={clsx('whitespace-nowrap font-[550]', TONE[became])}>
              <span aria-hidden>{MARK[became]} </span>
              {t(`commitments.became.${became}`)}
            </p>
            <p className="num col-span-2 text-[13px] text-ink-3">
              {[measure, reachedWords(t, locale, outcome)].filter(Boolean).join(' · ')}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
