'use client'
import { useTranslations } from 'next-intl'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { CallLine } from './call-line'
import { chosenCalls } from './chosen-calls'

/** Calls worth a listen for who cannot play them: on paper, and for readers without an account. */
export function CallsPlain({ document, writings }: { document: ReviewDocument; writings: ReviewWritings | null }) {
  const t = useTranslations('reviews')
  const chosen = chosenCalls(document, writings)
  if (chosen.length === 0) return <p className="text-ink-3">{t('calls.none')}</p>
  return (
    <ul>
      {chosen.map(({ call, moments }) => (
        <CallLine key={call.id} call={call} moments={moments} />
      ))}
    </ul>
  )
}
