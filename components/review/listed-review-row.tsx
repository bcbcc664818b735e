'use client'
import { useLocale, useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { formatInstant, formatRangeOfDays } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { IsoDate } from '@/lib/report/query'
import { comparedRangeOf } from '@/lib/report/review/key'
import type { ListedReview } from '@/lib/report/review/listing'
import { reviewName, summarySentences } from '@/lib/report/review/words'

/** One review in the list: its name and days, whether it runs, and its headline once it is frozen. */
export function ListedReviewRow({ review, today, zone }: { review: ListedReview; today: IsoDate; zone: string }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const { subject, range, revision, headline, live } = review
  const compared = subject.kind === 'report' ? null : comparedRangeOf(subject)
  const sentences = headline ? summarySentences(t, locale, headline.summary, compared) : []
  const said = sentences[0]
  return (
    <li className="relative grid grid-cols-[1fr_auto] gap-x-4 border-line border-t py-3 first:border-t-0 first:pt-0">
      <p className="min-w-0">
        <PlaceLink
          href={`/reviews/${subject.key}`}
          className="font-[550] underline-offset-4 after:absolute after:inset-0 hover:underline [overflow-wrap:anywhere]"
        >
          {reviewName(t, locale, subject, today)}
        </PlaceLink>{' '}
        {subject.kind !== 'month' && (
          <span className="num ml-1.5 text-ink-3">{formatRangeOfDays(range, locale, today)}</span>
        )}
        {live && (
          <span className="ml-2 rounded-full bg-sunken px-2 py-0.5 font-medium text-[12px] text-act-3">
            {t('list.live')}
          </span>
        )}
      </p>
      {headline && (
        <p className="num text-right text-ink-2">
          <span className="max-sm:hidden">
            {t('list.dials', {
              count: headline.counts.dials,
              formatted: formatCount(headline.counts.dials, locale),
            })}
            {headline.hasConversions && ' · '}
          </span>
          {headline.hasConversions && (
            <span className="font-[550] text-won-ink">
              {t('list.conversions', {
                count: headline.counts.conversions,
                formatted: formatCount(headline.counts.conversions, locale),
              })}
            </span>
          )}
        </p>
      )}
      <p className="num col-span-2 text-[13px] text-ink-3 text-pretty">
        {said}
        {revision ? (
          <span className="sr-only">
            {' '}
            {t('list.frozen', { at: formatInstant(revision.frozenAt, zone, locale, today) })}
          </span>
        ) : (
          !live && t('list.notFrozen')
        )}
      </p>
    </li>
  )
}
