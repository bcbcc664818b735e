import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ReviewBar } from '@/components/review/review-bar'
import { ReviewFailure } from '@/components/review/review-failure'
import { ReviewSkeleton } from '@/components/review/review-skeleton'
import { ReviewView } from '@/components/review/review-view'
import { writingsKey } from '@/lib/client/review-keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { readKey } from '@/lib/report/review/key'
import { reviewName } from '@/lib/report/review/words'
import { requirePage } from '@/lib/server/access/page'
import { pageCall } from '@/lib/server/page-call'
import { canPdf } from '@/lib/server/pdf/chromium'
import { askReview, type PageReview, turnAway } from '@/lib/server/reviews/page-review'
import { readReviewAddress } from '@/lib/server/reviews/page-wish'
import { within } from '@/lib/server/within'
import { today } from '@/lib/server/workspace'

/** Longest wait for a review before its page goes out with bones, in milliseconds: a frozen one is there long before. */
const PATIENCE = 400

type Props = PageProps<'/reviews/[key]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { key }] = await Promise.all([getTranslations('reviews'), getLocale(), params])
  const read = readKey(key)
  return { title: read && read.kind !== 'report' ? reviewName(t, locale, read, today()) : t('title') }
}

/**
 * A review. A frozen one stands in the first HTML; a live one, and one that this visit freezes, is streamed into its final
 * layout.
 */
export default async function ReviewPage(props: Props) {
  const access = await requirePage('reviews.read')
  const { key, wish, search } = await readReviewAddress(props)
  const [call, messages, pdf] = await Promise.all([pageCall(), getPageMessages('reviews'), canPdf()])
  const review = askReview(access, key, wish, call)
  const early = await within(review, PATIENCE)
  if (early?.status === 'rejected') turnAway(early.reason)
  return (
    <NextIntlClientProvider messages={messages}>
      {early ? (
        <Loaded review={review} search={search} reviewKey={key} />
      ) : (
        <Suspense
          fallback={
            <div className="mx-auto max-w-[872px] pt-[18px]">
              <ReviewBar reviewKey={key} today={today()} search={search} shareable={null} canPdf={pdf} />
              <ReviewSkeleton reviewKey={key} today={today()} />
            </div>
          }
        >
          <Loaded review={review} search={search} reviewKey={key} />
        </Suspense>
      )}
    </NextIntlClientProvider>
  )
}

async function Loaded(props: { review: Promise<PageReview>; reviewKey: string; search: string }) {
  const pdf = await canPdf()
  const [outcome] = await Promise.allSettled([props.review])
  if (outcome.status === 'rejected') {
    turnAway(outcome.reason)
    const { error } = toErrorBody(toCallboardError(outcome.reason))
    return (
      <div className="mx-auto max-w-[872px] pt-[18px]">
        <ReviewBar reviewKey={props.reviewKey} today={today()} search={props.search} shareable={null} canPdf={pdf} />
        <ReviewFailure error={error} />
      </div>
    )
  }
  const { answer, writings } = outcome.value
  const queryClient = new QueryClient()
  if (writings) queryClient.setQueryData(writingsKey(props.reviewKey), writings)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ReviewView answer={answer} today={today()} search={props.search} canPdf={pdf} />
    </HydrationBoundary>
  )
}
