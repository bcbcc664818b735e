import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ReviewFailure } from '@/components/review/review-failure'
import { ReviewsList } from '@/components/review/reviews-list'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { requirePage } from '@/lib/server/access/page'
import { listReviews } from '@/lib/server/reviews/list'
import { today, workspace } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews')
  return { title: t('title') }
}

/** All reviews: weeks and months with their headlines, the newest first, and reports with a name. Asks Allo nothing. */
export default async function ReviewsPage() {
  const access = await requirePage('reviews.read')
  const [[listed], messages] = await Promise.all([
    Promise.allSettled([listReviews(access)]),
    getPageMessages('reviews'),
  ])
  return (
    <NextIntlClientProvider messages={messages}>
      {listed.status === 'fulfilled' ? (
        <ReviewsList list={listed.value} today={today()} zone={workspace().zone} />
      ) : (
        <ReviewFailure error={toErrorBody(toCallboardError(listed.reason)).error} />
      )}
    </NextIntlClientProvider>
  )
}
