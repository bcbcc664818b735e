'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { CommitmentForm, toBody } from './commitment-form'
import { CommitmentItem } from './commitment-item'
import { useHeld } from './use-held'

interface CommitmentsPartProps {
  reviewKey: string
  document: ReviewDocument
  writings: ReviewWritings | null
  writes: boolean
}

/** What is promised for the next period, with the form for one more. */
export function CommitmentsPart({ reviewKey, document, writings, writes }: CommitmentsPartProps) {
  const t = useTranslations('reviews')
  const [adding, setAdding] = useState(false)
  const { shown, hold } = useHeld(writings?.commitments ?? [])
  const close = () => {
    setAdding(false)
    write.reset()
  }
  const write = useReviewWrite(reviewKey, { onDone: close })
  return (
    <>
      {shown.length === 0 ? (
        <p className="text-ink-3">{t('commitments.none')}</p>
      ) : (
        <ul>
          {shown.map(({ id, now }) => (
            <li key={id} className="break-inside-avoid border-line border-t py-2.5 first:border-t-0 first:pt-0">
              <CommitmentItem
                reviewKey={reviewKey}
                document={document}
                commitment={now}
                onHold={held => hold(id, held)}
              />
            </li>
          ))}
        </ul>
      )}
      {writes &&
        (adding ? (
          <CommitmentForm
            label={t('commitments.add')}
            deed={t('commitments.keep')}
            document={document}
            promised={null}
            saving={write.isPending}
            error={write.error}
            onSave={promised => write.mutate({ method: 'POST', path: '/commitments', body: toBody(promised) })}
            onClose={close}
          />
        ) : (
          <p className="mt-3 print:hidden">
            <Button onClick={() => setAdding(true)}>{t('commitments.add')}</Button>
          </p>
        ))}
    </>
  )
}
