'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Commitment } from '@/lib/report/review/document'
import { measureWords } from './measure-words'

interface CommitmentsPlainProps<C extends Commitment> {
  commitments: readonly C[]
  /** What can be done with one, at the end of its line. */
  actions?: (commitment: C) => ReactNode
}

/** What is promised for the next period, and how it will be measured. */
export function CommitmentsPlain<C extends Commitment>({ commitments, actions }: CommitmentsPlainProps<C>) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  if (commitments.length === 0) return <p className="text-ink-3">{t('commitments.none')}</p>
  return (
    <ul>
      {commitments.map(commitment => (
        <li
          key={commitment.id}
          className="flex break-inside-avoid items-start gap-4 border-line border-t py-2.5 first:border-t-0 first:pt-0"
        >
          <div className="min-w-0 flex-1">
            <p className="[overflow-wrap:anywhere]">
              <b dir="auto" className="font-semibold">
                {commitment.user?.name ?? t('commitments.team')}
              </b>{' '}
              <span dir="auto">{commitment.text}</span>
            </p>
            <p className="num text-[13px] text-ink-3">
              {commitment.measure ? measureWords(t, locale, commitment.measure) : t('commitments.unmeasured')}
              {' · '}
              <bdi>{t('commitments.by', { name: commitment.author })}</bdi>
            </p>
          </div>
          {actions?.(commitment)}
        </li>
      ))}
    </ul>
  )
}
