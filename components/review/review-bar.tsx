'use client'
import { ChevronLeft, ChevronRight, FileDown, Presentation, Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { ShareLinkButton } from '@/components/share/share-link-button'
import type { Shareable } from '@/components/share/shareable'
import { PlaceLink } from '@/components/shell/place-link'
import { Button, buttonClass } from '@/components/ui/button'
import { useMay } from '@/lib/client/permissions'
import { neighbours, readKey } from '@/lib/report/review/key'
import { reviewName } from '@/lib/report/review/words'
import { ReviewTables } from './review-tables'

interface ReviewBarProps {
  reviewKey: string
  /** Today in the workspace: nothing leads to periods that have not begun. */
  today: string
  /** `?revision=2` or `?live` of the page, or ''. */
  search: string
  /** null while the review is on its way. */
  shareable: Shareable | null
  /** Whether the server makes PDFs; where it does not, people print. */
  canPdf: boolean
}

/** What stands above a review: the periods beside it, and the ways to take it along. */
export function ReviewBar({ reviewKey, today, search, shareable, canPdf }: ReviewBarProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const may = useMay('reports.export')
  const read = readKey(reviewKey)
  const beside = read && read.kind !== 'report' ? neighbours(read, today) : null
  const api = `/api/reviews/${reviewKey}`
  return (
    <div className="mb-7 flex flex-wrap items-center gap-2 print:hidden">
      {beside ? (
        <>
          {beside.previous && (
            <PlaceLink href={`/reviews/${beside.previous.key}`} rel="prev" className={buttonClass('chip')}>
              <ChevronLeft aria-hidden size={15} className="-ml-1" />
              {reviewName(t, locale, beside.previous, today)}
            </PlaceLink>
          )}
          {beside.next && (
            <PlaceLink href={`/reviews/${beside.next.key}`} rel="next" className={buttonClass('chip')}>
              {reviewName(t, locale, beside.next, today)}
              <ChevronRight aria-hidden size={15} className="-mr-1" />
            </PlaceLink>
          )}
        </>
      ) : null}
      <PlaceLink href="/reviews" className={buttonClass('ghost')}>
        {t('all')}
      </PlaceLink>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <PlaceLink href={`/reviews/${reviewKey}/present${search}`} className={buttonClass('chip')}>
          <Presentation aria-hidden size={15} strokeWidth={1.75} />
          {t('present.start')}
        </PlaceLink>
        <Button onClick={() => window.print()} className="noscript:hidden">
          <Printer aria-hidden size={15} strokeWidth={1.75} />
          {t('print')}
        </Button>
        {may && (
          <>
            {canPdf && (
              <a href={`${api}/pdf${search}`} download className={buttonClass('chip')}>
                <FileDown aria-hidden size={15} strokeWidth={1.75} />
                {t('pdf')}
              </a>
            )}
            <ReviewTables api={api} search={search} />
          </>
        )}
        {shareable && <ShareLinkButton shareable={shareable} />}
      </span>
    </div>
  )
}
