'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useMay } from '@/lib/client/permissions'
import type { IsoDate } from '@/lib/report/query'
import type { ReviewList } from '@/lib/report/review/listing'
import { ListedReviewRow } from './listed-review-row'
import { ReportForm } from './report-form'

interface ReviewsListProps {
  list: ReviewList
  today: IsoDate
  /** IANA zone of the workspace. */
  zone: string
}

const KINDS = ['weeks', 'months', 'reports'] as const

/** Weeks, months and named reports, the newest first, each with what it says at first. */
export function ReviewsList({ list, today, zone }: ReviewsListProps) {
  const t = useTranslations('reviews')
  const writes = useMay('reviews.write')
  const [making, setMaking] = useState(false)
  return (
    <div className="mx-auto max-w-[872px] pt-[18px]">
      <header className="mb-7 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="font-[650] text-[20px] leading-8 tracking-[-0.01em]">{t('title')}</h1>
          <p className="max-w-[60ch] text-ink-3 text-pretty">{t('lead')}</p>
        </div>
        {writes && !making && (
          <Button onClick={() => setMaking(true)} className="noscript:hidden">
            {t('make.open')}
          </Button>
        )}
      </header>
      {making && <ReportForm today={today} onClose={() => setMaking(false)} />}
      {KINDS.map(kind => (
        <section
          key={kind}
          aria-labelledby={`${kind}-title`}
          className="grid gap-x-7 gap-y-3 border-line border-t py-6 md:grid-cols-[140px_minmax(0,1fr)]"
        >
          <h2 id={`${kind}-title`} className="font-[620] text-[15px] leading-[23px]">
            {t(`list.${kind}`)}
          </h2>
          {list[kind].length === 0 ? (
            <p className="text-ink-3">{t('list.noReports')}</p>
          ) : (
            <ul className="min-w-0">
              {list[kind].map(review => (
                <ListedReviewRow key={review.subject.key} review={review} today={today} zone={zone} />
              ))}
            </ul>
          )}
        </section>
      ))}
      <p className="num text-[13px] text-ink-3">{t('zone', { zone: zone.replaceAll('_', ' ') })}</p>
    </div>
  )
}
