import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Providers } from '@/app/providers'
import { FailedSheet } from '@/components/review/failed-sheet'
import { Present } from '@/components/review/present'
import { requirePage } from '@/lib/server/access/page'
import { pageCall } from '@/lib/server/page-call'
import { loadReview } from '@/lib/server/reviews/page-review'
import { readReviewAddress } from '@/lib/server/reviews/page-wish'
import { today } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews')
  return { title: t('present.start') }
}

/** A review as slides, for the meeting. */
export default async function PresentPage(props: PageProps<'/reviews/[key]/present'>) {
  const access = await requirePage('reviews.read')
  const { key, wish, search } = await readReviewAddress(props)
  const [loaded, { errors, shell, charts, change, report, call, player, reviews }] = await Promise.all([
    loadReview(access, key, wish, await pageCall()),
    getMessages(),
  ])
  return (
    <NextIntlClientProvider messages={{ errors, shell, charts, change, report, call, player, reviews }}>
      {'error' in loaded ? (
        <FailedSheet error={loaded.error} />
      ) : (
        <Providers>
          <Present {...loaded} today={today()} search={search} />
        </Providers>
      )}
    </NextIntlClientProvider>
  )
}
