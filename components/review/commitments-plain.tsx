'use client'
import { useTranslations } from 'next-intl'
import type { Commitment } from '@/lib/report/review/document'
import { CommitmentLine } from './commitment-line'

/** What is promised for the next period, and how it will be measured; only to read. */
export function CommitmentsPlain({ commitments }: { commitments: readonly Commitment[] }) {
  const t = useTranslations('reviews')
  if (commitments.length === 0) return <p className="text-ink-3">{t('commitments.none')}</p>
  return (
    <ul>
      {commitments.map(commitment => (
        <li key={commitment.id} className="break-inside-avoid border-line border-t py-2.5 first:border-t-0 first:pt-0">
          <CommitmentLine commitment={commitment} />
        </li>
      ))}
    </ul>
  )
}
