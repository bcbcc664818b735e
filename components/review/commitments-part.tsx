'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { ReviewDocument, ReviewWritings } from '@/lib/report/review/document'
import { CommitmentForm } from './commitment-form'
import { CommitmentsPlain } from './commitments-plain'

interface CommitmentsPartProps {
  reviewKey: string
  document: ReviewDocument
  writings: ReviewWritings | null
  writes: boolean
}

/** What is promised for the next period, with the form for one more. */
export function CommitmentsPart({ reviewKey, document, writings, writes }: CommitmentsPartProps) {
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const [adding, setAdding] = useState(false)
  const write = useReviewWrite(reviewKey)
  return (
    <>
      <CommitmentsPlain
        commitments={writings?.commitments ?? []}
        actions={({ id, text, version, mine }) =>
          mine && (
            <Button
              look="ghost"
              className="h-7! text-[13px] print:hidden"
              aria-label={t('named', { action: t('commitments.remove'), name: text })}
              onClick={() => write.mutate({ method: 'DELETE', path: `/commitments/${id}?version=${version}` })}
            >
              {t('commitments.remove')}
            </Button>
          )
        }
      />
      {write.error && (
        <p role="alert" className="mt-2 text-[13px] text-down">
          {errorText(write.error)}
        </p>
      )}
      {writes &&
        (adding ? (
          <CommitmentForm reviewKey={reviewKey} document={document} onClose={() => setAdding(false)} />
        ) : (
          <p className="mt-3 print:hidden">
            <Button onClick={() => setAdding(true)}>{t('commitments.add')}</Button>
          </p>
        ))}
    </>
  )
}
