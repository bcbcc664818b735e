'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReviewDocument } from '@/lib/report/review/document'
import { summaryPhrases } from '@/lib/report/review/words'

/** The summary as a paragraph, its figures strong. */
export function SummaryLead({ document }: { document: Pick<ReviewDocument, 'summary' | 'comparedWith'> }) {
  const t = useTranslations('reviews')
  const sentences = summaryPhrases(t, useLocale(), document.summary, document.comparedWith)
  if (sentences.length === 0) return null
  return (
    <p className="num max-w-[66ch] text-[18px] text-ink-2 leading-[29px] text-pretty">
      {sentences.map((phrases, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a finished summary have no other identity
        <span key={place}>
          {place > 0 && ' '}
          {phrases.map(({ text, strong }, index) =>
            strong ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              <b key={index} className="font-[620] text-ink">
                {text}
              </b>
            ) : (
              text
            ),
          )}
        </span>
      ))}
    </p>
  )
}
