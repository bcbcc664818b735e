'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Commitment } from '@/lib/report/review/document'
import { measureWords } from './measure-words'

interface CommitmentWordsProps {
  commitment: Pick<Commitment, 'user' | 'text' | 'measure'>
  /** Said behind the measure. */
  more?: ReactNode
}

/** Who promises what, and how it will be measured. */
export function CommitmentWords({ commitment: { user, text, measure }, more }: CommitmentWordsProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        <b dir="auto" className="font-semibold">
          {user?.name ?? t('commitments.team')}
        </b>{' '}
        <span dir="auto">{text}</span>
      </p>
      <p className="num text-[13px] text-ink-3">
        {measure ? measureWords(t, locale, measure) : t('commitments.unmeasured')}
        {more}
      </p>
    </>
  )
}

/** A commitment in a list; `actions` is what can be done with it, at its end. */
export function CommitmentLine({ commitment, actions }: { commitment: Commitment; actions?: ReactNode }) {
  const t = useTranslations('reviews')
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <CommitmentWords
          commitment={commitment}
          more={
            <>
              {' · '}
              <bdi>{t('commitments.by', { name: commitment.author })}</bdi>
            </>
          }
        />
      </div>
      {actions}
    </div>
  )
}
