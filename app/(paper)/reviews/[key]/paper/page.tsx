import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { FailedSheet } from '@/components/review/failed-sheet'
import { PaperReview } from '@/components/review/paper-review'
import { readKey } from '@/lib/report/review/key'
import { reviewName } from '@/lib/report/review/words'
import { requirePage } from '@/lib/server/access/page'
import { pageCall } from '@/lib/server/page-call'
import { loadReview } from '@/lib/server/reviews/page-review'
import { readReviewAddress } from '@/lib/server/reviews/page-wish'
import { today } from '@/lib/server/workspace'

type Props = PageProps<'/reviews/[key]/paper'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { key }] = await Promise.all([getTranslations('reviews'), getLocale(), params])
  const read = readKey(key)
  return { title: read && read.kind !== 'report' ? reviewName(t, locale, read, today()) : t('title') }
}

/** A review as it stands on paper: the page that is made into a PDF. The width is the paper's, so A4 and Letter both fit. */
export default async function PaperPage(props: Props) {
  const access = await requirePage('reviews.read')
  const { key, wish } = await readReviewAddress(props)
  const [loaded, { errors, shell, charts, change, report, reviews }] = await Promise.all([
    loadReview(access, key, wish, await pageCall()),
    getMessages(),
  ])
  return (
    <NextIntlClientProvider messages={{ errors, shell, charts, change, report, reviews }}>
      {'error' in loaded ? <FailedSheet error={loaded.error} /> : <PaperReview {...loaded} today={today()} />}
    </NextIntlClientProvider>
  )
}
